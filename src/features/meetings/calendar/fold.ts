const mostOctets = 75;
const utf8 = new TextEncoder();

/**
 * Lines of at most 75 octets, the space that a continued one begins with counted, no character cut in two (RFC 5545
 * 3.1). ical.js folds, too, but one octet too late. Ends with a line break.
 */
export const fold = (text: string): string =>
  text
    .replace(/\r\n /gu, "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => `${foldLine(line)}\r\n`)
    .join("");

function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (octets + size > mostOctets) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
