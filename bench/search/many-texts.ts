import type { SearchItem } from "../../src/core/ports.ts";
import type { Collection } from "./collections.ts";
import { plainItem } from "./collections.ts";

const wordsPerText = 150;

/** As many texts as wanted of about 150 words, made of the collection's own sentences; the same in every run. */
export function manyTexts({ items, language }: Collection, count: number): readonly SearchItem[] {
  const sentences = items.flatMap(({ text }) => text.match(/[^.!?\n]+[.!?]?/g) ?? []);
  const titles = items.map(({ title }) => title).filter((title) => title !== "");
  const random = randomFrom(20);
  const any = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  return Array.from({ length: count }, (_, at) => {
    const text: string[] = [];
    for (let words = 0; words < wordsPerText; ) {
      const sentence = any(sentences).trim();
      text.push(sentence);
      words += sentence.split(/\s+/).length;
    }
    return plainItem(`many-${at}`, language, any(titles) || any(sentences), text.join(" "));
  });
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
