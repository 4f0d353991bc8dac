/** The words of a message as Teams hands it over with a message action: HTML, in which every "<" of its text is escaped. */
import { tidy } from "../../core/rows.ts";

const named: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
  aring: "å",
  auml: "ä",
  ouml: "ö",
  Aring: "Å",
  Auml: "Ä",
  Ouml: "Ö",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

const block = /<(?:p|div|br|ul|ol|li|h[1-6]|table|blockquote|pre)\b/iu;

export function textOfHtml(html: string): string {
  // Between blocks a line break is only how the HTML was written; without any block it is all there is.
  const source = block.test(html) ? html.replace(/\s*\n\s*/gu, " ") : html;
  const said = source
    .replace(/<li\b[^<>]*>/giu, "\n- ")
    .replace(/<br\b[^<>]*>|<\/(?:p|div|ul|ol|h[1-6]|tr|table|blockquote|pre)\s*>/giu, "\n")
    .replace(/<\/t[dh]\s*>/giu, " ")
    .replace(/<[^<>]*>/gu, "")
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, decoded);
  return tidy(said)
    .replace(/[ \t\u00a0]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const isCharacter = code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : whole;
}
