import type { TermHit, TermPlace } from "../../../core/ports.ts";
import { isSure } from "./decide-term.ts";

const or = /(?<!\p{L})(?:eller|el|or|vai|tai|vs|kontra)(?!\p{L})|\/|\?.*\?/iu;
const longest = 160;
const mostWords = 3;
/** So much of a name, by letters, that the rest was only left out: "wellbeing county". */
const mostOfIt = 0.6;

/**
 * "ersättare eller suppleant i protokollet?", "hankintayksikkö, är det A eller B?": two names in one question that the
 * bank knows for the same concept. The hit is by the name to be avoided, if one of them is. Undefined: no such thing.
 */
export function namedTogether(
  text: string,
  inText: (text: string) => readonly TermPlace[],
): TermHit | undefined {
  if (text.length > longest || !or.test(text)) return undefined;
  const places = inText(text);
  const hits = places.flatMap((place) => place.hits.filter(isSure));
  const together = hits.filter((hit) =>
    hits.some(({ item, name }) => item === hit.item && name.text !== hit.name.text),
  );
  return together.find(({ name }) => name.status === "avoid") ?? together[0];
}

/** "wellbeing county or welfare region?": neither is quite a term, but what they say is nearly one. */
export function meantByEither(
  text: string,
  find: (text: string) => readonly TermHit[],
): { readonly text: string; readonly hit: TermHit } | undefined {
  const sides = text
    .replace(/[?!.]+\s*$/u, "")
    .split(/(?<!\p{L})(?:eller|el|or|vai|tai|vs|kontra)(?!\p{L})/iu)
    .map((side) => side.trim());
  if (sides.length !== 2 || sides.some((side) => !isShort(side))) return undefined;
  const found = sides.flatMap((side) =>
    find(side)
      .filter((hit) => isSure(hit) || hit.score >= mostOfIt)
      .slice(0, 1)
      .map((hit) => ({ text: side, hit })),
  );
  const [first, second] = found;
  return first && (!second || second.hit.item === first.hit.item) && !isSure(first.hit)
    ? first
    : undefined;
}

const isShort = (side: string): boolean => side !== "" && side.split(/\s+/u).length <= mostWords;
