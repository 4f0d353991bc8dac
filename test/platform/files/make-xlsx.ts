import { crc32, deflateRawSync } from "node:zlib";

type Part = {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the archive says of its size, if that is not the truth. */
  readonly claimedBytes?: number;
  readonly flags?: number;
  readonly method?: 0 | 8 | 9;
};

/** A zip archive, also such as no honest program makes. */
export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedBytes, flags = 0, method = 8 } of parts) {
    const bytes = Buffer.from(content);
    const data = method === 8 ? deflateRawSync(bytes) : bytes;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(claimedBytes ?? bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from("PK\x03\x04"), shared, Buffer.from(name), data]);
    files.push(file);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), shared, place, Buffer.from(name));
    offset += file.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, entries, end]);
}

const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;

type Written = {
  /** What stands in the one sheet's `sheetData`. */
  readonly data?: string;
  /** Parts of a workbook, which stand for the ones written otherwise. */
  readonly parts?: Readonly<Record<string, Omit<Part, "name">>>;
};

/** A workbook from its XML. */
export function workbookFrom({ data = "", parts = {} }: Written): Buffer {
  const usual: Readonly<Record<string, string>> = {
    "_rels/.rels": `<Relationships>${relationship("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml":
      '<?xml version="1.0"?><workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": `<Relationships>${[
      relationship("r1", "worksheet", "worksheets/sheet1.xml"),
      relationship("r2", "worksheet", "/xl/worksheets/sheet2.xml"),
      relationship("r3", "sharedStrings", "sharedStrings.xml"),
      relationship("r4", "styles", "styles.xml"),
    ].join("")}</Relationships>`,
    "xl/worksheets/sheet1.xml": sheetOf(data),
  };
  const names = new Set([...Object.keys(usual), ...Object.keys(parts)]);
  return zipOf(
    [...names].map((name) => ({ name, ...(parts[name] ?? { content: usual[name] ?? "" }) })),
  );
}

export const sheetOf = (data: string): string =>
  `<worksheet><sheetData>${data}</sheetData></worksheet>`;

/** A cell that holds its text itself. */
export const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
