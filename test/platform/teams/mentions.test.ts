import fc from "fast-check";
import { createCardRenderer } from "../../../src/platform/cards/card-renderer.ts";
import { withMentions } from "../../../src/platform/teams/mentions.ts";
import { checkCard } from "../cards/check-card.ts";
import { fullCard } from "../cards/sample-views.ts";

const card = createCardRenderer().render(fullCard("answer"), "key-1");
type Mentioning = {
  readonly body: readonly { readonly text?: string }[];
  readonly msteams: {
    readonly width?: string;
    readonly entities?: readonly {
      readonly text: string;
      readonly mentioned: { readonly id: string; readonly name: string };
    }[];
  };
};
const mentioning = (...names: readonly string[]) =>
  withMentions(
    card,
    names.map((name, at) => ({ userId: `29:${at}`, name })),
  ) as Mentioning;
const lineOf = ({ body }: Mentioning) => body.at(-1)?.text ?? "";

describe("people who are mentioned in a card", () => {
  it("when there are some, then a line at its end names each, and the card is sound", () => {
    const both = mentioning("Anna Ek", "Bo Ås");

    expect(lineOf(both)).toBe("<at>Anna Ek</at> <at>Bo Ås</at>");
    expect(both.body[0]).toMatchObject({ id: "answer" });
    expect(both.msteams).toMatchObject({
      width: "Full",
      entities: [
        { type: "mention", text: "<at>Anna Ek</at>", mentioned: { id: "29:0", name: "Anna Ek" } },
        { type: "mention", text: "<at>Bo Ås</at>", mentioned: { id: "29:1", name: "Bo Ås" } },
      ],
    });
    expect(checkCard(both)).toEqual([]);
  });

  it("when there is nobody, then the card is as it was", () => {
    expect(withMentions(card)).toBe(card);
    expect(withMentions(card, [])).toBe(card);
  });

  it("when there are more than Teams takes, then the first twenty are named", () => {
    const many = mentioning(...Array.from({ length: 25 }, (_, at) => `Person ${at}`));

    expect(many.msteams.entities).toHaveLength(20);
    expect(lineOf(many).match(/<at>/gu)).toHaveLength(20);
  });

  it("when two have the same name, then each is still found by a text of their own", () => {
    const { entities } = mentioning("Anna Ek", "Anna Ek").msteams;

    expect(entities?.map(({ text }) => text)).toEqual(["<at>Anna Ek</at>", "<at>Anna Ek (2)</at>"]);
    expect(entities?.map(({ mentioned }) => mentioned.name)).toEqual(["Anna Ek", "Anna Ek"]);
  });

  it.each([
    ["Anna</at> <at>Alla", "Anna /at at Alla"],
    ["[Anna](https://evil.example)", "Anna (https //evil.example)"],
    ["*_~`#|\\", "?"],
    ["", "?"],
    ["Anna\n\n# Rubrik", "Anna Rubrik"],
    ["Anna\u202eke", "Anna ke"],
    ["{{DATE(2026)}}", "DATE(2026)"],
    ["Maija O'Neill-Sjölund (gäst)", "Maija O'Neill-Sjölund (gäst)"],
  ])("when a name is %j, then %j stands there", (name, shown) => {
    expect(lineOf(mentioning(name))).toBe(`<at>${shown}</at>`);
  });

  it("when names are any at all, then the line holds their mentions and no other markup", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 25 }),
        (names) => {
          const made = mentioning(...names);
          const parts = lineOf(made).split("</at> <at>");
          expect(parts).toHaveLength(Math.min(names.length, 20));
          expect(lineOf(made).replaceAll(/<\/?at>/gu, "")).not.toMatch(/[<>&*_~`[\]{}\\|#]/u);
          const texts = made.msteams.entities?.map(({ text }) => text) ?? [];
          expect(new Set(texts).size).toBe(texts.length);
          expect(texts.join(" ")).toBe(lineOf(made));
        },
      ),
    );
  });
});
