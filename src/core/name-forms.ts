/**
 * How somebody's full name stands in running text: as it is, the other way round, and with the endings that Swedish and
 * Finnish put to its last word. Names and texts in composed letters (NFC). Pure.
 */

/** A pattern's source for one name of two words or more; undefined: one word alone is many people's, or no name at all. */
export function formsOfName(name: string): string | undefined {
  const { first, last, hasComma } = partsOf(name.normalize("NFC"));
  const words = [...first, ...last];
  if (words.length < 2 || !words.every((word) => /[\p{L}\p{N}]/u.test(word))) return undefined;
  const forms = [inOrder(words, blanks), unlessBetween(words, inOrder(words, anyGap), ",?")];
  if (hasComma || words.length === 2) {
    const turned = [...last, ...first];
    const listed = inOrder(last.with(-1, `${last.at(-1)},`).concat(first), blanks);
    forms.push(unlessBetween(turned, inOrder(turned, blanks)));
    // Whom Teams calls so is mentioned so, after whatever word a sentence begins with.
    forms.push(hasComma ? unlessBetween(turned, listed) : unlessBeside(turned, listed));
  }
  if (words.length === 2) {
    const listed = inOrder([`${words[0]},`, ...words.slice(1)], blanks);
    forms.push(unlessBeside(words, listed));
  }
  return forms.join("|");
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== "");

/** "Virtanen, Anna" is Anna Virtanen. Without a comma nobody knows which of the two words is the surname. */
function partsOf(name: string): {
  readonly first: string[];
  readonly last: string[];
  readonly hasComma: boolean;
} {
  const [last = [], first = [], ...others] = name
    .split(",")
    .map(wordsOf)
    .filter((part) => part.length > 0);
  if (first.length > 0 && others.length === 0) return { first, last, hasComma: true };
  const words = others.length > 0 ? wordsOf(name) : last;
  return { first: words.slice(0, 1), last: words.slice(1), hasComma: false };
}

const blank = "[^\\S\\r\\n]";
const blanks = `${blank}+`;
const lineBreak = "(?:\\r\\n?|\\n)";
/** Within a paragraph: what stands under an empty line is about somebody else. */
const anyGap = `(?:${blanks}(?:${lineBreak}${blank}*)?|${lineBreak}${blank}*)`;

const inOrder = (words: readonly string[], gap: string): string =>
  [...words.slice(0, -1).map(literally), bent(words.at(-1) ?? "")].join(gap);

/** In a list the end of one person's name and the start of the next one's may look like a third's: "Pekka Virtanen, Matti Korhonen". */
const noneBefore = ([start = ""]: readonly string[], comma: string): string =>
  // Looks ahead first: looking back from each blank of a long row of them would take for ever.
  `(?=${literally(start)})(?<!\\p{Lu}(?:[\\p{L}\\p{M}'’-]*|\\.)${comma}${blanks})`;
const noneAfter = (comma: string): string => `(?!${comma}${blanks}\\p{Lu})`;

/** Not with a capitalised word right before it or right after it. */
const unlessBeside = (words: readonly string[], form: string): string =>
  `${noneBefore(words, "")}${form}${noneAfter("")}`;

/** Not with capitalised words on both sides; one alone may begin a sentence, or be a place. */
const unlessBetween = (words: readonly string[], form: string, comma = ""): string =>
  `${noneBefore(words, comma)}${form}|${form}${noneAfter(comma)}`;

/**
 * Whether it is no name but a phrase: each of its words stands in lower case in the texts, as hardly anybody's whole name
 * does. People name themselves in Teams; whoever calls themselves "Hållbar upphandling" takes that out of no text.
 */
export function isPhrase(name: string, texts: Iterable<string>): boolean {
  const left = new Set(
    withoutAddition(name.normalize("NFC"))
      .split(/[\s,]+/u)
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .map((word) => word.toLowerCase()),
  );
  for (const written of texts) {
    const text = written.normalize("NFC");
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

const shortestBent = 2;
/** Of two letters and a vowel at the end: Li and Lin are two names. */
const shortestOpen = 3;
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
  if (word.length < shortestOpen && isVowel(word.at(-1))) return [];
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
