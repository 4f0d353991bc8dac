import type { RowFault } from "../../../src/core/rows.ts";
import { readNetworkRow } from "../../../src/features/networks/read-network-row.ts";

const context = { networks: [], timeZone: "Europe/Helsinki" };
const good = { id: "n1", nameSv: "Nätet", nameFi: "Verkko", nameEn: "Net" };
const person = "00000000-0000-4000-8000-00000000000A";

describe("readNetworkRow", () => {
  it("when only what is required is there, then the rest has its defaults", () => {
    expect(readNetworkRow(good, context)).toEqual({
      ok: true,
      partition: "_networks",
      doc: {
        id: "network:n1",
        type: "network",
        v: 1,
        value: {
          ...good,
          coordinators: [],
          languages: ["sv", "fi", "en"],
          timeZone: "Europe/Helsinki",
          teams: [],
        },
      },
    });
  });

  it("when everything is there, as arrays or as cells, then it is read alike", () => {
    const value = {
      ...good,
      coordinators: [person.toLowerCase()],
      languages: ["fi", "sv"],
      timeZone: "Europe/Stockholm",
      teams: ["19:a@thread.tacv2", "t2|19:forum@thread", "t3|f|n"],
    };
    const asArrays = { ...value, coordinators: [person] };
    const asCells = {
      ...value,
      coordinators: person,
      languages: "fi;sv",
      teams: "19:a@thread.tacv2;t2|19:forum@thread;t3|f|n",
    };

    for (const row of [asArrays, asCells]) {
      expect(readNetworkRow(row, context)).toMatchObject({ ok: true, doc: { value } });
    }
  });

  it.each<[string, unknown, RowFault]>([
    ["id", "", { code: "required" }],
    ["id", "_networks", { code: "badId" }],
    ["id", "a b", { code: "badId" }],
    ["id", "a".repeat(101), { code: "badId" }],
    ["nameSv", undefined, { code: "required" }],
    ["nameFi", " ", { code: "required" }],
    ["nameEn", ["Net"], { code: "badText" }],
    ["coordinators", ["anna@example.org"], { code: "badPerson", value: "anna@example.org" }],
    ["coordinators", 5, { code: "badList" }],
    ["languages", ["sv", "no"], { code: "unknownLanguage", value: "no" }],
    ["timeZone", "Helsinki", { code: "badZone", value: "Helsinki" }],
    ["timeZone", "+02:00", { code: "badZone", value: "+02:00" }],
    ["teams", ["a|b|c|d"], { code: "badTeam", value: "a|b|c|d" }],
    ["teams", ["|forum"], { code: "badTeam", value: "|forum" }],
    ["teams", ["a b"], { code: "badTeam", value: "a b" }],
  ])("when %s is %j, then that is its one fault", (column, value, fault) => {
    expect(readNetworkRow({ ...good, [column]: value }, context)).toEqual({
      ok: false,
      faults: [{ column, fault }],
    });
  });
});
