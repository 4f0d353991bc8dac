/** Swedish and Finnish write as one word what others write as several: its parts, as far as a vocabulary knows them. */

const shortestPart = 3;
/** The last part names the thing and carries the ending. */
const shortestLast = 4;

/** What may stand between two parts: "upphandling-s-enhet", "hankinta-yksikkö", "kunna-n-hallitus". */
const links = ["", "s", "n", "-"];

/**
 * The parts of a compound in their order, the fewest that the vocabulary knows and of these the longest first one; none
 * if it is no compound of known words. `isKnown` is asked for word forms.
 */
export function splitCompound(word: string, isKnown: (part: string) => boolean): readonly string[] {
  const two = splitInTwo(word, isKnown);
  if (two.length > 0) return two;
  for (const at of placesOf(word)) {
    const rest = word.slice(at);
    if (rest.length < shortestPart + shortestLast) continue;
    const first = firstPart(word, at, isKnown);
    const parts = first === undefined ? [] : splitInTwo(rest, isKnown);
    if (first !== undefined && parts.length > 0) return [first, ...parts];
  }
  return [];
}

/** From the longest first part on: the longer the parts, the less they are chance. */
const placesOf = (word: string): readonly number[] =>
  Array.from(
    { length: Math.max(0, word.length - shortestLast - shortestPart + 1) },
    (_, at) => word.length - shortestLast - at,
  );

function splitInTwo(word: string, isKnown: (part: string) => boolean): readonly string[] {
  for (const at of placesOf(word)) {
    const last = word.slice(at);
    const first = isKnown(last) ? firstPart(word, at, isKnown) : undefined;
    if (first !== undefined) return [first, last];
  }
  return [];
}

/** What stands before a place, without the link. */
function firstPart(
  word: string,
  at: number,
  isKnown: (part: string) => boolean,
): string | undefined {
  const before = word.slice(0, at);
  return links
    .filter((link) => before.endsWith(link))
    .map((link) => before.slice(0, before.length - link.length))
    .find((first) => first.length >= shortestPart && isKnown(first));
}
