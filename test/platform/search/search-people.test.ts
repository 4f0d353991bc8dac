import { createSearchIndex } from "../../../src/platform/search/create-search-index.ts";
import { person } from "./items.ts";

const people = [
  person({
    key: "sofia",
    name: "Sofia Söderström",
    organisations: ["Esbo stad", "Espoon kaupunki"],
    role: "Inköpschef",
    topics: ["sociala kriterier", "sosiaaliset kriteerit", "social criteria"],
    phone: "+358 50 123 4567",
  }),
  person({
    key: "heikki",
    name: "Heikki Virtanen",
    organisations: ["Helsingin kaupunki", "Helsingfors stad"],
    role: "Hankinta-asiantuntija",
    topics: ["sopimushallinta", "avtalshantering"],
    phone: "09 310 1234",
  }),
  person({
    key: "kai",
    name: "Kai Lehto",
    organisations: ["Lahti", "Lahtis"],
    role: "Kääntäjä",
    topics: ["konekäännös", "maskinöversättning"],
  }),
  person({
    key: "anna",
    name: "Anna Mäkinen",
    organisations: ["Seinäjoki", "Tampere", "Tammerfors"],
    role: "Hankintapäällikkö",
    topics: ["rakentaminen", "byggande", "vihreät hankinnat"],
    network: "buyers",
  }),
];

const index = createSearchIndex();
index.putPeople(people);

const first = (text: string, networks: readonly string[] = ["buyers"]) =>
  index.searchPeople({ text, networks, limit: 3 })[0];

describe("searchPeople", () => {
  it.each([
    ["vem kan jag fråga om sociala kriterier i Esbo?", "sofia"],
    ["kuka osaa kertoa sopimushallinnasta, meillä ei seuraa kukaan", "heikki"],
    ["who knows about social criteria?", "sofia"],
    ["Soderstrom", "sofia"],
    ["söderstrøm sofia", "sofia"],
    ["Sofia Söderstöm", "sofia"],
    ["Virtasen Heikin numero", "heikki"],
    ["kuka Helsingissä hoitaa hankintoja", "heikki"],
    ["Helsingin asiantuntija", "heikki"],
    ["någon i Helsingfors?", "heikki"],
    ["onko Lahdessa ketään", "kai"],
    ["konekäännöksistä", "kai"],
    ["Kai", "kai"],
    ["Seinäjoella", "anna"],
    ["tampereella rakentamisesta", "anna"],
    ["inköpschef", "sofia"],
    ["050 123 4567", "sofia"],
    ["+358501234567", "sofia"],
    ["vem ringde från 0501234567?", "sofia"],
    ["1234567", "sofia"],
  ])("when asked %j, then the right person comes first", (question, key) => {
    expect(first(question)?.key).toBe(key);
  });

  it("when the whole question is covered, then the score is about 1", () => {
    expect(first("vem kan jag fråga om sociala kriterier i Esbo?")?.score).toBeGreaterThan(0.9);
  });

  it("when only the place fits, then the score is clearly lower", () => {
    const whole = first("sociala kriterier i Esbo")?.score ?? 0;
    const part = first("dynamiska inköpssystem i Esbo")?.score ?? 0;

    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(whole * 0.8);
  });

  it("when the person is in a network that is not asked for, then nobody is found", () => {
    expect(first("Mäkinen", [])?.key).not.toBe("anna");
    expect(first("Mäkinen", ["translators"])?.key).not.toBe("anna");
  });

  it.each(["", "😀", "vem kan jag fråga?", "who knows", "kuka", "x".repeat(10_000), "<b></b>"])(
    "when there is nothing to look for in %j, then nobody is found",
    (question) => {
      expect(
        index.searchPeople({ text: question.slice(0, 10_000), networks: [], limit: 3 }),
      ).toEqual([]);
    },
  );

  it("when a person is changed or removed, then the next search knows", () => {
    const own = createSearchIndex();
    own.putPeople(people);
    own.searchPeople({ text: "Virtanen", networks: [], limit: 1 });
    own.putPeople([person({ key: "heikki", name: "Heikki Korhonen" })]);
    own.remove(["sofia"]);

    expect(own.searchPeople({ text: "Korhonen", networks: [], limit: 1 })[0]?.key).toBe("heikki");
    expect(own.searchPeople({ text: "Söderström", networks: [], limit: 1 })).toEqual([]);
  });
});
