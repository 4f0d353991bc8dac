import type { JsonObject } from "../../../src/core/reply.ts";
import { actInWords } from "../../../src/features/oversight/act-in-words.ts";

const of = {
  contact: "Maija Sjölund",
  zone: "Europe/Helsinki",
  now: new Date("2026-11-23T08:00:00Z"),
};

describe("an act in words", () => {
  it.each<[string, JsonObject, string]>([
    ["announcement.write", { announcement: "a-0EMr" }, "skrev ett meddelande"],
    [
      "announcement.edit",
      { announcement: "a-0EMr", fields: "titleSv time" },
      "ändrade ett meddelande (ändrat: Rubrik på svenska, Klockslag)",
    ],
    [
      "announcement.send",
      { announcement: "a-0EMr", status: "sending", version: 3 },
      "skickade ett meddelande",
    ],
    [
      "meeting.cancel",
      { meeting: "m-nmAS", occurrence: "2026-12-10T13:00", scope: "all" },
      "ställde in ett möte (tillfälle: torsdag 10 december kl. 13.00, Helsingforstid)",
    ],
    [
      "settings",
      { changed: ["quietFrom", "quietTo", "digestSetAt"] },
      "ändrade inställningarna (ändrat: Tysta timmar)",
    ],
    [
      "contact.edit",
      { contact: "hash" },
      "ändrade kontaktuppgifter (kontaktuppgifter: Maija Sjölund)",
    ],
    [
      "import",
      { kind: "terms", created: 3, updated: 0, unchanged: 1, rejected: 0 },
      "importerade innehåll (slag: termer; nya: 3; ändrade: 0; oförändrade: 1; avvisade: 0)",
    ],
    ["term.remove", { id: "t-1" }, "tog bort en term"],
  ])(
    "when %s is told of with %j, then no id and no name of a column stands there",
    (act, details, told) => {
      expect(actInWords({ act, details }, { ...of, language: "sv" })).toBe(told);
    },
  );
});
