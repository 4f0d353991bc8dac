/*
 * What may stand in a text that people see. Everything removed here is invisible: control characters, zero-width
 * and bidi characters that hide text or turn it round ("exe.fdp" read as "pdf.exe"), tags, lone surrogates.
 */
const controls = "\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f";
const bidi = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\u206a-\\u206f";
const zeroWidth =
  "\\u034f\\u180e\\u200b\\u200c\\u2060-\\u2064\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}";
const hidden = new RegExp(`[${controls}${bidi}${zeroWidth}]`, "gu");

/** A joiner is kept where it makes one emoji of two; anywhere else it only hides something. */
const strayJoiner =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

const lineBreak = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
/** Most texts hold nothing but these, and need no closer look: Latin letters, punctuation, the euro sign. */
const harmless = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*$/;

const shown = (line: string): string =>
  line.replace(hidden, "").replace(strayJoiner, "").replaceAll("\t", " ");

/** The lines that hold something, without anything invisible. */
const lines = (text: string): readonly string[] =>
  text
    .toWellFormed()
    .split(lineBreak)
    .map((line) => (harmless.test(line) ? line : shown(line)).trim())
    .filter((line) => line !== "");

/** The text without anything invisible, on one line. */
export const oneLine = (text: string): string =>
  harmless.test(text) ? text.trim() : lines(text).join(" ");

/**
 * The text without anything invisible. Every line break becomes a paragraph break: in Teams a single one is read
 * as a space, which would run the lines of a plain text together.
 */
export const paragraphs = (text: string): string =>
  harmless.test(text) ? text.trim() : lines(text).join("\n\n");

/** The text without anything invisible, its line breaks kept: what stands in an input is plain text everywhere. */
export const inputText = (text: string): string =>
  harmless.test(text)
    ? text.trim()
    : text
        .toWellFormed()
        .split(lineBreak)
        .map((line) => shown(line).trimEnd())
        .join("\n")
        .trim();

/** At most so many UTF-16 units, never half a character, with an ellipsis where something was cut. */
export const shortened = (text: string, limit: number): string =>
  text.length <= limit
    ? text
    : `${text
        .slice(0, limit - 1)
        .replace(/[\ud800-\udbff]$/, "")
        .trimEnd()}…`;
