import type { RowFault } from "../../../src/core/rows.ts";
import { readPracticeRow } from "../../../src/features/practices/read-practice-row.ts";

const context = { networks: ["n1"], timeZone: "Europe/Helsinki" };
const good = { id: "p", language: "sv", title: "Titel", body: "Text" };
const full = {
  ...good,
  network: "n1",
  summary: "Kort",
  questions: ["Hur?", "Varför?"],
  tags: ["mat"],
  organisation: "Kommun",
  date: "2026-01-31",
  source: "Källa",
  sourceUrl: "https://a.example/b",
  contacts: ["c1", "c2"],
  owner: "c1",
  reviewBy: "2027-01-31",
  status: "draft",
};

describe("readPracticeRow", () => {
  it("when only what is required is there, then it is shared and published", () => {
    expect(readPracticeRow(good, context)).toEqual({
      ok: true,
      partition: "_shared",
      doc: {
        id: "practice:p:sv",
        type: "practice",
        v: 1,
        value: { ...good, questions: [], tags: [], contacts: [], status: "published" },
      },
    });
  });

  it("when everything is there, as arrays or as cells, then it is read alike", () => {
    const asCells = { ...full, questions: "Hur?;Varför?", tags: "mat;", contacts: "c1; c2" };

    for (const row of [full, asCells]) {
      expect(readPracticeRow(row, context)).toMatchObject({
        ok: true,
        partition: "n1",
        doc: { value: full },
      });
    }
  });

  it("when the command line names a network, then rows without one belong to it, others to their own", () => {
    const given = { ...context, networks: ["n1", "n2"], network: "n2" };

    expect(readPracticeRow(good, given)).toMatchObject({ partition: "n2" });
    expect(readPracticeRow({ ...good, network: "n1" }, given)).toMatchObject({ partition: "n1" });
  });

  it("when a body has paragraphs, then they stay", () => {
    const row = { ...good, body: "Ett.\r\n\r\nTvå. " };

    expect(readPracticeRow(row, context)).toMatchObject({
      doc: { value: { body: "Ett.\n\nTvå." } },
    });
  });

  it.each<[string, unknown, RowFault]>([
    ["id", undefined, { code: "required" }],
    ["id", "a\nb", { code: "badId" }],
    ["language", undefined, { code: "required" }],
    ["language", "svenska", { code: "unknownLanguage", value: "svenska" }],
    ["title", "", { code: "required" }],
    ["title", "t".repeat(501), { code: "tooLong", most: 500 }],
    ["body", " \n ", { code: "required" }],
    ["body", { html: "<p>" }, { code: "badText" }],
    ["network", "n9", { code: "unknownNetwork", value: "n9" }],
    ["summary", true, { code: "badText" }],
    ["questions", [1], { code: "badList" }],
    ["tags", { a: 1 }, { code: "badList" }],
    ["organisation", [], { code: "badText" }],
    ["date", "2026-02-30", { code: "badDate", value: "2026-02-30" }],
    ["source", "s".repeat(501), { code: "tooLong", most: 500 }],
    ["sourceUrl", "http://a.example", { code: "badUrl", value: "http://a.example" }],
    ["sourceUrl", "www.a.example", { code: "badUrl", value: "www.a.example" }],
    ["contacts", 7, { code: "badList" }],
    ["owner", false, { code: "badText" }],
    ["reviewBy", "nästa år", { code: "badDate", value: "nästa år" }],
    ["status", "deleted", { code: "badStatus", value: "deleted" }],
  ])("when %s is %j, then that is its one fault", (column, value, fault) => {
    expect(readPracticeRow({ ...full, [column]: value }, context)).toEqual({
      ok: false,
      faults: [{ column, fault }],
    });
  });
});
