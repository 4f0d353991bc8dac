import fc from "fast-check";
import { escapeMarkdown } from "../../../src/platform/cards/escape-markdown.ts";
import { paragraphs } from "../../../src/platform/cards/plain-text.ts";
import { unescaped, withoutEscapes } from "./unescape.ts";

/** Texts made of what markdown is made of, far likelier to be active than random ones. */
const bits = [
  ..."*_~`[]()<>&#+-!|\\{}=.:\"' \nabå19",
  ...[
    "**",
    "](",
    "[x](javascript:alert(1))",
    "<at>Anna</at>",
    "<b>",
    "<!--",
    "&amp;",
    "&#65;",
    "# ",
  ],
  ...["- ", "1. ", "1) ", "---", "```", "~~", "{{DATE(2026-01-01, SHORT)}}", "${secret}", "ord"],
];
const markup = fc.array(fc.constantFrom(...bits), { maxLength: 20 }).map((parts) => parts.join(""));
const anyText = fc.oneof(markup, fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));

describe("escaped markdown", () => {
  it.each([
    ["[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"],
    ["<at>Anna</at>", "\\<at\\>Anna\\</at\\>"],
    ["**fet** och _lutad_", "\\*\\*fet\\*\\* och \\_lutad\\_"],
    ["&lt;b&#62; R&D", "\\&lt;b\\&#62; R&D"],
    ["`kod` ~~bort~~", "\\`kod\\` \\~\\~bort\\~\\~"],
    [
      "- ett\n\n2. två\n\n3) tre\n\n+ fyra",
      "-\u00a0ett\n\n2.\u00a0två\n\n3)\u00a0tre\n\n+\u00a0fyra",
    ],
    ["# rubrik\n\n---\n\n> citat\n\n* punkt", "\\# rubrik\n\n\\---\n\n\\> citat\n\n\\* punkt"],
    ["{{DATE(2026-01-01, SHORT)}}", "{\\{DATE(2026-01-01, SHORT)}}"],
    ["C:\\mapp", "C:\\\\mapp"],
  ])("when a text is %j, then it is %j", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it.each([
    "Pris: 2 * 3 = 6 (ca), -5 °C, +358 40 123 4567, ~100 euro, 1.9.2026.",
    "mikko_virtanen@turku.example",
    "x < 5 och 7 > 3, <5 %, R&D & co!",
    "Vi frågade: vad klarar ni? – Allt | inget; 50–60 %.",
    "${secret} kostar $5",
  ])("when nothing in %j can be active, then it stays as it is", (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  it("when it is read as markdown, then it is the text again", () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const text = paragraphs(given);
        expect(unescaped(escapeMarkdown(text))).toBe(text.replaceAll("\u00a0", " "));
      }),
      { numRuns: 3_000 },
    );
  });

  it("when it is read as markdown, then no link, mention, tag, entity, code or list is left", () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const left = withoutEscapes(escapeMarkdown(paragraphs(given)));
        expect(left).not.toMatch(
          /[[\]`]|<\/?[A-Za-z!?]|&(?:#|[A-Za-z][A-Za-z0-9]*;)|\{\{(?:DATE|TIME)/i,
        );
        expect(left).not.toMatch(/^(?:[-+*>] |#|\d{1,9}[.)] )/m);
        expect(left).not.toMatch(/\*[^\s*]|[^\s*]\*/);
      }),
      { numRuns: 3_000 },
    );
  });

  it("when a text is very long, then it takes no time that grows with its square", () => {
    const started = performance.now();
    for (const character of "*_<>[`&{-1#~\\") escapeMarkdown(character.repeat(8_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
