import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { NumberedRow } from "../../../src/core/import-content.ts";
import { readRows } from "../../../src/platform/files/read-rows.ts";
import { fileFaultIn, UnreadableFile } from "../../../src/platform/files/unreadable-file.ts";
import { createTempFolder, type TempFolder } from "./temp-folder.ts";

let folder: TempFolder;
beforeAll(() => {
  folder = createTempFolder();
});
afterAll(() => folder.remove());

async function faultOf(path: string): Promise<UnreadableFile["fault"]> {
  try {
    await readRows(path);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.fault;
    throw error;
  }
  throw new Error("It was read.");
}

describe("the rows of a CSV file", () => {
  const rowsOf = (text: string | Uint8Array): Promise<readonly NumberedRow[]> =>
    readRows(folder.file("rows.csv", text));

  it.each([
    ["commas", "id,name\n1,Åsa\n2,Ömer\n"],
    ["semicolons", "id;name\n1;Åsa\n2;Ömer\n"],
    ["a byte order mark", "\ufeffid;name\n1;Åsa\n2;Ömer\n"],
    ["Windows line ends", "id,name\r\n1,Åsa\r\n2,Ömer\r\n"],
    ["old Mac line ends", "id,name\r1,Åsa\r2,Ömer\r"],
    ["no line end at its end", "id,name\n1,Åsa\n2,Ömer"],
    ["quotes everywhere", '"id","name"\n"1","Åsa"\n"2","Ömer"\n'],
    ["spaces around column names", "id ; name\n1;Åsa\n2;Ömer\n"],
    ["empty columns at its end", "id,name,,\n1,Åsa,,\n2,Ömer,,\n"],
  ])("when it has %s, then its rows are numbered from 2", async (_, text) => {
    expect(await rowsOf(text)).toEqual([
      { row: 2, values: { id: "1", name: "Åsa" } },
      { row: 3, values: { id: "2", name: "Ömer" } },
    ]);
  });

  it("when values are quoted, then separators, quotes and line ends in them belong to them", async () => {
    const text = 'id,body,tags\n1,"a, ""b""\r\n\nc;d","x;y"\n2,"",z\n';

    expect(await rowsOf(text)).toEqual([
      { row: 2, values: { id: "1", body: 'a, "b"\r\n\nc;d', tags: "x;y" } },
      { row: 3, values: { id: "2", tags: "z" } },
    ]);
  });

  it("when the other separator stands in a quoted column name, then it is not counted", async () => {
    expect(await rowsOf('id;"a,b,c";"d,e"\n1;2;3\n')).toEqual([
      { row: 2, values: { id: "1", "a,b,c": "2", "d,e": "3" } },
    ]);
  });

  it("when lines are blank or empty, then they are skipped but counted", async () => {
    expect(await rowsOf("id,name\n\n1,Åsa\n,\n , \n2,Ömer\n\n")).toEqual([
      { row: 3, values: { id: "1", name: "Åsa" } },
      { row: 6, values: { id: "2", name: "Ömer" } },
    ]);
  });

  it("when a row has too many values, then it alone is faulty; too few are none", async () => {
    expect(await rowsOf("id,name\n1,Åsa,more\n2\n")).toEqual([
      { row: 2, faults: [{ column: "", fault: { code: "columnCount" } }] },
      { row: 3, values: { id: "2" } },
    ]);
  });

  it("when a column is named like a property of every object, then it is just a column", async () => {
    const [row] = await rowsOf("id,__proto__,constructor\n1,x,y\n");

    expect(Object.entries((row as { values: object }).values)).toEqual([
      ["id", "1"],
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });

  it("when there is a header only, then there are no rows", async () => {
    expect(await rowsOf("id,name\n")).toEqual([]);
  });

  it.each([
    ["a quote never closes", 'id,name\n1,"Åsa\n2,Ömer\n', { code: "openQuote", row: 2 }],
    ["a quote stands in a value", 'id,name\n1,Åsa\n2,5" pipe\n', { code: "strayQuote", row: 3 }],
    ["a value goes on after its quote", 'id,name\n1,"Å"sa\n', { code: "strayQuote", row: 2 }],
    [
      "a forgotten quote would swallow rows",
      'id,name\n1,"Åsa\n2,"Ömer"\n3,"X"\n',
      { code: "strayQuote", row: 2 },
    ],
    ["a column is there twice", "id,name,id\n1,2,3\n", { code: "columnTwice", column: "id" }],
    ["there is no header", "", { code: "noHeader" }],
    ["the header is blank", "\n1,2\n", { code: "noHeader" }],
  ])("when %s, then the file is unreadable", async (_, text, fault) => {
    expect(await faultOf(folder.file("bad.csv", text))).toEqual(fault);
  });
});

describe("the rows of a jsonl file", () => {
  const rowsOf = (text: string): Promise<readonly NumberedRow[]> =>
    readRows(folder.file("rows.jsonl", text));

  it("when lines are objects, then they are rows numbered from 1, lists as they are", async () => {
    expect(await rowsOf('{"id":"1","tags":["a","b"]}\r\n\n  \n{"id":2}\n')).toEqual([
      { row: 1, values: { id: "1", tags: ["a", "b"] } },
      { row: 4, values: { id: 2 } },
    ]);
  });

  it("when the file begins with a byte order mark, then it is passed over", async () => {
    expect(await rowsOf('\ufeff{"id":"1"}')).toEqual([{ row: 1, values: { id: "1" } }]);
  });

  it("when a value holds a line separator, then the line goes on", async () => {
    expect(await rowsOf('{"id":"a\u2028b"}\n')).toEqual([{ row: 1, values: { id: "a\u2028b" } }]);
  });

  it.each(['{"id":', "[1,2]", '"text"', "7", "null", "id,name"])(
    "when a line is %s, then it alone is faulty",
    async (line) => {
      expect(await rowsOf(`{"id":"1"}\n${line}\n{"id":"3"}`)).toEqual([
        { row: 1, values: { id: "1" } },
        { row: 2, faults: [{ column: "", fault: { code: "notARow" } }] },
        { row: 3, values: { id: "3" } },
      ]);
    },
  );

  it("when it is empty, then there are no rows", async () => {
    expect(await rowsOf("")).toEqual([]);
  });
});

describe("a file that cannot be read", () => {
  const table = "id,name\n1,Åsa\n";

  it.each([
    ["Latin-1", Buffer.from(table, "latin1"), "notUtf8"],
    ["UTF-16 with a byte order mark", Buffer.from(`\ufeff${table}`, "utf16le"), "utf16"],
    ["UTF-16 without", Buffer.from(table, "utf16le"), "utf16"],
    ["big-endian UTF-16", Buffer.from(`\ufeff${table}`, "utf16le").swap16(), "utf16"],
    ["no text", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]), "utf16"],
    ["cut off in a letter", Buffer.from(table).subarray(0, 11), "notUtf8"],
  ])("when it is %s, then it says so", async (_, bytes, code) => {
    expect(await faultOf(folder.file("encoded.csv", bytes))).toEqual({ code });
    expect(await faultOf(folder.file("encoded.jsonl", bytes))).toEqual({ code });
  });

  it("when it is missing, a folder, or of an unknown ending, then it says so", async () => {
    const inside = join(folder.path, "folder.csv");
    mkdirSync(inside);

    expect(await faultOf(join(folder.path, "none.csv"))).toEqual({ code: "missing" });
    expect(await faultOf(join(folder.file("file.csv", table), "x.csv"))).toEqual({
      code: "missing",
    });
    expect(await faultOf(inside)).toEqual({ code: "notAFile" });
    const known = ".jsonl, .csv, .xlsx";
    const unknown = { code: "unknownEnding", known };
    expect(await faultOf(folder.file("rows.txt", table))).toEqual(unknown);
    expect(await faultOf(folder.file("rows", table))).toEqual(unknown);
  });

  it("when its ending is in capitals, then it is known all the same", async () => {
    expect(await readRows(folder.file("ROWS.CSV", table))).toHaveLength(1);
  });

  it.each(["sv", "fi", "en"] as const)(
    "when the reader reads %s, then every reason has words",
    (language) => {
      const faults: readonly UnreadableFile["fault"][] = [
        { code: "missing" },
        { code: "notAFile" },
        { code: "forbidden" },
        { code: "tooBig" },
        { code: "notUtf8" },
        { code: "utf16" },
        { code: "notXlsx" },
        { code: "oldExcel" },
        { code: "encrypted" },
        { code: "broken" },
        { code: "unpackedTooBig" },
        { code: "noHeader" },
        { code: "unknownEnding", known: ".csv" },
        { code: "columnTwice", column: "id" },
        { code: "openQuote", row: 7 },
        { code: "strayQuote", row: 8 },
      ];

      const words = faults.map((fault) => fileFaultIn(language, fault));

      expect(new Set(words).size).toBe(faults.length);
      expect(words.at(-1)).toContain("8");
    },
  );
});
