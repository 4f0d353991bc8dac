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
const spaceOrEnd = /^\s?$/;

/** Where the run of equal characters that holds the one at `index` begins and ends. */
const around = (text: string, index: number): readonly [before: string, after: string] => {
  let start = index;
  let end = index;
  while (text[start - 1] === text[index]) start -= 1;
  while (text[end + 1] === text[index]) end += 1;
  return [text[start - 1] ?? "", text[end + 1] ?? ""];
};

const isActive = (character: string, index: number, text: string): boolean => {
  switch (character) {
    case "\\":
    case "`":
    case "[":
    case "]":
      return true;
    case "*": {
      const [before, after] = around(text, index);
      return !(/\s/.test(before) && spaceOrEnd.test(after)) || before === "\n";
    }
    case "_": {
      const [before, after] = around(text, index);
      return !(wordCharacter.test(before) && wordCharacter.test(after));
    }
    case "~": {
      const before = text[index - 1] ?? "";
      return !spaceOrEnd.test(before) || text[index + 1] === "~";
    }
    case "<":
      return /[A-Za-z/!?]/.test(text[index + 1] ?? "");
    case ">":
      // At the start of a line a quotation; else only the end of a tag.
      return spaceOrEnd.test(text[index - 1] ?? "")
        ? /(?:^|\n)$/.test(text.slice(0, index))
        : text.lastIndexOf("<", index) >= 0;
    case "&":
      return /^(?:#|[A-Za-z][A-Za-z0-9]*;)/.test(text.slice(index + 1, index + 40));
    default:
      // {{DATE(…)}} and {{TIME(…)}}, which clients fill in.
      return text[index - 1] === "{" && /^(?:DATE|TIME)/i.test(text.slice(index + 1, index + 5));
  }
};

/** "- ", "+ ", "1. ", "1) ", "# " at the start of a line: the space after the marker makes the list. */
const listMarker = /^([-+]|#{1,6}|\d{1,9}[.)])[ \t]/gm;
/** A marker alone, a rule ("---") or the underline of a heading ("==="). */
const lineOfMarks = /^(?=(?:[-+=#]+|\d{1,9}[.)]|-[- \u00a0]*)[ \t]*$)(\d*)/gm;
/** Markers that begin a line; a text without them needs no look at its lines. */
const anyMarker = /^[-+=#\d]/m;

/** The text so that a client that reads markdown shows exactly its characters. */
export function escapeMarkdown(text: string): string {
  const escaped = anySuspect.test(text)
    ? text.replace(suspects, (character, index: number) =>
        isActive(character, index, text) ? `\\${character}` : character,
      )
    : text;
  return anyMarker.test(escaped)
    ? escaped.replace(listMarker, "$1\u00a0").replace(lineOfMarks, "$1\\")
    : escaped;
}
