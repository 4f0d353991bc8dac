import { finishAction } from "../../../src/platform/cards/finish-action.ts";

const finish = (targetElements: unknown) =>
  finishAction(
    { type: "Action.ToggleVisibility", title: "suomi", targetElements: targetElements as never },
    { key: "key-1" },
    false,
  );

describe("a switch on a card", () => {
  it("when it names what it shows and hides, then it is sent so, without a key: nobody hears of it", () => {
    const targets = [
      { elementId: "words-sv", isVisible: false },
      { elementId: "words-fi", isVisible: true },
    ];

    expect(finish(targets)).toEqual({
      type: "Action.ToggleVisibility",
      title: "suomi",
      targetElements: targets,
    });
  });

  it.each([[["words-sv"]], [[{ elementId: "words-sv" }]], [[{ isVisible: true }]]])(
    "when it only says %j, then the card is not made",
    (targets) => {
      expect(() => finish(targets)).toThrow();
    },
  );
});
