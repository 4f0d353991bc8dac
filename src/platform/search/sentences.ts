/** A stretch of a text from `start` up to but not including `end`. */
export type Span = { readonly start: number; readonly end: number };

// After these a full stop does not end a sentence, whatever follows.
const abbreviations = new Set(
  `kl nr ca cirka tel jfr s sid art kap mom prof dr mr mrs ms st fig prop tex resp inkl exkl ung milj mrd
  klo esim ks vrt mm ns nk toim puh n v kpl milj momentti no vs vol e.g i.e approx incl dept
  obs bl ev fr o d.v.s dvs`
    .split(/\s+/)
    .filter(Boolean),
);

/** The sentences, headings and list items of a text, without the white space around them. */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    const piece = text.slice(start, end);
    const from = start + (piece.length - piece.trimStart().length);
    const to = start + piece.trimEnd().length;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (const match of text.matchAll(/\n+|[.!?…]+["”»')\]]*(?=\s)/g)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith("\n") || endsSentence(text, start, match.index, end)) close(end);
  }
  close(text.length);
  return spans;
}

function endsSentence(text: string, start: number, mark: number, end: number): boolean {
  const next = text.slice(end, end + 8).trimStart();
  if (next !== "" && /^\p{Ll}/u.test(next)) return false;
  if (text[mark] !== "." || end - mark > 1) return true;
  const before = text.slice(Math.max(start, mark - 24), mark);
  const word = /[^\s(]*$/.exec(before)?.[0] ?? "";
  if (abbreviations.has(word.toLowerCase())) return false;
  // "t.ex.", "bl.a.": single letters with stops; "J. Ek": an initial.
  if (/^(?:\p{L}{1,3}\.)+\p{L}{1,3}$/u.test(word) || /^\p{Lu}$/u.test(word)) return false;
  // "1. Ansök": the number of a list item stands at the beginning; "på 13. 14 dagar" is no beginning either.
  if (/^\d+$/.test(word)) return before.trim() !== word && !/^\d/.test(next);
  return true;
}
