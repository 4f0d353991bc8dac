/**
 * How somebody's full name stands in running text: as it is, its two words the other way round, and with the endings
 * that Swedish and Finnish put to its last word. Pure.
 */

/** A pattern's source for one name of two words or more; undefined: one word alone is many people's, or no name at all. */
export function formsOfName(name: string): string | undefined {
  const words = name.trim().split(/\s+/u);
  if (words.length < 2 || !words.every((word) => /[\p{L}\p{N}]/u.test(word))) return undefined;
  const last = words.at(-1) ?? "";
  const [first = ""] = words;
  const forms = [`${words.slice(0, -1).map(literally).join(gap)}${gap}${bent(last)}`];
  if (words.length === 2) {
    forms.push(`${literally(last)}${gap}${bent(first)}`);
    forms.push(`${literally(last)},${gap}${literally(first)}`);
  }
  return forms.join("|");
}

/**
 * Whether it is no name but a phrase: each of its words stands in lower case in the texts, as hardly anybody's whole name
 * does. People name themselves in Teams; whoever calls themselves "Hållbar upphandling" takes that out of no text.
 */
export function isPhrase(name: string, texts: Iterable<string>): boolean {
  const left = new Set(
    withoutAddition(name)
      .split(/[\s,]+/u)
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .map((word) => word.toLowerCase()),
  );
  for (const text of texts) {
    for (const word of left) {
      // In an address everybody's name is in lower case.
      const alone = new RegExp(
        `(?<![\\p{L}\\p{N}._@-])${literally(word)}(?![\\p{L}\\p{N}_@-]|\\.[\\p{L}\\p{N}])`,
        "u",
      );
      if (text.includes(word) && alone.test(text)) left.delete(word);
    }
    if (left.size === 0) return true;
  }
  return false;
}

/** What stands after a name in a directory is not part of it, such as "(Guest)". */
export const withoutAddition = (name: string): string => name.replace(/\s*\([^()]*\)\s*$/u, "");

/** Any text as a pattern that finds just it. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");

const gap = "\\s+";
/** Fewer letters than this are too few to tell an ending from another name. */
const shortestBent = 3;
const shortestPartitive = 5;

/** A word with or without an ending. */
function bent(word: string): string {
  const stem = literally(word);
  if (word.length < shortestBent || !/\p{Ll}$/u.test(word)) return stem;
  const genitive = /[sxz]$/u.test(word) ? [] : ["s"];
  const own = genitive.map((ending) => `${stem}${ending}`);
  return `(?:${[...finnishForms(word), ...own, stem].join("|")})`;
}

const vowel = "aeiouyåäö";
const endings = "n|ll[eaä]|lt[aä]|ss[aä]|st[aä]|ksi|n[aä]";

/** With the case endings of Finnish; in the plural and with further endings it is not found. */
function finnishForms(word: string): readonly string[] {
  if (word.endsWith("nen")) {
    const rest = literally(word.slice(0, -3));
    return [`${rest}se(?:${endings}|en)`, `${rest}st[aä]`];
  }
  const isLong = word.length >= shortestPartitive;
  const forms = stemsOf(word).map((stem) => {
    const end = stem.at(-1) ?? "";
    const partitive = end === "i" && !isLong ? "" : "|[aä]";
    return `${literally(stem)}(?:${endings}|h?${end}n|seen${partitive})`;
  });
  return word.endsWith("e") ? [...forms, `${literally(word)}tt[aä]`] : forms;
}

function stemsOf(word: string): readonly string[] {
  if (word.endsWith("e")) return [`${word}e`];
  if (!isVowel(word.at(-1))) {
    const native = /[aeiouyäö]s$/u.test(word) ? [`${word.slice(0, -1)}kse`] : [];
    return [`${word}i`, ...native];
  }
  const strong = word.endsWith("i") ? [word, `${word.slice(0, -1)}e`] : [word];
  return [...new Set(strong.flatMap((stem) => [stem, ...weakened(stem)]))];
}

const isVowel = (letter = ""): boolean => vowel.includes(letter);

/** The last consonants of a stem before most endings: Heikki – Heikin, Lahti – Lahden, Mäki – Mäen. */
const grades: readonly (readonly [strong: RegExp, weak: string])[] = [
  [/kk(?=[a-zäö]$)/u, "k"],
  [/pp(?=[a-zäö]$)/u, "p"],
  [/tt(?=[a-zäö]$)/u, "t"],
  [/nk(?=[a-zäö]$)/u, "ng"],
  [/nt(?=[a-zäö]$)/u, "nn"],
  [/mp(?=[a-zäö]$)/u, "mm"],
  [/lt(?=[a-zäö]$)/u, "ll"],
  [/rt(?=[a-zäö]$)/u, "rr"],
  [/(?<=[aeiouyäöh])t(?=[a-zäö]$)/u, "d"],
  [/(?<=[aeiouyäölr])p(?=[a-zäö]$)/u, "v"],
  [/(?<=[aeiouyäölrh])k(?=[a-zäö]$)/u, ""],
];

function weakened(stem: string): readonly string[] {
  const found = grades.find(([strong]) => strong.test(stem));
  return found ? [stem.replace(...found)] : [];
}
