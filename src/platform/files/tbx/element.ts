/** An element with all that is in it. Names come without the prefix of their namespace: `xml:lang` is `lang`. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (XmlElement | string)[];
};

export const elementsIn = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== "string");

/** Marks in a text that hold another program's code instead of words. */
const codes: ReadonlySet<string> = new Set(["bpt", "ept", "it", "ph", "ut", "sc", "ec"]);

/** The words of an element, those of its marked parts too. */
export const wordsIn = (element: XmlElement): string =>
  element.children
    .map((child) => {
      if (typeof child === "string") return child;
      return codes.has(child.name) ? "" : wordsIn(child);
    })
    .join("");

/** Lines that were broken and indented only for looking at the file are put together; an empty line parts paragraphs. */
export const unwrapped = (text: string): string =>
  text
    .replace(/[ \t]*\n\s*\n\s*/gu, "\n\n")
    .replace(/[ \t]*(?<!\n)\n(?!\n)[ \t]*|\t+/gu, " ")
    .trim();
