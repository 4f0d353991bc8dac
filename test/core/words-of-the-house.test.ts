import {
  bestVersion,
  type Contact,
  contactLine,
  type Network,
  networkName,
  organisationOf,
  partitionOf,
} from "../../src/core/content.ts";
import { dayAt, dayInWords } from "../../src/core/dates.ts";
import { isLanguage, type Language, languageOfLocale } from "../../src/core/language.ts";
import { roleIn } from "../../src/core/roles.ts";

const network: Network = {
  id: "n",
  nameSv: "Nätet",
  nameFi: "Verkko",
  nameEn: "Net",
  coordinators: ["coordinator"],
  languages: ["sv"],
  timeZone: "Europe/Helsinki",
  teams: [],
};

describe("roleIn", () => {
  it.each([
    ["coordinator", [], "coordinator"],
    ["somebody", [], "member"],
    ["admin", ["admin"], "admin"],
    ["coordinator", ["coordinator"], "admin"],
    ["", [], "member"],
  ] as const)("when %j asks and the admins are %j, then they are %s", (person, admins, role) => {
    expect(roleIn(network, person, admins)).toBe(role);
  });
});

describe("a day", () => {
  it.each([
    ["sv", "12 oktober 2018"],
    ["fi", "12. lokakuuta 2018"],
    ["en", "12 October 2018"],
  ] as const)("when said in %s, then it reads %s", (language, words) => {
    expect(dayInWords("2018-10-12", language)).toBe(words);
  });

  it.each([
    ["Europe/Helsinki", "2026-03-01T21:59:59Z", "2026-03-01"],
    ["Europe/Helsinki", "2026-03-01T22:00:00Z", "2026-03-02"],
    ["Europe/Helsinki", "2026-07-01T21:00:00Z", "2026-07-02"],
    ["America/New_York", "2026-03-02T04:59:59Z", "2026-03-01"],
  ])("when it is asked for in %s at %s, then it is %s", (zone, moment, day) => {
    expect(dayAt(new Date(moment), zone)).toBe(day);
  });
});

describe("languageOfLocale", () => {
  it.each([
    ["sv-FI", "sv"],
    ["sv", "sv"],
    ["FI-fi", "fi"],
    ["en_GB", "en"],
    ["svenska", undefined],
    ["de-DE", undefined],
    ["", undefined],
    [undefined, undefined],
  ] as const)("when the locale is %j, then the language is %j", (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });

  it("when something is no language, then isLanguage says so", () => {
    expect(["sv", "fi", "en"].every(isLanguage)).toBe(true);
    expect([undefined, null, "SV", "de", 1, ["sv"]].some(isLanguage)).toBe(false);
  });
});

describe("bestVersion", () => {
  const version = (language: Language) => ({ language });

  it.each([
    [["sv", "fi", "en"], "en", "en"],
    [["fi", "en"], "sv", "fi"],
    [["en", "fi", "sv"], "fi", "fi"],
    [["en", "sv"], "fi", "sv"],
    [[], "sv", undefined],
  ] as const)("when there is %j and %s is wanted, then it is %j", (there, wanted, best) => {
    expect(bestVersion(there.map(version), wanted)?.language).toBe(best);
  });
});

describe("what things are called", () => {
  const contact = (fields: Partial<Contact>): Contact => ({
    id: "c",
    name: "C",
    consent: "2026-01-01",
    topics: [],
    languages: [],
    ...fields,
  });
  const both = { organisation: "Org", organisationFi: "Kunta", organisationSv: "Kommun" };

  it.each([
    [both, "sv", "Kommun"],
    [both, "fi", "Kunta"],
    [both, "en", "Org"],
    [{ organisationFi: "Kunta" }, "sv", "Kunta"],
    [{ organisationSv: "Kommun" }, "en", "Kommun"],
    [{}, "en", ""],
  ] as const)("when %j is named in %s, then it is %j", (names, language, name) => {
    expect(organisationOf(contact(names), language)).toBe(name);
  });

  it("when role or organisation is missing, then the line has no stray comma", () => {
    expect(contactLine(contact({ role: "Jurist", organisation: "Org" }), "sv")).toBe("Jurist, Org");
    expect(contactLine(contact({ role: "Jurist" }), "sv")).toBe("Jurist");
    expect(contactLine(contact({}), "sv")).toBe("");
  });

  it("when a network is named, then it is in the language; content without one is shared", () => {
    expect((["sv", "fi", "en"] as const).map((one) => networkName(network, one))).toEqual([
      "Nätet",
      "Verkko",
      "Net",
    ]);
    expect([partitionOf("n"), partitionOf(undefined)]).toEqual(["n", "_shared"]);
  });
});
