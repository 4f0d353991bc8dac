/**
 * What a CommonMark reader makes of an escaped text: a backslash before punctuation stands for that character. The
 * no-break spaces that keep lists away look like spaces, so both are read as one.
 */
export const unescaped = (text: string): string =>
  text.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("\u00a0", " ");

/** What could still be active: a box in place of every escaped character. */
export const withoutEscapes = (text: string): string => text.replace(/\\[!-/:-@[-`{-~]/g, "□");
