import type { JsonObject } from "../../../src/core/reply.ts";
import { createCardRenderer } from "../../../src/platform/cards/card-renderer.ts";
import { checkCard, checkWithAdaptiveCards, checkWithSchema } from "./check-card.ts";
import { fullCard } from "./sample-views.ts";

type Loose = {
  [name: string]: unknown;
  body: Record<string, unknown>[];
  actions: Record<string, unknown>[];
};

const good = createCardRenderer().render(fullCard("topics"), "key-1");

/** A good card with one thing changed. */
const changed = (change: (card: Loose) => void): JsonObject => {
  const card = structuredClone(good) as unknown as Loose;
  change(card);
  return card as unknown as JsonObject;
};

const execute = (data: object): Record<string, unknown> => ({
  type: "Action.Execute",
  title: "Ja",
  verb: "ask.none",
  data,
  fallback: { type: "Action.Submit", title: "Ja", data: { key: "k", verb: "ask.none" } },
});

const violations: readonly (readonly [
  name: string,
  change: (card: Loose) => void,
  fault: RegExp,
])[] = [
  ["another version", (card) => Object.assign(card, { version: "1.6" }), /version is not 1\.5/],
  ["no language", (card) => delete card.lang, /no lang/],
  ["no id on its first element", (card) => delete card.body[0]?.id, /no body\[0\]\.id/],
  [
    "seven actions, in sets too",
    (card) =>
      card.body.push({
        type: "ActionSet",
        actions: Array.from({ length: 4 }, () => execute({ key: "k" })),
      }),
    /7 actions/,
  ],
  ["a button without verb", (card) => delete card.actions[0]?.verb, /no verb/],
  [
    "a button without key",
    (card) => Object.assign(card.actions[0] ?? {}, { data: {} }),
    /no data\.key/,
  ],
  [
    "a button without fallback",
    (card) => delete card.actions[0]?.fallback,
    /no Action\.Submit fallback/,
  ],
  [
    "a Submit of its own",
    (card) => Object.assign(card.actions, [{ type: "Action.Submit", title: "Ja", data: {} }]),
    /Submit without/,
  ],
  [
    "a leftover of a template",
    (card) => Object.assign(card.body[0] ?? {}, { text: "Hej ${heading}" }),
    /left over/,
  ],
  [
    "too much text",
    (card) => Object.assign(card.body[0] ?? {}, { text: "å".repeat(40_000) }),
    /80 KB/,
  ],
  [
    "an image without alt text",
    (card) => card.body.push({ type: "Image", url: "https://x.example/a.png" }),
    /altText/,
  ],
  [
    "a link that is not https",
    (card) => card.actions.push({ type: "Action.OpenUrl", title: "x", url: "http://x.example" }),
    /not https/,
  ],
  ["an input without label", (card) => card.body.push({ type: "Input.Text", id: "a" }), /no label/],
  [
    "a required input without error text",
    (card) => card.body.push({ type: "Input.Text", id: "a", label: "A", isRequired: true }),
    /errorMessage/,
  ],
  [
    "two inputs of one id",
    (card) => card.body.push({ type: "Input.Text", id: "tags", label: "A" }),
    /same id/,
  ],
  ["text that does not wrap", (card) => card.body.push({ type: "TextBlock", text: "x" }), /wrap/],
  [
    "a width Teams does not know",
    (card) => Object.assign(card, { msteams: { width: "Wide" } }),
    /schema: \/msteams/,
  ],
  [
    "a target width Teams does not know",
    (card) => Object.assign(card.body[0] ?? {}, { targetWidth: "Huge" }),
    /schema: \/targetWidths/,
  ],
  [
    "an unknown element",
    (card) => card.body.push({ type: "TextBlok", text: "x", wrap: true }),
    /schema:/,
  ],
  [
    "an unknown property",
    (card) => Object.assign(card.body[0] ?? {}, { colour: "good" }),
    /schema:/,
  ],
];

describe("checkCard", () => {
  it("when a card is right, then it has no faults", () => {
    expect(checkCard(good)).toEqual([]);
    expect(
      checkCard(
        changed((card) => Object.assign(card.body[0] ?? {}, { targetWidth: "atLeast:Narrow" })),
      ),
    ).toEqual([]);
    expect(
      checkCard(changed((card) => Object.assign(card.body[0] ?? {}, { text: "${secret}" }))),
    ).toEqual([]);
  });

  it.each(violations)("when a card has %s, then it says so", (_name, change, fault) => {
    expect(checkCard(changed(change)).join("\n")).toMatch(fault);
  });

  it.each([undefined, null, "card", []])("when it is given %j, then that is a fault", (nothing) => {
    expect(checkCard(nothing)).not.toEqual([]);
  });

  describe.each([
    ["an unknown element", (card: Loose) => card.body.push({ type: "Unheard", text: "x" })],
    [
      "a link to nowhere",
      (card: Loose) => card.actions.push({ type: "Action.OpenUrl", title: "x" }),
    ],
  ])("when a card has %s", (_name, change) => {
    it("then the schema alone refuses it", () => {
      expect(checkWithSchema(changed(change))).not.toEqual([]);
    });
    it("then Microsoft's renderer alone refuses it", () => {
      expect(checkWithAdaptiveCards(changed(change))).not.toEqual([]);
    });
  });
});
