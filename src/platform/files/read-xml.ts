import { isUtf8 } from "node:buffer";
import { SaxesParser } from "saxes";
import { broken } from "./unreadable-file.ts";

export type Attributes = Readonly<Record<string, string | undefined>>;

type Listener = {
  /** Names come without the prefix of their namespace. */
  readonly open?: (name: string, attributes: () => Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** Reads the XML of a workbook's parts. A document type is refused: workbooks have none. */
export function readXml(bytes: Uint8Array, on: Listener): void {
  if (!isUtf8(bytes)) throw broken("Not UTF-8");
  // Without its namespaces: looking those up takes a walk through all open tags.
  const parser = new SaxesParser({ position: false });
  parser.on("error", (error) => {
    throw broken(error);
  });
  parser.on("doctype", () => {
    throw broken("A document type");
  });
  parser.on("opentag", ({ name, attributes }) => {
    on.open?.(localName(name), () =>
      Object.fromEntries(
        Object.entries(attributes)
          .filter(([key]) => !key.startsWith("xmlns"))
          .map(([key, value]) => [localName(key), value]),
      ),
    );
  });
  parser.on("closetag", ({ name }) => on.close?.(localName(name)));
  parser.on("text", (text) => on.text?.(text));
  parser.on("cdata", (text) => on.text?.(text));

  parser.write(new TextDecoder().decode(bytes)).close();
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
