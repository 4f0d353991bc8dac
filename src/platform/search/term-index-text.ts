/** Terms in running text, and in compounds that are no terms themselves. */
import type { TermHit, TermMatch } from "../../core/ports.ts";
import type { KnownName, Names } from "./term-index-names.ts";

type MayFind = (name: KnownName) => boolean;

/** A stretch of the text with the names that stand there. */
export type NamedPlace = {
  readonly text: string;
  readonly start: number;
  readonly hits: readonly TermHit[];
};

type TextWord = { readonly text: string; readonly word: string; readonly start: number };

const mostCharacters = 10_000;
const longestName = 8;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** What hangs on a word behind a colon or an apostrophe ("EU:n") is no word of its own. */
const hangsOn = /[\p{L}\p{N}][:'’]$/u;
const longestHanging = 4;

export function namesInText(names: Names, text: string, mayFind: MayFind): readonly NamedPlace[] {
  const plain = text.slice(0, mostCharacters).normalize("NFC");
  const words = wordsIn(plain);
  const meaningOf = rememberingForms(names);
  const found: NamedPlace[] = [];
  for (let at = 0; at < words.length; at++) {
    const place = longestAt(names, words, at, meaningOf, mayFind, plain);
    if (place) found.push(place);
  }
  return withoutOverlap(found);
}

function wordsIn(text: string): readonly TextWord[] {
  const words: TextWord[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const [word] = match;
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    if (word.length <= longestHanging && hangsOn.test(before)) continue;
    words.push({ text: word, word: word.toLowerCase(), start: match.index });
  }
  return words;
}

type Meaning = ReadonlyMap<number, TermMatch>;

function rememberingForms({ vocabulary }: Names): (word: string) => Meaning {
  const known = new Map<string, Meaning>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const meaning = new Map<number, TermMatch>();
    for (const form of vocabulary.formsOf(word)) meaning.set(form, "inflected");
    const same = vocabulary.numberOf(word);
    if (same !== undefined) meaning.set(same, "exact");
    known.set(word, meaning);
    return meaning;
  };
}

function longestAt(
  names: Names,
  words: readonly TextWord[],
  at: number,
  meaningOf: (word: string) => Meaning,
  mayFind: MayFind,
  text: string,
): NamedPlace | undefined {
  let length = 0;
  let hits: TermHit[] = [];
  for (const [first] of meaningOf((words[at] as TextWord).word)) {
    for (const known of names.beginningWith(first)) {
      const count = known.words.length;
      if (count < length || count > longestName || at + count > words.length) continue;
      const match = matchAt(known, words, at, meaningOf);
      if (!match || !mayFind(known) || !isWrittenAlike(known, words[at] as TextWord)) continue;
      if (count > length) hits = [];
      length = count;
      hits.push({ item: known.item, name: known.name, match, score: 1 });
    }
  }
  if (hits.length === 0) return undefined;
  const { start } = words[at] as TextWord;
  const last = words[at + length - 1] as TextWord;
  return { text: text.slice(start, last.start + last.text.length), start, hits };
}

function matchAt(
  known: KnownName,
  words: readonly TextWord[],
  at: number,
  meaningOf: (word: string) => Meaning,
): TermMatch | undefined {
  let match: TermMatch = "exact";
  for (const [place, word] of known.words.entries()) {
    const one = meaningOf((words[at + place] as TextWord).word).get(word);
    if (!one) return undefined;
    if (one === "inflected") match = one;
  }
  return match;
}

/** An abbreviation (HE, RP) is one only in its capitals: "he" is a Finnish word. */
function isWrittenAlike({ name, words }: KnownName, { text }: TextWord): boolean {
  if (words.length > 1 || name.text !== name.text.toUpperCase()) return true;
  return text.startsWith(name.text);
}

/** Where two overlap the one with more letters. */
function withoutOverlap(found: readonly NamedPlace[]): readonly NamedPlace[] {
  const kept: NamedPlace[] = [];
  const longestFirst = [...found].sort((one, other) => other.text.length - one.text.length);
  for (const one of longestFirst) {
    const isFree = kept.every(
      (other) =>
        one.start + one.text.length <= other.start || other.start + other.text.length <= one.start,
    );
    if (isFree) kept.push(one);
  }
  return kept.sort((one, other) => one.start - other.start);
}
