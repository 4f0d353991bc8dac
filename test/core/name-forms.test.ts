import { formsOfName, isPhrase, withoutAddition } from "../../src/core/name-forms.ts";

const found = (name: string, text: string): readonly string[] => {
  const forms = formsOfName(name);
  if (forms === undefined) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms})(?![\\p{L}\\p{N}])`, "gu");
  return [...text.matchAll(pattern)].map(([match]) => match);
};

describe("a full name in running text", () => {
  it.each([
    ["Anna Andersson", "Anna Anderssons"],
    ["Anna Andersson", "Anna Anderssonin"],
    ["Anna Andersson", "Anna Anderssonille"],
    ["Anna Andersson", "Anna Anderssonia"],
    ["Erik Niklas", "Erik Niklas"],
    ["Anna Virtanen", "Anna Virtasen"],
    ["Anna Virtanen", "Anna Virtaselta"],
    ["Anna Virtanen", "Anna Virtasta"],
    ["Anna Virtanen", "Anna Virtaseen"],
    ["Anna Virtanen", "Anna Virtaselle"],
    ["Anna Virtanen", "Anna Virtanens"],
    ["Anna Mäki", "Anna Mäen"],
    ["Anna Mäki", "Anna Mäellä"],
    ["Anna Lahti", "Anna Lahden"],
    ["Anna Niemi", "Anna Niemen"],
    ["Anna Lampi", "Anna Lammelta"],
    ["Anna Laine", "Anna Laineelle"],
    ["Anna Laine", "Anna Lainetta"],
    ["Anna Salo", "Anna Salon"],
    ["Anna Salo", "Anna Saloon"],
    ["Anna Ranta", "Anna Rannalta"],
    ["Anna Mattila", "Anna Mattilaa"],
    ["Anna Hakkarainen", "Anna Hakkaraisen"],
    ["Kalle Rautius", "Kalle Rautiuksen"],
    ["Kalle Heikki", "Kalle Heikin"],
    ["Helga Tvärminne-Östergård", "Helga Tvärminne-Östergårds"],
    ["Virtanen Anna", "Anna Virtanen"],
    ["Virtanen Anna", "Anna Virtasen"],
    ["Anna Virtanen", "Virtanen Anna"],
    ["Anna Virtanen", "Virtanen, Anna"],
    ["Anna Virtanen", "Anna\nVirtanen"],
    ["Anna  Maria Virtanen", "Anna Maria Virtasella"],
  ])("when somebody is called %s, then %j is them", (name, text) => {
    expect(found(name, `Fråga ${text}, om du vill`)).toEqual([text]);
  });

  it.each([
    ["Anna Virtanen", "Anna ja Virtanen"],
    ["Anna Virtanen", "Anna Virta"],
    ["Anna Virta", "Anna Virtanen"],
    ["Anna Laine", "Anna Lainen"],
    ["Anna Lahti", "Anna Lahtinen"],
    ["Anna Mari", "Anna Maria"],
    ["Anna Berg", "Anna Bergman"],
    ["Anna Berg", "Anna Bergström"],
    ["Anna Berg", "Hanna Berg"],
    ["Anna Berg", "anna berg"],
    ["Anna Lind", "Anna Linda"],
    ["Anna Salo", "Anna Salonen"],
    ["Anna Virtanen", "Virtasen ja Annan"],
    ["Rosa Hall", "rosa hallen"],
    ["Anna", "Anna Annan Annas"],
    ["Kommun Ab", "kommunen och Kommun Abba"],
  ])("when somebody is called %s, then %j is not", (name, text) => {
    expect(found(name, text)).toEqual([]);
  });

  it("when a directory adds something to a name, then that is not part of it", () => {
    expect(withoutAddition("Anna Virtanen (Guest)")).toBe("Anna Virtanen");
    expect(withoutAddition("Anna Virtanen")).toBe("Anna Virtanen");
  });
});

describe("a name of ordinary words", () => {
  const texts = [
    "Hållbar upphandling börjar med en dialog. Fråga anna.virtanen@esbo.example.",
    "En hållbar lösning. Skriv till maria_koski@esbo.example eller Maria Koski.",
    "Vi bygger vid en å. I Kestävä hankinta suunnitellaan; kestävä on tärkeää.",
  ];

  it.each([
    ["Hållbar Upphandling", true],
    ["upphandling hållbar", true],
    ["Upphandling, Hållbar (Guest)", true],
    ["Anna Virtanen", false],
    ["Maria Koski", false],
    ["Hållbar Virtanen", false],
    ["Hållbar Upphandlings", false],
    ["...", true],
  ])("when it is %s, then that it is a phrase is %s", (name, expected) => {
    expect(isPhrase(name, texts)).toBe(expected);
  });
});
