import fc from "fast-check";
import type { Term } from "../../../../src/core/content.ts";
import { type Language, languages } from "../../../../src/core/language.ts";
import type { TermItem } from "../../../../src/core/ports.ts";
import { readQuestion } from "../../../../src/platform/search/question.ts";
import {
  createDictionaries,
  stemKey,
  type WordTable,
} from "../../../../src/platform/search/translate/dictionary.ts";
import { shippedWords } from "../../../../src/platform/search/translate/dictionary-file.ts";
import { createPhrases } from "../../../../src/platform/search/translate/phrases.ts";
import { translateQuestion } from "../../../../src/platform/search/translate/translate-question.ts";

const key = (word: string) => stemKey(word, "sv");
const table: WordTable = new Map([
  [key("buss"), [{ word: "bussi", share: 1 }]],
  [key("biogas"), [{ word: "biokaasu", share: 1 }]],
  [
    key("upphandling"),
    [
      { word: "hankinta", share: 0.75 },
      { word: "osto", share: 0.25 },
    ],
  ],
]);
const dictionaries = createDictionaries({ "sv-fi": table }, (renderings) => renderings);

const term = (key: string, names: Partial<Term>, network?: string): TermItem => ({
  key,
  ...(network && { network }),
  term: {
    id: key,
    svAlso: [],
    fiAlso: [],
    enAlso: [],
    svAvoid: [],
    fiAvoid: [],
    enAvoid: [],
    usedBy: [],
    ...names,
  },
});

/** The words of the translation with what they count, and no others. */
function translated(
  text: string,
  terms: readonly TermItem[] = [],
  networks: readonly string[] = ["n1"],
): Record<string, number> {
  const phrases = createPhrases();
  for (const one of terms) phrases.put(one);
  const { topic } = translateQuestion(
    readQuestion(text, "sv"),
    { from: "sv", to: "fi", networks },
    { dictionaries, phrases },
  );
  return Object.fromEntries([...topic].map(([word, by]) => [word, Math.round(by * 100) / 100]));
}

describe("translateQuestion", () => {
  it.each([
    ["a known word", "bussarna", { bussi: 1, bussarna: 0.3 }],
    ["a word with two meanings", "upphandling", { hankinta: 0.75, osto: 0.25, upphandling: 0.3 }],
    ["a word that nothing knows", "Wihuri", { wihuri: 0.8 }],
    ["a compound", "biogasbuss", { biokaasu: 0.6, bussi: 0.6, biogasbuss: 0.3 }],
    ["a stop word beside a known one", "hur buss", { bussi: 1, buss: 0.3 }],
    ["nothing", "", {}],
  ])(
    "when the question is %s, then it becomes its words in the other language",
    (_what, text, words) => {
      expect(translated(text)).toEqual(words);
    },
  );

  it("when several words are a term of the network, then they become its name, the longest first", () => {
    const terms = [
      term("a", { sv: "dynamiskt inköpssystem", fi: "dynaaminen hankintajärjestelmä" }, "n1"),
      term("b", { sv: "dynamiskt", fi: "vilkas" }, "n1"),
    ];

    expect(translated("dynamiska inköpssystem", terms)).toEqual({
      dynaaminen: 1,
      hankintajärjestelmä: 1,
      dynamiska: 0.3,
      inköpssystem: 0.3,
    });
  });

  it("when the term is another network's, then it does not count", () => {
    const terms = [term("a", { sv: "buss", fi: "onnikka" }, "n2")];

    expect(translated("buss", terms)).toEqual({ bussi: 1, buss: 0.3 });
    expect(translated("buss", terms, ["n2"])).toEqual({ onnikka: 1, buss: 0.3 });
  });

  it("when the network calls it otherwise than others do, then its own name alone is meant", () => {
    const terms = [
      term("a", { sv: "buss", fi: "onnikka" }, "n1"),
      term("b", { sv: "buss", fi: "linja-auto" }),
    ];

    expect(translated("buss", terms)).toEqual({ onnikka: 1, buss: 0.3 });
  });

  it("when a name is to be avoided, then it is understood, but never said", () => {
    const terms = [
      term("a", { svAvoid: ["rundtur"], fi: "kiertoajelu", fiAvoid: ["kierros"] }, "n1"),
    ];

    expect(translated("rundtur", terms)).toEqual({ kiertoajelu: 1, rundtur: 0.3 });
  });

  it("when a term was taken away, then its name means nothing any more", () => {
    const phrases = createPhrases();
    phrases.put(term("a", { sv: "rundtur", fi: "kiertoajelu" }));
    phrases.remove("a");
    phrases.remove("unheard of");

    const query = { stems: ["rundtur"], from: "sv", to: "fi", networks: [] } as const;
    expect(phrases.at(query, 0)).toBeUndefined();
  });

  it("when anything at all is asked, then every word of the translation counts, and none beyond measure", () => {
    const { dictionaries: shipped } = shippedWords();
    const language = fc.constantFrom<Language>(...languages);
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        language,
        language,
        (text, from, to) => {
          const question = readQuestion(text, from);

          const { topic } = translateQuestion(
            question,
            { from, to, networks: [] },
            { dictionaries: shipped, phrases: createPhrases() },
          );

          const asked = [...question.topic.values()].reduce((sum, times) => sum + times, 0);
          const counted = [...topic.values()].reduce((sum, by) => sum + by, 0);
          expect([...topic.values()].every((by) => by >= 0)).toBe(true);
          expect(counted).toBeLessThanOrEqual(1.6 * asked);
        },
      ),
    );
  });
});

describe("the dictionary that ships", () => {
  const { dictionaries: shipped, names } = shippedWords();
  const words = (from: Language, to: Language, asked: string) =>
    shipped(from, to)(asked).map(({ word }) => word);

  it.each([
    ["sv", "fi", "upphandlingar", "hankinta"],
    ["fi", "sv", "hankinnat", "upphandling"],
    ["en", "sv", "procurement", "upphandling"],
    ["en", "fi", "biogas", "biokaasu"],
    ["sv", "en", "buss", "bus"],
    ["fi", "en", "kunnan", "municipality"],
    // A compound that it does not know, by its parts.
    ["sv", "fi", "skolupphandlingar", "koulu"],
    // Another form of a known word.
    ["fi", "sv", "kilpailutuksessakaan", "konkurrensutsättning"],
  ] as const)("when %s is asked in %s for %s, then %s is among it", (from, to, asked, word) => {
    expect(words(from, to, asked)).toContain(word);
  });

  it.each(["zzzzzz", "e", ""])("when nothing is known of %j, then it becomes nothing", (asked) => {
    expect(words("sv", "fi", asked)).toEqual([]);
  });

  it("when it was read, then it has names of several words, too", () => {
    expect(names.some(({ term: { sv } }) => sv === "dynamiskt inköpssystem")).toBe(true);
  });
});
