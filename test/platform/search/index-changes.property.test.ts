import fc from "fast-check";
import type { SearchItem } from "../../../src/core/ports.ts";
import { createSearchIndex } from "../../../src/platform/search/create-search-index.ts";
import { text } from "./items.ts";

const words = [
  "avtal",
  "anbud",
  "leverantör",
  "pris",
  "kommun",
  "stad",
  "upphandling",
  "beslut",
  "frist",
];
const phrase = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((list) => list.join(" "));

type Change =
  | { readonly kind: "put"; readonly item: SearchItem }
  | { readonly kind: "remove"; readonly key: string }
  | { readonly kind: "search" };

const key = fc.integer({ min: 0, max: 120 }).map((number) => `k${number}`);
const item = fc
  .record({
    key,
    title: phrase,
    text: phrase,
    questions: fc.array(phrase, { maxLength: 2 }),
    network: fc.constantFrom(undefined, "a", "b"),
  })
  .map(text);
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: item.map((one): Change => ({ kind: "put", item: one })) },
  { weight: 2, arbitrary: key.map((one): Change => ({ kind: "remove", key: one })) },
  { weight: 1, arbitrary: fc.constant<Change>({ kind: "search" }) },
);

describe("an index after any changes", () => {
  it("when compared with a fresh one of the same texts, then both find the same", () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 250, size: "max" }),
        phrase,
        fc.constantFrom<readonly string[]>([], ["a"], ["a", "b"]),
        (changes, question, networks) => {
          const changed = createSearchIndex();
          const texts = new Map<string, SearchItem>();
          const ask = { text: question, language: "sv", networks, limit: 200 } as const;
          for (const one of changes) {
            if (one.kind === "put") {
              changed.putTexts([one.item]);
              texts.set(one.item.key, one.item);
            } else if (one.kind === "remove") {
              changed.remove([one.key]);
              texts.delete(one.key);
            } else changed.searchTexts(ask);
          }
          const fresh = createSearchIndex();
          fresh.putTexts([...texts.values()]);

          expect(changed.searchTexts(ask)).toEqual(fresh.searchTexts(ask));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("when any text is asked, then nothing breaks", () => {
    const index = createSearchIndex();
    index.putTexts(words.map((word) => text({ key: word, title: word, text: word })));

    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (question) => {
        const hits = index.searchTexts({ text: question, language: "sv", networks: [], limit: 3 });
        index.searchPeople({ text: question, networks: [], limit: 3 });
        index.detectLanguage(question);

        expect(hits.every(({ score }) => Number.isFinite(score) && score > 0)).toBe(true);
      }),
    );
  });
});
