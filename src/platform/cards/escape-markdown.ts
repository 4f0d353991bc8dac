/*
 * Clients read TextBlocks and facts as markdown. A backslash goes only where a character could be active, for the
 * native renderers on phones show the backslash before most others (in Microsoft's MarkDownBlockParser.cpp only
 * those before * _ [ ] and parentheses vanish). Lists are prevented with a no-break space after the marker, which
 * looks the same everywhere.
 */

/** Every character that may need a backslash; most texts have none of them. */
const suspects = /[\\`*_~[\]<>&{]/g;
const anySuspect = /[\\`*_~[\]<>&{]/;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const startsTag = /[A-Za-z/!?]/;
const startsEntity = /^(?:#|[A-Za-z][A-Za-z0-9]*;)/;
const startsDate = /^(?:DATE|TIME)/i;

const isSpace = (character: string): boolean => character === " " || character === "\u00a0";

const isActive = (character: string, index: number, text: string): boolean => {
  const before = text[index - 1] ?? "\n";
  const after = text[index + 1] ?? "\n";
  switch (character) {
    case "*":
      return !(isSpace(before) && isSpace(after));
    case "_":
      return !(wordCharacter.test(before) && wordCharacter.test(after));
    case "~":
      // Inactive where it could only begin a pair: without one that ends it nothing is struck out ("~100 euro").
      return after === "~" || !(isSpace(before) || before === "\n");
    case "<":
      return startsTag.test(after);
    case ">":
      return before === "\n" || (!isSpace(before) && text.includes("<"));
    case "&":
      return startsEntity.test(text.slice(index + 1, index + 40));
    case "{":
      // {{DATE(…)}} and {{TIME(…)}}, which clients fill in.
      return before === "{" && startsDate.test(text.slice(index + 1, index + 5));
    default:
      return true;
  }
};

/** "- ", "+ ", "1. ", "1) " at the start of a line: the space after the marker makes the list. */
const listMarker = /^([-+]|\d{1,9}[.)]) /gm;
/** Markers that stand alone on their line, a rule ("---", "-- -") among them, and headings. */
const otherMarks = /^(\d{1,9}(?=[.)]$)|(?=#|[-+]+$|-[- ]+$))/gm;
/** What begins such lines; a text without it needs no look at its lines. */
const anyMarker = /^[-+#\d]/m;

/** The text, made by `paragraphs` or `oneLine`, so that a client that reads markdown shows exactly its characters. */
export function escapeMarkdown(text: string): string {
  const escaped = anySuspect.test(text)
    ? text.replace(suspects, (character, index: number) =>
        isActive(character, index, text) ? `\\${character}` : character,
      )
    : text;
  return anyMarker.test(escaped)
    ? escaped.replace(listMarker, "$1\u00a0").replace(otherMarks, "$1\\")
    : escaped;
}
