/**
 * The concepts of a TBX file, one by one: of the whole file no more is held than a piece and the concept in it. The
 * three styles have other names for the same things (concept-row.ts).
 */
import { createReadStream } from "node:fs";
import { SaxesParser } from "saxes";
import { broken, UnreadableFile } from "../unreadable-file.ts";
import type { XmlElement } from "./element.ts";

/** What a file says of all its concepts. */
export type TbxFile = {
  /** Of its texts that do not say theirs. */
  readonly language?: string;
  /** Its texts are kept to the letter: it is Kollega's own. */
  readonly keepsSpace: boolean;
};

export type FoundPart =
  | { readonly kind: "concept"; readonly concept: XmlElement; readonly file: TbxFile }
  /** Something outside the concepts that is no frame around them. */
  | { readonly kind: "other"; readonly name: string };

const roots: ReadonlySet<string> = new Set(["tbx", "martif"]);
const headers: ReadonlySet<string> = new Set(["tbxHeader", "martifHeader"]);
const concepts: ReadonlySet<string> = new Set(["conceptEntry", "termEntry"]);
const others: ReadonlySet<string> = new Set(["refObject"]);

const deepest = 50;
/** In characters; no concept comes near. */
const largestPart = 4_000_000;

/**
 * The standard's own document type, as legacy files begin with it: it is named, never fetched. Whatever else a document
 * type can do (entities, other addresses) is refused.
 */
const standardDoctype = /^\s*martif\s+(?:SYSTEM|PUBLIC\s+"[^"<>&]*")\s+"TBX[\w.-]*\.dtd"\s*$/u;

/** Says in the first line of the header that texts are to the letter. */
export const keptSpace = { type: "whiteSpace", value: "preserve" } as const;

/** Throws UnreadableFile for what is no TBX, is damaged or declares entities. */
export async function* readConcepts(path: string): AsyncGenerator<FoundPart> {
  const decode = createDecoder();
  const parser = createConceptParser();
  let isFirst = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes = chunk as Buffer;
    if (isFirst && isUtf16(bytes)) throw new UnreadableFile({ code: "utf16" });
    isFirst = false;
    yield* parser.take(decode(bytes));
  }
  yield* parser.take(decode());
  parser.end();
}

/** Without bytes it says whether the last character was whole. */
function createDecoder(): (bytes?: Buffer) => string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (error) {
      throw new UnreadableFile({ code: "notUtf8" }, { cause: error });
    }
  };
}

const isUtf16 = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  bytes.subarray(0, 4).includes(0);

function createConceptParser() {
  const parser = new SaxesParser({ position: false });
  const found: FoundPart[] = [];
  /** The parts that are gathered, the innermost last. */
  const open: { readonly element: XmlElement; readonly children: (XmlElement | string)[] }[] = [];
  let file: TbxFile = { keepsSpace: false };
  let depth = 0;
  let hasRoot = false;
  let characters = 0;

  function count(text: string): void {
    characters += text.length;
    if (characters > largestPart) throw broken("A part without end");
  }
  parser.on("error", (error) => {
    throw hasRoot ? broken(error) : new UnreadableFile({ code: "notTbx" }, { cause: error });
  });
  parser.on("doctype", (doctype) => {
    if (!standardDoctype.test(doctype)) throw new UnreadableFile({ code: "doctype" });
  });
  parser.on("opentag", ({ name: fullName, attributes }) => {
    const element = elementOf(fullName, attributes as Readonly<Record<string, string>>);
    const { name } = element;
    depth++;
    if (depth === 1) {
      if (!roots.has(name)) throw new UnreadableFile({ code: "notTbx" });
      hasRoot = true;
      const language = element.attributes["lang"];
      file = { ...file, ...(language !== undefined && { language }) };
    }
    if (depth > deepest) throw broken("Too deep");
    if (open.length > 0 || concepts.has(name) || headers.has(name)) {
      if (open.length === 0) characters = 0;
      count(name);
      for (const key in element.attributes) count(element.attributes[key] ?? "");
      open.push({ element, children: element.children as (XmlElement | string)[] });
    } else if (others.has(name)) {
      found.push({ kind: "other", name });
    }
  });
  const addText = (text: string) => {
    const innermost = open.at(-1);
    if (!innermost) return;
    count(text);
    innermost.children.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    depth--;
    const closed = open.pop()?.element;
    if (!closed) return;
    const outer = open.at(-1);
    if (outer) outer.children.push(closed);
    else if (concepts.has(closed.name)) found.push({ kind: "concept", concept: closed, file });
    else file = { ...file, keepsSpace: saysKeptSpace(closed) };
  });

  return {
    take(text: string): readonly FoundPart[] {
      parser.write(text);
      return found.splice(0);
    },
    end(): void {
      parser.close();
    },
  };
}

function elementOf(fullName: string, given: Readonly<Record<string, string>>): XmlElement {
  const attributes: Record<string, string> = {};
  for (const key in given) {
    if (!key.startsWith("xmlns")) attributes[localName(key)] = given[key] ?? "";
  }
  return { name: localName(fullName), attributes, children: [] };
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const saysKeptSpace = ({ name, attributes, children }: XmlElement): boolean =>
  (name === "p" &&
    attributes["type"] === keptSpace.type &&
    children.join("") === keptSpace.value) ||
  children.some((child) => typeof child !== "string" && saysKeptSpace(child));
