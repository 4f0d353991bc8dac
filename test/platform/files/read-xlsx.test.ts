import readWorkbook from "read-excel-file/node";
import writeWorkbook, { type SheetData } from "write-excel-file/node";
import type { NumberedRow } from "../../../src/core/import-content.ts";
import { readRows } from "../../../src/platform/files/read-rows.ts";
import { UnreadableFile } from "../../../src/platform/files/unreadable-file.ts";
import { writeRows } from "../../../src/platform/files/write-rows.ts";
import { rowFaultIn } from "../../../src/texts/texts.ts";
import { inline, sheetOf, workbookFrom, zipOf } from "./make-xlsx.ts";
import { createTempFolder, type TempFolder } from "./temp-folder.ts";

let folder: TempFolder;
beforeAll(() => {
  folder = createTempFolder();
});
afterAll(() => folder.remove());

const rowsOf = (bytes: Uint8Array): Promise<readonly NumberedRow[]> =>
  readRows(folder.file("rows.xlsx", bytes));

const rowsOfSheet = async (data: SheetData) => rowsOf(await writeWorkbook(data).toBuffer());

/** The value that a cell's XML, with what it refers to, is read as. */
async function textOf(cell: string, parts: Readonly<Record<string, string>> = {}) {
  const data = `<row>${inline("v")}</row><row>${cell}</row>`;
  const contents = Object.entries(parts).map(([name, content]) => [name, { content }] as const);
  const [row] = await rowsOf(workbookFrom({ data, parts: Object.fromEntries(contents) }));
  return row && "values" in row ? row.values["v"] : row;
}

async function faultOf(bytes: Uint8Array): Promise<UnreadableFile["fault"]["code"]> {
  try {
    await rowsOf(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.fault.code;
    throw error;
  }
  throw new Error("It was read.");
}

describe("the rows of a workbook", () => {
  it("when there is a header row, then its rows are numbered from 2, empty ones counted", async () => {
    const data = [[" id ", "name", null], ["1", "Åsa"], [], [" ", null], ["2", null, " "], []];

    expect(await rowsOfSheet(data)).toEqual([
      { row: 2, values: { id: "1", name: "Åsa" } },
      { row: 5, values: { id: "2" } },
    ]);
  });

  it("when a row has too many values, then it alone is faulty", async () => {
    expect(await rowsOfSheet([["id"], ["1", null, "more"], ["2"]])).toEqual([
      { row: 2, faults: [{ column: "", fault: { code: "columnCount" } }] },
      { row: 3, values: { id: "2" } },
    ]);
  });

  it("when a column is named like a property of every object, then it is just a column", async () => {
    const data = `<row>${inline("id")}${inline("__proto__")}</row><row>${inline("1")}${inline("x")}</row>`;

    const [row] = await rowsOf(workbookFrom({ data }));

    expect(Object.entries((row as { values: object }).values)).toEqual([
      ["id", "1"],
      ["__proto__", "x"],
    ]);
  });

  it("when the first sheets have no header row or are hidden, then the next one is read", async () => {
    const two = sheetOf(`<row>${inline("id")}</row><row>${inline("1")}</row>`);
    const sheets =
      '<workbook><sheets><sheet r:id="r0"/><sheet r:id="r2" state="hidden"/><sheet r:id="r1"/><sheet r:id="r2"/></sheets></workbook>';
    const parts = {
      "xl/workbook.xml": { content: sheets },
      "xl/worksheets/sheet2.xml": { content: two },
    };

    expect(await rowsOf(workbookFrom({ data: '<row r="2"/>', parts }))).toHaveLength(1);
  });

  it.each([
    ["there is nothing", [[]]],
    ["the header is blank", [[" "], ["1"]]],
    ["the header is in the second row", [[], ["id"], ["1"]]],
  ])("when %s, then the file is unreadable", async (_, data) => {
    expect(await faultOf(await writeWorkbook(data).toBuffer())).toBe("noHeader");
  });

  it("when a column is there twice, then the file is unreadable", async () => {
    expect(await faultOf(await writeWorkbook([["id", "id"]]).toBuffer())).toBe("columnTwice");
  });

  it("when there are 10,000 rows, then they are read in seconds", async () => {
    const columns = Array.from({ length: 15 }, (_, n) => `c${n}`);
    const documents = Array.from({ length: 10_000 }, (_, row) => ({
      value: Object.fromEntries(
        columns.map((name) => [name, `${row} ${name} ${"text ".repeat(9)}`]),
      ),
    }));
    const file = (await writeRows({ columns }, documents, "xlsx")) as Uint8Array;

    const beganMs = performance.now();
    const rows = await rowsOf(file);

    expect(rows).toHaveLength(10_000);
    expect(performance.now() - beganMs).toBeLessThan(5_000);
  }, 60_000);
});

describe("a value of a workbook", () => {
  const at = (iso: string) => new Date(`${iso}Z`);

  it.each([
    [7, "7"],
    [-3, "-3"],
    [0.1 + 0.2, "0.3"],
    [358401234567, "358401234567"],
    [1e21, "1000000000000000000000"],
    [true, "true"],
    [false, "false"],
    ["007", "007"],
    ["=1+1", "=1+1"],
    ["2026-01-02", "2026-01-02"],
    [" a\n<b> ", " a\n<b> "],
    [{ value: at("2026-01-02T00:00"), type: Date, format: "d.m.yyyy" }, "2026-01-02"],
    [{ value: at("2026-03-29T03:30"), type: Date, format: "d.m.yyyy h:mm" }, "2026-03-29T03:30"],
    [{ value: at("2026-01-02T23:59:59.999"), type: Date, format: "h:mm" }, "2026-01-03"],
    [{ value: 45_000, type: Number, format: '0 "st"' }, "45000"],
    [{ value: 45_000, type: Number, format: "[Red]#,##0\\ \\d" }, "45000"],
    [{ value: 45_000, type: Number, format: "0.00E+00" }, "45000"],
  ] as const)("when it is %j, then it is read as %j", async (cell, text) => {
    expect(await rowsOfSheet([["v"], [cell as never]])).toEqual([{ row: 2, values: { v: text } }]);
  });

  it("when it is a time of day, then no minute is lost", async () => {
    const minutes = Array.from({ length: 1_440 }, (_, n) => n);
    const cells = minutes.map((n) => `<row><c><v>${46_024 + n / 1_440}</v></c></row>`).join("");
    const parts = {
      "xl/styles.xml": {
        content: '<styleSheet><cellXfs><xf numFmtId="22"/></cellXfs></styleSheet>',
      },
    };

    const rows = await rowsOf(workbookFrom({ data: `<row>${inline("v")}</row>${cells}`, parts }));

    const time = (n: number) => new Date(n * 60_000).toISOString().slice(11, 16);
    expect(rows.map((row) => "values" in row && row.values["v"])).toEqual(
      minutes.map((n) => (n === 0 ? "2026-01-02" : `2026-01-02T${time(n)}`)),
    );
  });

  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-41D]d&quot;:e&quot; mmmm;@"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>`;
  const strings = `<sst><si><t>plain</t></si><si><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> rest</t></r>
    <rPh sb="0" eb="1"><t>aid</t></rPh></si><si><t>a_x000D_b_x005F_x0041_ &#x41;&amp;<![CDATA[<&]]></t></si></sst>`;

  it.each([
    ["a number in a cell of no style", "<c><v>46024</v></c>", "46024"],
    ["a date of a built-in format", '<c s="1"><v>46024</v></c>', "2026-01-02"],
    ["a date of a format of its own", '<c s="2"><v>46024</v></c>', "2026-01-02"],
    ["a time without a day", '<c s="3"><v>0.4375</v></c>', "10:30"],
    ["the first month of all", '<c s="1"><v>31</v></c>', "1900-01-31"],
    ["the last day before the leap day that never was", '<c s="1"><v>59</v></c>', "1900-02-28"],
    ["the day after it", '<c s="1"><v>61</v></c>', "1900-03-01"],
    ["a date beyond all calendars", '<c s="1"><v>99999999</v></c>', "99999999"],
    ["an exponent", "<c><v>1.5E+3</v></c>", "1500"],
    ["a number beyond all", "<c><v>1E+999</v></c>", "1E+999"],
    ["an ISO date", '<c t="d"><v>2026-01-02T00:00:00.000</v></c>', "2026-01-02"],
    ["an ISO time", '<c t="d"><v>2026-01-02T10:30:00</v></c>', "2026-01-02T10:30"],
    ["a shared text", '<c t="s"><v>0</v></c>', "plain"],
    ["a rich text", '<c t="s"><v>1</v></c>', "bold rest"],
    ["an escaped text", '<c t="s"><v>2</v></c>', "a\rb_x0041_ A&<&"],
    [
      "a rich text of its own",
      '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
      "ab",
    ],
    ["a formula's text", '<c t="str"><f>A1&amp;"x"</f><v>sum</v></c>', "sum"],
    ["a formula's number", "<c><f>1+1</f><v>2</v></c>", "2"],
    ["a truth", '<c t="b"><v>1</v></c>', "true"],
    ["with prefixes", '<x:c t="b"><x:v>0</x:v></x:c>', "false"],
  ])("when it is %s, then it is read so", async (_, cell, value) => {
    const parts = { "xl/styles.xml": styles, "xl/sharedStrings.xml": strings };

    expect(await textOf(cell, parts)).toBe(value);
  });

  it("when the workbook counts from 1904, then so do its dates", async () => {
    const workbook =
      '<workbook><workbookPr date1904="1"/><sheets><sheet r:id="r1"/></sheets></workbook>';
    const parts = { "xl/styles.xml": styles, "xl/workbook.xml": workbook };

    expect(await textOf('<c s="1"><v>44562</v></c>', parts)).toBe("2026-01-02");
  });

  it("when cells show errors, then the row is faulty and each is named", async () => {
    const data = `<row>${inline("a")}${inline("b")}${inline("c")}</row>
      <row><c t="e"><f>1/0</f><v>#DIV/0!</v></c>${inline("x")}<c t="e"><v>#REF!</v></c></row>
      <row>${inline("y")}</row>`;

    const rows = await rowsOf(workbookFrom({ data }));

    expect(rows).toEqual([
      {
        row: 2,
        faults: [
          { column: "a", fault: { code: "cellError", value: "#DIV/0!" } },
          { column: "c", fault: { code: "cellError", value: "#REF!" } },
        ],
      },
      { row: 3, values: { a: "y" } },
    ]);
    for (const language of ["sv", "fi", "en"] as const) {
      const words = rowFaultIn(language, { code: "cellError", value: "#REF!" });
      expect(words).toContain("#REF!");
    }
  });
});

describe("a file with the ending of a workbook", () => {
  const good = workbookFrom({ data: `<row>${inline("id")}</row><row>${inline("1")}</row>` });
  const sheet = "xl/worksheets/sheet1.xml";
  const ole = (text: string) =>
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(512),
      Buffer.from(text, "utf16le"),
    ]);
  const withSheet = (content: string) => workbookFrom({ parts: { [sheet]: { content } } });
  const withData = (data: string) => workbookFrom({ data });
  const stored = { content: sheetOf(`<row>${inline("id")}</row>`), method: 0 } as const;
  const odd = { ...stored, method: 9 } as const;
  const other = workbookFrom({ parts: { [sheet]: stored } });
  other.write("xx", other.indexOf(">id<") + 1);

  it.each<readonly [string, Uint8Array, string]>([
    ["empty", Buffer.alloc(0), "notXlsx"],
    ["text", Buffer.from("id,name\n1,x\n"), "notXlsx"],
    ["an old workbook", ole("Workbook"), "oldExcel"],
    ["an encrypted workbook", ole("EncryptedPackage"), "encrypted"],
    [
      "a zip with a password",
      workbookFrom({ parts: { [sheet]: { content: "x", flags: 1 } } }),
      "encrypted",
    ],
    ["another zip", zipOf([{ name: "a.txt", content: "x" }]), "notXlsx"],
    ["an empty zip", zipOf([]), "notXlsx"],
    ["letters that look like a zip", Buffer.from("PK and more"), "broken"],
    ["a zip with changed bytes", Buffer.from(good).fill(0xff, 40, 80), "broken"],
    ["a zip with another text than its checksum", other, "broken"],
    [
      "a zip with less in it than it says",
      workbookFrom({ parts: { [sheet]: { content: sheetOf(""), claimedBytes: 1_000 } } }),
      "broken",
    ],
    ["a zip packed in an odd way", workbookFrom({ parts: { [sheet]: odd } }), "broken"],
    ["with a sheet without anything", withSheet(""), "broken"],
    ["not XML", withSheet("sheet 1"), "broken"],
    ["not UTF-8", workbookFrom({ parts: { [sheet]: { content: Buffer.from([0xff]) } } }), "broken"],
    ["XML cut off in a tag", withSheet("<worksheet><sheetData"), "broken"],
    ["XML cut off between tags", withSheet("<worksheet><sheetData>"), "broken"],
    ["XML cut off in a comment", withSheet("<worksheet><!-- "), "broken"],
    ["XML cut off in quotes", withSheet('<worksheet a="'), "broken"],
    ["with a text that is not there", withData('<row><c t="s"><v>9</v></c></row>'), "broken"],
    ["with rows in disorder", withData('<row r="2"/><row r="1"/>'), "broken"],
    ["with a row beyond all", withData('<row r="999999999"/>'), "broken"],
    ["with a column beyond all", withData('<row><c r="ZZZ1"/></row>'), "broken"],
    ["with a cell nowhere", withData('<row><c r="1A"/></row>'), "broken"],
  ])("when it is %s, then it says so", async (_, bytes, code) => {
    expect(await faultOf(bytes)).toBe(code);
  });

  it("when it is cut off anywhere, then it is broken", async () => {
    for (let length = 2; length < good.length; length += 7) {
      expect(await faultOf(good.subarray(0, length))).toBe("broken");
    }
  });

  it("when it stores its parts unpacked, then it is read", async () => {
    const content = sheetOf(`<row>${inline("id")}</row><row>${inline("1")}</row>`);

    expect(await rowsOf(workbookFrom({ parts: { [sheet]: { content, method: 0 } } }))).toHaveLength(
      1,
    );
  });

  it("when it says that it unpacks to much, then it is too big", async () => {
    const parts = { "xl/a.xml": { content: "x", claimedBytes: 300 * 1024 * 1024 } };

    expect(await faultOf(workbookFrom({ data: "<row/>", parts }))).toBe("unpackedTooBig");
  });

  it("when it unpacks to more than it says, then it is broken, in little memory", async () => {
    const bomb = Buffer.alloc(150 * 1024 * 1024, " ");
    const bytes = workbookFrom({ parts: { [sheet]: { content: bomb, claimedBytes: 1_000 } } });
    const beforeBytes = process.memoryUsage().arrayBuffers;

    expect(await faultOf(bytes)).toBe("broken");

    expect(process.memoryUsage().arrayBuffers - beforeBytes).toBeLessThan(20 * 1024 * 1024);
  });

  it("when few bytes stand for many characters, then it is too big", async () => {
    const strings = `<sst><si><t>${"x".repeat(1_000_000)}</t></si></sst>`;
    const data = `<row>${inline("id")}</row>${'<row><c t="s"><v>0</v></c></row>'.repeat(300)}`;
    const parts = { "xl/sharedStrings.xml": { content: strings } };

    expect(await faultOf(workbookFrom({ data, parts }))).toBe("unpackedTooBig");
  });

  it.each([
    ["an entity for a file", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"],
    ["entities without end", '<!DOCTYPE x [<!ENTITY a "x"><!ENTITY e "&a;&a;">]>', "&e;"],
    ["a document type elsewhere", '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', "x"],
    ["an entity that nobody declared", "", "&e;"],
    ["an entity named like a property", "", "&valueOf;"],
  ])("when its XML has %s, then it is broken and nothing is fetched", async (_, type, text) => {
    expect(await faultOf(withSheet(`${type}${sheetOf(`<row>${inline(text)}</row>`)}`))).toBe(
      "broken",
    );
  });
});

describe("a workbook that was exported", () => {
  const columns = ["id", "body", "topics"];

  it("when others read it, then every value is text and stands as it was", async () => {
    const values = [
      { id: "007", body: "=1+1", topics: ["a;b", "c"] },
      { id: "2026-01-02", body: "constructor", topics: [] },
      { id: "_x0041_", body: "\u{1fffe}\ufffd</t>", topics: ["true"] },
    ];

    const file = await writeRows(
      { columns },
      values.map((value) => ({ value })),
      "xlsx",
    );

    const [sheet] = await readWorkbook(Buffer.from(file as Uint8Array), { trim: false });
    expect(sheet?.data).toEqual([
      columns,
      ["007", "=1+1", "a\\;b;c"],
      ["2026-01-02", "constructor", null],
      ["_x0041_", "\u{1fffe}\ufffd</t>", "true"],
    ]);
  });

  it("when there is nothing, then it still has its header", async () => {
    const file = await writeRows({ columns }, [], "xlsx");

    const [sheet] = await readWorkbook(Buffer.from(file as Uint8Array));
    expect(sheet?.data).toEqual([columns]);
    expect(await rowsOf(file as Uint8Array)).toEqual([]);
  });

  it("when values have characters that XML cannot carry, then they come back", async () => {
    const body = "a\u0000\u0007\u001f\r\n\tb\ufffe\ud800c_x0007";

    const file = await writeRows({ columns }, [{ value: { id: "1", body } }], "xlsx");

    expect(await rowsOf(file as Uint8Array)).toEqual([{ row: 2, values: { id: "1", body } }]);
  });

  it("when a text fits a cell, then it comes back; when not, then its place is named", async () => {
    const value = { id: "p1", language: "sv", network: "n1", body: "å".repeat(32_767) };
    const long = { ...value, body: `${value.body}å` };

    const file = await writeRows({ columns }, [{ value }], "xlsx");

    expect(await rowsOf(file as Uint8Array)).toEqual([
      { row: 2, values: { id: "p1", body: value.body } },
    ]);
    await expect(writeRows({ columns }, [{ value: long }], "xlsx")).rejects.toMatchObject({
      name: "UnwritableValue",
      place: { document: "n1 p1 sv", column: "body", most: 32_767 },
    });
    await expect(writeRows({ columns }, [{ value: long }], "csv")).resolves.toContain("å");
  });
});
