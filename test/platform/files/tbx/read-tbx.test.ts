import type { NumberedRow } from "../../../../src/core/numbered-row.ts";
import { openTbx } from "../../../../src/platform/files/tbx/read-tbx.ts";
import { createTempFolder, type TempFolder } from "../temp-folder.ts";

let folder: TempFolder;
beforeAll(() => {
  folder = createTempFolder();
});
afterAll(() => folder.remove());

async function read(content: string | Uint8Array): Promise<readonly NumberedRow[]> {
  const rows = await openTbx(folder.file("terms.tbx", content));
  const all: NumberedRow[] = [];
  for await (const row of rows) all.push(row);
  expect(rows.length).toBe(all.length);
  return all;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="urn:iso:std:iso:30042:ed-2"';
const dca = (...concepts: readonly string[]): string =>
  `${declaration}<tbx type="TBX-Basic" style="dca" xml:lang="en" ${namespace}><tbxHeader><fileDesc><sourceDesc><p>Other</p></sourceDesc></fileDesc></tbxHeader><text><body>${concepts.join("\n")}</body></text></tbx>`;
const legacy = (doctype: string, ...entries: readonly string[]): string =>
  `${declaration}${doctype}<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>Other</p></sourceDesc></fileDesc></martifHeader><text><body>${entries.join("\n")}</body></text></martif>`;
const concept = (inside: string, id = "c-a"): string =>
  `<conceptEntry id="${id}">${inside}</conceptEntry>`;
const names = (language: string, ...terms: readonly (readonly [string, string?])[]): string =>
  `<langSec xml:lang="${language}">${terms
    .map(([text, status]) => {
      const note = `<termNote type="administrativeStatus">${status}</termNote>`;
      return `<termSec><term>${text}</term>${status === undefined ? "" : note}</termSec>`;
    })
    .join("")}</langSec>`;
const plain = names("sv", ["anbud"]);

async function first(inside: string) {
  const [row] = await read(dca(concept(inside)));
  if (!row || !("values" in row)) throw new Error("no row");
  return { values: row.values, notes: row.notes ?? [] };
}

describe("a TBX file", () => {
  const expected = {
    id: "hankinta yksikkö",
    domain: "Upphandling",
    definitionSv: "Den som upphandlar",
    source: "Lag",
    note: "Se 5 §",
    sv: "upphandlande enhet",
    svAlso: ["enhet"],
    svAvoid: ["upphandlande myndighet"],
    fi: "hankintayksikkö",
    usedBy: ["Esbo"],
    network: "n1",
  };
  const conceptId = "c-hankinta_x0020_yksikk_x00F6_";

  it.each([
    [
      "in the DCA style",
      dca(`<conceptEntry id="${conceptId}">
        <descrip type="subjectField">Upphandling</descrip>
        <note>Se 5 §</note>
        <langSec xml:lang="sv-FI">
          <descripGrp><descrip type="definition">Den som
              upphandlar</descrip><admin type="source">Lag</admin></descripGrp>
          <termSec><term>upphandlande enhet</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <admin type="customerSubset">Esbo</admin><admin type="projectSubset">kollega:n1</admin></termSec>
          <termSec><term>enhet</term><termNoteGrp><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termNoteGrp></termSec>
          <termSec><term>upphandlande myndighet</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
        </langSec>
        <langSec xml:lang="fi"><termSec><term>hankintayksikkö</term></termSec></langSec>
      </conceptEntry>`),
    ],
    [
      "in the DCT style",
      `${declaration}<tbx type="TBX-Basic" style="dct" xml:lang="en" ${namespace} xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body><conceptEntry id="${conceptId}">
        <min:subjectField>Upphandling</min:subjectField>
        <note>Se 5 §</note>
        <langSec xml:lang="sv">
          <descripGrp><basic:definition>Den som upphandlar</basic:definition><basic:source>Lag</basic:source></descripGrp>
          <termSec><term>upphandlande enhet</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
            <min:customerSubset>Esbo</min:customerSubset><basic:projectSubset>kollega:n1</basic:projectSubset></termSec>
          <termSec><term>enhet</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
          <termSec><term>upphandlande myndighet</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
        </langSec>
        <langSec xml:lang="fi"><termSec><term>hankintayksikkö</term></termSec></langSec>
      </conceptEntry></body></text></tbx>`,
    ],
    [
      "in the legacy style",
      legacy(
        '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n',
        `<termEntry id="${conceptId}">
        <descrip type="subjectField">Upphandling</descrip>
        <note>Se 5 §</note>
        <langSet xml:lang="sv">
          <descripGrp><descrip type="definition">Den som upphandlar</descrip><admin type="source">Lag</admin></descripGrp>
          <ntig><termGrp><term>upphandlande enhet</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp>
            <admin type="customerSubset">Esbo</admin><admin type="projectSubset">kollega:n1</admin></ntig>
          <tig><term>enhet</term><termNote type="normativeAuthorization">admittedTerm</termNote></tig>
          <tig><term>upphandlande myndighet</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
        </langSet>
        <langSet xml:lang="fi"><tig><term>hankintayksikkö</term></tig></langSet>
      </termEntry>`,
      ),
    ],
  ])("when it is %s, then its concepts are rows, with nothing to say", async (_, file) => {
    expect(await read(file)).toEqual([{ row: 1, values: expected, notes: [] }]);
  });

  it.each<[string, string, object]>([
    ["no status", names("sv", ["a"], ["b"]), { sv: "a", svAlso: ["b"] }],
    [
      "a preferred term after others",
      names("sv", ["a"], ["b", "preferredTerm-admn-sts"]),
      { sv: "b", svAlso: ["a"] },
    ],
    [
      "a preferred term in another language only",
      names("sv", ["a", "admittedTerm-admn-sts"]) + names("fi", ["b", "preferredTerm-admn-sts"]),
      { svAlso: ["a"], fi: "b" },
    ],
    [
      "two regions of a language",
      names("en-GB", ["lorry", "preferredTerm-admn-sts"]) + names("en-US", ["truck"]),
      { en: "lorry", enAlso: ["truck"] },
    ],
    [
      "a definition above the languages",
      `<descrip type="definition">What</descrip><descrip type="definition" xml:lang="fi">Mikä</descrip>${plain}`,
      { sv: "anbud", definitionEn: "What", definitionFi: "Mikä" },
    ],
    [
      "several sources and notes",
      `<admin type="source">A</admin><admin type="source">B</admin><admin type="source">A</admin><note>1</note><note>2</note>${plain}`,
      { sv: "anbud", source: "A; B", note: "1\n\n2" },
    ],
    ["markup written as text", names("sv", ["&lt;b&gt;anbud&lt;/b&gt;"]), { sv: "<b>anbud</b>" }],
    ["a marked section", names("sv", ["<![CDATA[a & <b>]]>"]), { sv: "a & <b>" }],
    [
      "broken lines",
      `<note>one\n\t\ttwo\n\n\t\tthree </note>${plain}`,
      { sv: "anbud", note: "one two\n\nthree" },
    ],
  ])("when a concept has %s, then it is held", async (_, inside, values) => {
    expect(await first(inside)).toEqual({ values: { id: "a", ...values }, notes: [] });
  });

  it.each<[string, string, object, string, object]>([
    [
      "another language",
      plain + names("de", ["Angebot"]),
      { sv: "anbud" },
      "langSec de",
      { code: "notHeld", value: "Angebot" },
    ],
    [
      "a part of speech",
      '<langSec xml:lang="sv"><termSec><term>anbud</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>',
      { sv: "anbud" },
      "termNote partOfSpeech",
      { code: "notHeld", value: "noun" },
    ],
    [
      "its own history",
      `<transacGrp><transac type="transactionType">origination</transac></transacGrp>${plain}`,
      { sv: "anbud" },
      "transacGrp",
      { code: "notHeld", value: "origination" },
    ],
    [
      "a second field",
      `<descrip type="subjectField">A</descrip><descrip type="subjectField">B</descrip>${plain}`,
      { domain: "A", sv: "anbud" },
      "descrip subjectField",
      { code: "notHeld", value: "B" },
    ],
    [
      "another program's project",
      '<langSec xml:lang="sv"><termSec><term>anbud</term><admin type="projectSubset">X</admin></termSec></langSec>',
      { sv: "anbud" },
      "admin projectSubset",
      { code: "notHeld", value: "X" },
    ],
    [
      "a status that nobody knows",
      names("sv", ["anbud", "best"]),
      { sv: "anbud" },
      "termNote administrativeStatus",
      { code: "notHeld", value: "best" },
    ],
    [
      "a superseded term",
      plain + names("sv", ["offert", "supersededTerm-admn-sts"]),
      { sv: "anbud", svAvoid: ["offert"] },
      "svAvoid",
      { code: "superseded", value: "offert" },
    ],
    [
      "two recommended terms",
      names("sv", ["a", "preferredTerm-admn-sts"], ["b", "preferredTerm-admn-sts"]),
      { sv: "a", svAlso: ["b"] },
      "svAlso",
      { code: "secondName", value: "b" },
    ],
    [
      "accepted terms only",
      names("fi", ["a", "admittedTerm-admn-sts"], ["b", "admittedTerm-admn-sts"]),
      { fi: "a", fiAlso: ["b"] },
      "fi",
      { code: "onlyAccepted", value: "a" },
    ],
    [
      "markup",
      names("sv", ['an<hi type="bold">bud</hi>']),
      { sv: "anbud" },
      "hi",
      { code: "markup", value: "hi" },
    ],
    [
      "another program's code",
      names("sv", ["an<ph>&lt;br&gt;</ph>bud"]),
      { sv: "anbud" },
      "ph",
      { code: "markup", value: "ph" },
    ],
  ])(
    "when a concept has %s, then what is not held is told",
    async (_, inside, values, column, fault) => {
      expect(await first(inside)).toEqual({
        values: { id: "a", ...values },
        notes: [{ column, fault }],
      });
    },
  );

  it("when all concepts have the same that is not held, then it is told ten times and counted", async () => {
    const extra =
      '<langSec xml:lang="sv"><termSec><term>a</term><termNote type="termType">x</termNote></termSec></langSec>';
    const rows = await read(dca(...Array.from({ length: 30 }, (_, n) => concept(extra, `c-${n}`))));
    const notes = rows.flatMap((row) => ("values" in row ? (row.notes ?? []) : []));

    expect(notes).toHaveLength(10);
    expect(notes.at(-1)).toEqual({
      column: "termNote termType",
      fault: { code: "notHeldMore", value: "x", times: 20 },
    });
  });

  it("when concepts have no id, then each gets one that is the same the next time", async () => {
    const nameless = legacy(
      "",
      ...["a", "b", "a"].map(
        (text) =>
          `<termEntry><langSet xml:lang="sv"><tig><term>${text}</term></tig></langSet></termEntry>`,
      ),
    );
    const ids = (await read(nameless)).map((row) => "values" in row && row.values["id"]);

    expect(ids[0]).toMatch(/^tbx-[\w-]{24}$/u);
    expect([ids[1] === ids[0], ids[2] === ids[0]]).toEqual([false, true]);
    expect((await read(nameless)).map((row) => "values" in row && row.values["id"])).toEqual(ids);
  });

  it("when a concept lies across the pieces that are read, then it comes whole", async () => {
    const long = "åäö ".repeat(30_000).trim();
    const file = dca(
      ...["1", "2", "3"].map((n) => concept(`<note>${n} ${long}</note>${plain}`, n)),
    );

    const rows = await read(file);

    expect(rows.map((row) => "values" in row && row.values["note"])).toEqual(
      ["1", "2", "3"].map((n) => `${n} ${long}`),
    );
  });

  const entity = '<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const laughs =
    '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
  it.each<[string, string | Uint8Array, string]>([
    ["entities from elsewhere", legacy(entity, plain), "doctype"],
    [
      "entities that multiply",
      dca(concept(names("sv", ["&c;"]))).replace("<tbx", `${laughs}<tbx`),
      "doctype",
    ],
    [
      "a document type on the web",
      legacy('<!DOCTYPE martif SYSTEM "https://x.example/TBX.dtd">', plain),
      "doctype",
    ],
    [
      "a document type in another folder",
      legacy('<!DOCTYPE martif SYSTEM "../TBX.dtd">', plain),
      "doctype",
    ],
    [
      "the standard's document type with more in it",
      legacy('<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd" [<!ENTITY x "y">]>', plain),
      "doctype",
    ],
    ["an entity that nobody declared", dca(concept(names("sv", ["&x;"]))), "broken"],
    ["another root", "<html><body/></html>", "notTbx"],
    ["no XML", "sv;fi\nanbud;tarjous", "notTbx"],
    ["nothing", "", "notTbx"],
    ["its end cut off", dca(concept(plain)).slice(0, -20), "broken"],
    ["tags that do not fit", dca(concept("<langSec></termSec>")), "broken"],
    [
      "more levels than a concept has",
      dca(concept("<x>".repeat(60) + "</x>".repeat(60))),
      "broken",
    ],
    [
      "a concept without end",
      dca(concept(`<note>${"x".repeat(4_000_001)}</note>${plain}`)),
      "broken",
    ],
    [
      "letters of another encoding",
      Buffer.from(dca(concept(names("sv", ["å"]))), "latin1"),
      "notUtf8",
    ],
    ["letters in UTF-16", Buffer.from(`\ufeff${dca(concept(plain))}`, "utf16le"), "utf16"],
  ])("when it has %s, then nothing of it is taken", async (_, file, code) => {
    await expect(read(file)).rejects.toMatchObject({ fault: { code } });
  });

  it("when it has no concepts, then there are no rows", async () => {
    expect(await read(dca())).toEqual([]);
  });

  it("when it names people behind the concepts, then that they are not held is told with the first", async () => {
    const file = dca(concept(plain)).replace(
      "</body>",
      '</body><back><refObjectSec type="respPerson"><refObject id="p1"><item type="fn">N</item></refObject></refObjectSec></back>',
    );

    expect(await read(file)).toMatchObject([
      { notes: [{ column: "refObject", fault: { code: "notHeld", value: "1" } }] },
    ]);
  });
});
