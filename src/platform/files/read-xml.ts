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
  // Only local names count here, so a prefix that nobody declared does no harm.
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    resolvePrefix: (name: string) => name,
  });
  parser.on("error", (error) => {
    throw broken(error);
  });
  parser.on("doctype", () => {
    throw broken("A document type");
  });
  parser.on("opentag", ({ local, attributes }) => {
    on.open?.(local, () =>
      Object.fromEntries(Object.values(attributes).map((one) => [one.local, one.value])),
    );
  });
  parser.on("closetag", ({ local }) => on.close?.(local));
  parser.on("text", (text) => on.text?.(text));
  parser.on("cdata", (text) => on.text?.(text));

  parser.write(new TextDecoder().decode(bytes)).close();
}
