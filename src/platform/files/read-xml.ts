import { broken } from "./read-zip.ts";

export type Attributes = Readonly<Record<string, string | undefined>>;

type Listener = {
  /** Names come without the prefix of their namespace. */
  readonly open?: (name: string, attributes: () => Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/**
 * Reads the XML of a workbook's parts. A document type is refused: workbooks have none, and only with one could an
 * entity reach for other files or grow without end.
 */
export function readXml(bytes: Uint8Array, on: Listener): void {
  const xml = decoded(bytes);
  let depth = 0;
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    if (start === -1) break;
    if (start > at) on.text?.(plain(xml.slice(at, start)));
    if (xml.startsWith("<!--", start)) {
      at = after("-->", start + 4);
    } else if (xml.startsWith("<![CDATA[", start)) {
      at = after("]]>", start + 9);
      on.text?.(xml.slice(start + 9, at - 3));
    } else if (xml.startsWith("<?", start)) {
      at = after("?>", start + 2);
    } else if (xml.startsWith("<!", start)) {
      throw broken("A document type");
    } else {
      const end = endOfTag(xml, start);
      readTag(xml, start + 1, end);
      at = end + 1;
    }
  }
  if (depth !== 0) throw broken("A tag without its end");

  function after(mark: string, from: number): number {
    const found = xml.indexOf(mark, from);
    if (found === -1) throw broken(`No ${mark}`);
    return found + mark.length;
  }

  function readTag(source: string, from: number, end: number): void {
    if (source[from] === "/") {
      depth--;
      on.close?.(localName(source.slice(from + 1, end).trimEnd()));
      return;
    }
    const closesItself = source[end - 1] === "/";
    const last = closesItself ? end - 1 : end;
    let nameEnd = from;
    while (nameEnd < last && source.charCodeAt(nameEnd) > 0x20) nameEnd++;
    const name = localName(source.slice(from, nameEnd));
    on.open?.(name, () => attributesIn(source.slice(nameEnd, last)));
    if (closesItself) on.close?.(name);
    else depth++;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw broken(error);
  }
}

/** Where a tag ends; a `>` in the quotes of an attribute does not end it. */
function endOfTag(xml: string, start: number): number {
  for (let at = start; at < xml.length; at++) {
    const character = xml[at];
    if (character === ">") return at;
    if (character === '"' || character === "'") {
      at = xml.indexOf(character, at + 1);
      if (at === -1) break;
    }
  }
  throw broken("A tag without its >");
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

function attributesIn(source: string): Attributes {
  const found: Record<string, string> = Object.create(null);
  for (const match of source.matchAll(/\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/guy)) {
    const [, name = "", double, single] = match;
    if (!name.startsWith("xmlns")) found[localName(name)] = plain(double ?? single ?? "");
  }
  return found;
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Text with line ends as XML counts them, and its entities resolved. */
function plain(source: string): string {
  const text = source.includes("\r") ? source.replace(/\r\n?/gu, "\n") : source;
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,9};)?/gu, (whole) => {
    const name = whole.slice(1, -1);
    const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/iu.exec(name) ?? [];
    const code = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? "", 10);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : entities.get(name);
    if (character === undefined) throw broken(`An unknown entity ${whole}`);
    return character;
  });
}
