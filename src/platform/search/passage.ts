import type { Language } from "../../core/language.ts";
import { readQuestion } from "./question.ts";
import { foldedStem, type ReadText, readText } from "./read-text.ts";
import type { Span } from "./sentences.ts";

/** See `SearchIndex.passage`. */
export function passageOf(
  question: string,
  text: string,
  language: Language,
  maxLength: number,
): string {
  if (text.length <= maxLength) return text.trim();
  const read = readText(text, language);
  const { sentences } = read;
  const found = wordsFound(question, read, language);
  const opens = sentences.map(({ start }) => opensParagraph(text, start));
  const first = bestStart(sentences, startsOf(text, sentences, opens, maxLength), found, maxLength);
  const start = sentences[first]?.start ?? 0;
  const last = withoutTornEnd(opens, first, lastThatFits(sentences, first, maxLength));
  const end = sentences[last]?.end ?? text.length;
  if (end - start <= maxLength) return text.slice(start, end);
  // One sentence alone is too long: its beginning, up to a whole word.
  return text.slice(start, start + maxLength).replace(/\s+\S*$/, "");
}

const opensParagraph = (text: string, start: number): boolean =>
  start === 0 || /\n\s*$/u.test(text.slice(Math.max(0, start - 4), start));

/**
 * Where a passage may begin: at a paragraph, so that it reads as it was written; inside one only where the paragraph
 * does not fit as a whole.
 */
function startsOf(
  text: string,
  sentences: readonly Span[],
  opens: readonly boolean[],
  maxLength: number,
): readonly number[] {
  let paragraph = 0;
  return sentences.flatMap(({ start }, at) => {
    if (opens[at]) paragraph = at;
    const opening = sentences[paragraph]?.start ?? 0;
    const end = text.indexOf("\n", start);
    const fits = (end === -1 ? text.length : end) - opening <= maxLength;
    return at === paragraph || !fits ? [at] : [];
  });
}

/** A paragraph of which only the first sentence would come along is left out. */
const withoutTornEnd = (opens: readonly boolean[], first: number, last: number): number =>
  last > first && opens[last] && opens[last + 1] === false ? last - 1 : last;

/** A word of the question: how much it counts, and how well each sentence has it. */
type Found = { readonly weight: number; readonly bySentence: readonly number[] };

function wordsFound(
  question: string,
  { sentences, stems }: ReadText,
  language: Language,
): readonly Found[] {
  return [...readQuestion(question, language).topic.keys()].map((word) => {
    const sought = foldedStem(word, language);
    const bySentence = new Array<number>(sentences.length).fill(0);
    for (const { letters, sentences: places } of stems.get(sought.charAt(0)) ?? []) {
      const alike = likenessOf(sought, letters);
      if (alike === 0) continue;
      for (const at of places) bySentence[at] = Math.max(bySentence[at] as number, alike);
    }
    const share = bySentence.reduce((sum, alike) => sum + alike, 0);
    const weight = Math.log(1 + (sentences.length - share + 0.5) / (share + 0.5));
    return { weight, bySentence };
  });
}

/** From 0 to 1: how much of the longer word the two begin with alike; little is nothing. */
function likenessOf(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  let common = 0;
  while (common < longest && a.charCodeAt(common) === b.charCodeAt(common)) common++;
  return common >= shortestBeginning && common / longest >= leastShare ? common / longest : 0;
}

const shortestBeginning = 4;
const leastShare = 0.6;

/** Where the shortest stretch begins that has the most of the question; the beginning if none has any. */
function bestStart(
  sentences: readonly Span[],
  starts: readonly number[],
  found: readonly Found[],
  maxLength: number,
): number {
  let best = 0;
  let most = 0;
  let shortest = 0;
  for (const first of starts) {
    const covered = new Array<number>(found.length).fill(0);
    const last = lastThatFits(sentences, first, maxLength);
    for (let at = first; at <= last; at++) {
      let value = 0;
      for (let word = 0; word < found.length; word++) {
        const { weight, bySentence } = found[word] as Found;
        covered[word] = Math.max(covered[word] as number, bySentence[at] as number);
        value += weight * (covered[word] as number);
      }
      const length = at - first;
      if (
        value > most + closeEnough ||
        (value > most - closeEnough && value > 0 && length < shortest)
      ) {
        best = first;
        most = Math.max(most, value);
        shortest = length;
      }
    }
  }
  return best;
}

const closeEnough = 1e-6;

function lastThatFits(sentences: readonly Span[], first: number, maxLength: number): number {
  const start = sentences[first]?.start ?? 0;
  let last = first;
  while ((sentences[last + 1]?.end ?? Number.POSITIVE_INFINITY) - start <= maxLength) last++;
  return last;
}
