import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import type { Card, CardKind, Json, JsonObject } from "../../../src/core/reply.ts";
import { createCardRenderer } from "../../../src/platform/cards/card-renderer.ts";
import { oneLine, paragraphs } from "../../../src/platform/cards/plain-text.ts";
import { checkCard } from "./check-card.ts";
import { fullCard, kinds, minimalCard } from "./sample-views.ts";
import { unescaped, withoutEscapes } from "./unescape.ts";

const renderer = createCardRenderer();

type Node = { readonly [name: string]: Json };

/** Every object of the card. */
function nodes(value: Json | undefined): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => nodes(item));
  if (typeof value !== "object" || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap((inner) => nodes(inner))];
}

const ofType = (card: JsonObject, type: string): readonly Node[] =>
  nodes(card).filter((node) => node.type === type);

/** Every string of the card that clients read as markdown. */
const markdownOf = (card: JsonObject): readonly string[] => [
  ...ofType(card, "TextBlock").map((block) => String(block.text)),
  ...ofType(card, "FactSet")
    .flatMap((set) => nodes(set.facts))
    .flatMap((fact) => [String(fact.title), String(fact.value)]),
];

/** The card's view with each string that people see changed; addresses, verbs and data stay. */
function withTexts(card: Card, change: (text: string) => string): Card {
  const inside = (value: Json, name: string): Json => {
    if (["url", "verb", "data", "elementId"].includes(name)) return value;
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map((item: Json) => inside(item, ""));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, inside(inner, key)]),
    );
  };
  return { ...card, view: inside(card.view, "") as JsonObject, summary: change(card.summary) };
}

const hostile: readonly (readonly [name: string, text: string])[] = [
  ["a link", "[klicka](javascript:alert(1)) ![bild](https://x.example/p.png)"],
  ["a mention", "<at>Anna</at> < at >"],
  ["a template", "${secret} ${$root.buttons} $when"],
  ["markdown", "# A\n\n- **b** _c_ `d` ~~e~~\n1. f\n> g\n---\n| h | i |"],
  ["HTML", "<script>alert(1)</script><img src=x onerror=y>&lt;b&gt;&#60;"],
  ["control and bidi characters", "a\u202Eb\u0000c\u2066d\u200bg\u061c\ue000"],
  ["emoji", "👩‍💻🏳️‍🌈 🇫🇮"],
  ["5,000 characters", "Sähköbussien kilpailutus ".repeat(200)],
  ["5,000 characters to escape", "*".repeat(5_000)],
];

const cardOf = (kind: CardKind, view: JsonObject): Card => ({
  ...fullCard(kind),
  view: { ...fullCard(kind).view, ...view },
});

describe("the card renderer", () => {
  it("when it starts, then it has a template for every kind of card", () => {
    expect([...renderer.templates].sort()).toEqual([...kinds].sort());
  });

  describe.each(kinds)("when the card is %s", (kind) => {
    it("then the full card is right and shows everything it was given", () => {
      const card = fullCard(kind);
      const rendered = renderer.render(card, "key-1");

      expect(checkCard(rendered)).toEqual([]);
      expect(rendered).toHaveProperty("lang", card.language);
      expect(rendered).toHaveProperty("body.0.id", kind);
      const shown = unescaped(
        JSON.stringify(rendered).replaceAll("\\n", "\n").replaceAll("\\\\", "\\"),
      );
      withTexts(card, (text) => {
        for (const part of paragraphs(text).split("\n\n")) expect(shown).toContain(part);
        return text;
      });
      for (const node of nodes(card.view)) {
        if (typeof node.elementId !== "string") continue;
        expect(nodes(rendered).filter((shownNode) => shownNode.id === node.elementId)).toHaveLength(
          1,
        );
      }
    });

    it("then the card without anything optional is right and holds nothing empty", () => {
      const rendered = renderer.render(minimalCard(kind), "key-1");
      expect(checkCard(rendered)).toEqual([]);
      expect(JSON.stringify({ body: rendered.body })).not.toMatch(/""|\[\]|null/);
    });

    it.each(hostile)("then %s in every text is shown as plain text", (_name, text) => {
      const rendered = renderer.render(
        withTexts(fullCard(kind), () => text),
        "key-1",
      );

      expect(checkCard(rendered)).toEqual([]);
      expect(JSON.stringify(rendered)).not.toMatch(
        /[\u202a-\u202e\u2066-\u2069\u200b\u061c]|\\u0000/,
      );
      for (const shown of markdownOf(rendered)) {
        expect(shown).not.toMatch(/<\/?at>/i);
        const plain = unescaped(shown);
        expect(
          [paragraphs(text), oneLine(text)].some((whole) =>
            whole.replaceAll("\u00a0", " ").startsWith(plain.replace(/…$/, "")),
          ),
        ).toBe(true);
      }
    });

    it("then any text is plain text on it", () => {
      fc.assert(
        fc.property(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.constantFrom(...hostile),
          (text, [, bad]) => {
            const given = text + bad.slice(0, 200) + text;
            const rendered = renderer.render(
              withTexts(fullCard(kind), () => given),
              "key-1",
            );
            const expected = [paragraphs(given), oneLine(given)].map((whole) =>
              whole.replaceAll("\u00a0", " "),
            );
            for (const shown of markdownOf(rendered)) {
              expect(withoutEscapes(shown)).not.toMatch(/\]\(|<\/?at>|<[a-z]/i);
              expect(expected).toContain(unescaped(shown));
            }
            expect(checkCard(rendered)).toEqual([]);
          },
        ),
        { numRuns: 25 },
      );
    });
  });

  it("when a button reaches the bot, then it carries the key, also where Action.Execute is unknown", () => {
    const rendered = renderer.render(fullCard("answer"), "key-7");
    const executes = ofType(rendered, "Action.Execute");
    expect(executes.length).toBeGreaterThan(4);
    for (const { verb, data, title, fallback } of executes) {
      expect(data).toMatchObject({ key: "key-7" });
      expect(fallback).toEqual({
        type: "Action.Submit",
        title,
        data: { ...(data as JsonObject), verb },
      });
    }
  });

  it("when data pretends to be a key or a verb, then ours win", () => {
    const button = {
      title: "Ja",
      verb: "ask.none",
      data: { id: "x", key: "theirs", verb: "data.forget" },
    };
    const [action] = renderer.render(cardOf("error", { buttons: [button] }), "ours")
      .actions as readonly Node[];
    expect(action).toMatchObject({
      verb: "ask.none",
      data: { id: "x", key: "ours" },
      fallback: { data: { key: "ours", verb: "ask.none" } },
    });
  });

  it.each([
    ["javascript:alert(1)", undefined],
    ["http://example.org", undefined],
    ["mailto:anna@example.org", undefined],
    ["https://microsoft.com@evil.example/", undefined],
    ["data:text/html,x", undefined],
    ["\u0001https://", undefined],
    ["", undefined],
    ["https://example.org/a?b=c", "https://example.org/a?b=c"],
    [
      "https://teams.microsoft.com/l/chat/0/0?users=a@b.example",
      "https://teams.microsoft.com/l/chat/0/0?users=a@b.example",
    ],
  ])("when a link goes to %j, then its address is %j", (url, expected) => {
    const rendered = renderer.render(
      cardOf("error", { buttons: [], links: [{ title: "Öppna", url }] }),
      "k",
    );
    expect((rendered.actions as readonly Node[])[0]?.url).toBe(expected);
  });

  it("when there are more than six actions, then the first six are kept, buttons before links", () => {
    const buttons = Array.from({ length: 5 }, (_, n) => ({
      title: `B${n}`,
      verb: "ask.choose",
      data: { n },
    }));
    const links = [1, 2, 3].map((n) => ({ title: `L${n}`, url: "https://example.org" }));
    const actions = renderer.render(cardOf("choices", { buttons, links }), "k")
      .actions as readonly Node[];
    expect(actions.map((action) => action.title)).toEqual(["B0", "B1", "B2", "B3", "B4", "L1"]);
  });

  it("when a card has inputs, then only its first button sends them along", () => {
    const actions = renderer.render(fullCard("topics"), "k").actions as readonly Node[];
    expect(actions.map((action) => action.associatedInputs)).toEqual([
      undefined,
      "none",
      undefined,
    ]);
  });

  it("when a card would be too large, then texts and lists get shorter until it fits", () => {
    const long = "Sähköbussien kilpailutus ja *ehdot*. ".repeat(300);
    const item = (fullCard("choices").view.items as readonly JsonObject[])[0] as JsonObject;
    const items = Array.from({ length: 300 }, () => ({ ...item, snippet: long }));
    const rendered = renderer.render(cardOf("choices", { items }), "k");
    expect(checkCard(rendered)).toEqual([]);
    expect(ofType(rendered, "ColumnSet").length).toBeGreaterThan(3);
  });

  it("when the same thing is shown twice, then the first has its id, for ids must be unique", () => {
    const related = [{ elementId: "practice:miljokrav", title: "Igen", data: {}, altText: "Igen" }];
    const rendered = renderer.render(cardOf("answer", { related }), "k");
    expect(checkCard(rendered)).toEqual([]);
    expect(nodes(rendered).filter((node) => node.id === "practice:miljokrav")).toHaveLength(1);
  });

  it("when a card cannot be made to fit, then that is an error", () => {
    const buttons = [{ title: "Ja", verb: "ask.none", data: { id: "x".repeat(50_000) } }];
    expect(() => renderer.render(cardOf("error", { buttons }), "k")).toThrow(/error is too large/);
  });

  it("when the heading is empty, then the card begins with its summary, under the card's id", () => {
    const rendered = renderer.render(
      { ...cardOf("error", { heading: "" }), summary: "Fel: *allt*" },
      "k",
    );
    expect((rendered.body as readonly Node[])[0]).toMatchObject({
      id: "error",
      text: "Fel: \\*allt\\*",
    });
  });

  it.each([
    ["the card itself", { ...fullCard("answer"), view: {} }, /answer.*lacks.*"title"/],
    ["a list", cardOf("help", { sections: [{ title: "x" }] }), /help.*lacks/],
    ["a button", cardOf("error", { buttons: [{ title: "x", verb: "v" }] }), /error.*lacks "data"/],
    ["a link", cardOf("error", { links: [{ title: "x" }] }), /error.*lacks "url"/],
    ["a fact", cardOf("answer", { facts: [{ label: "x" }] }), /answer.*lacks "value"/],
    [
      "what can be chosen",
      cardOf("contact", { practices: [{ elementId: "practice:x", title: "x" }] }),
      /contact.*lacks "data"/,
    ],
  ])("when a field of %s is missing, then the error names it", (_name, card, message) => {
    expect(() => renderer.render(card as Card, "k")).toThrow(message);
  });

  it("when a button has no verb, then that is an error", () => {
    const buttons = [{ title: "x", verb: "", data: {} }];
    expect(() => renderer.render(cardOf("error", { buttons }), "k")).toThrow(/no verb or no data/);
  });

  it("when a view is null where something is optional, then nothing is shown there", () => {
    const rendered = renderer.render(cardOf("error", { text: null }), "k");
    expect(checkCard(rendered)).toEqual([]);
    expect(rendered.body).toHaveLength(1);
  });

  it("when a card is made, then the view it was made from is as it was", () => {
    const card = fullCard("answer");
    const before = structuredClone(card);
    renderer.render(card, "k");
    expect(card).toEqual(before);
  });
});

describe("templates that break the rules", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kollega-cards-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    [
      "text around a field",
      { type: "TextBlock", id: "error", text: "Hej ${name}" },
      /not one \$\{path\}/,
    ],
    [
      "a function",
      { type: "TextBlock", id: "error", text: "${toUpper(name)}" },
      /not one \$\{path\}/,
    ],
    ["a condition of its own", { type: "TextBlock", id: "error", $when: "${a == b}" }, /\$when/],
    ["another first id", { type: "TextBlock", id: "fault", text: "${text}" }, /must be "error"/],
  ])("when a template has %s, then the start fails and says where", (_name, element, message) => {
    cpSync(
      path.resolve(import.meta.dirname, "../../../cards/shared"),
      path.join(folder, "shared"),
      { recursive: true },
    );
    writeFileSync(
      path.join(folder, "shared/error.json"),
      JSON.stringify({ type: "AdaptiveCard", body: [element] }),
    );
    expect(() => createCardRenderer({ templatesDir: folder })).toThrow(message);
  });
});
