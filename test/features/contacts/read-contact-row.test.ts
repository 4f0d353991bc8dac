import type { RowFault } from "../../../src/core/rows.ts";
import { readContactRow } from "../../../src/features/contacts/read-contact-row.ts";

const context = { networks: ["n1"], timeZone: "Europe/Helsinki" };
const good = { id: "c", name: "Vera", consent: "2026-01-31" };
const full = {
  ...good,
  network: "n1",
  role: "Jurist",
  organisation: "Org",
  organisationFi: "Kunta",
  organisationSv: "Kommun",
  topics: ["mat", "ruoka"],
  languages: ["fi", "sv"],
  email: "vera@a.example",
  phone: "+358 9 000 0001",
  teamsId: "vera@a.example",
};

describe("readContactRow", () => {
  it("when only what is required is there, then nothing is invented", () => {
    expect(readContactRow(good, context)).toEqual({
      ok: true,
      partition: "_shared",
      doc: {
        id: "contact:c",
        type: "contact",
        v: 1,
        value: { ...good, topics: [], languages: [] },
      },
    });
  });

  it("when everything is there, as arrays or as cells, then it is read alike", () => {
    const asCells = { ...full, topics: "mat;ruoka", languages: "fi;sv" };

    for (const row of [full, asCells]) {
      expect(readContactRow(row, context)).toEqual({
        ok: true,
        partition: "n1",
        doc: { id: "contact:c", type: "contact", v: 1, value: full },
      });
    }
  });

  it.each<[string, unknown, RowFault]>([
    ["id", "", { code: "required" }],
    ["name", undefined, { code: "required" }],
    ["consent", undefined, { code: "noConsent" }],
    ["consent", " ", { code: "noConsent" }],
    ["consent", "yes", { code: "badDate", value: "yes" }],
    ["consent", true, { code: "badText" }],
    ["network", "n9", { code: "unknownNetwork", value: "n9" }],
    ["role", ["a"], { code: "badText" }],
    ["organisation", "o".repeat(501), { code: "tooLong", most: 500 }],
    ["topics", [["mat"]], { code: "badList" }],
    ["languages", ["swedish"], { code: "unknownLanguage", value: "swedish" }],
    ["email", "vera", { code: "badEmail", value: "vera" }],
    ["phone", "ring mig", { code: "badPhone", value: "ring mig" }],
    ["teamsId", {}, { code: "badText" }],
  ])("when %s is %j, then that is its one fault", (column, value, fault) => {
    expect(readContactRow({ ...full, [column]: value }, context)).toEqual({
      ok: false,
      faults: [{ column, fault }],
    });
  });

  it("when id, name and consent are all missing, then all three are named", () => {
    const parsed = readContactRow({}, context);

    expect(parsed.ok || parsed.faults.map(({ column }) => column)).toEqual([
      "id",
      "name",
      "consent",
    ]);
  });
});
