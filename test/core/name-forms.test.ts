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
    ["Anna Virtanen", "Anna \r\n  Virtanen"],
    ["Virtanen, Anna", "Virtanen, Anna"],
    ["Virtanen, Anna", "Anna Virtasen"],
    ["Sjölund, Maija", "Maija Sjölunds"],
    ["Sjölund,Maija", "Sjölund Maija"],
    ["Sjölund Maija", "Maija Sjölund"],
    ["Sjölund, Maija Helena", "Maija Helena Sjölunds"],
    ["Sjölund, Maija Helena", "Sjölund, Maija Helena"],
    ["von Berg, Maija", "Maija von Bergs"],
    ["von Berg, Maija", "von Berg Maija"],
    ["Pia Ek", "Pia Ek"],
    ["Pia Ek", "Pia Eks"],
    ["Pia Ek", "Pia Ekin"],
    ["Pia Ek", "Pia Ekille"],
    ["Bo Ek", "Bo Eks"],
    ["Bo Ek", "Ek Bo"],
    ["Pia Ås", "Pia Åsin"],
    ["Anna Li", "Anna Lis"],
    ["Maija Sjo\u0308lund", "Maija Sjölunds"],
    ["Anna Virtanen", "Anna\nVirtanen"],
    ["Anna  Maria Virtanen", "Anna Maria Virtasella"],
  ])("when somebody is called %s, then %j is them", (name, text) => {
    expect(found(name, `Fråga ${text}, om du vill`)).toEqual([text]);
  });

  it.each([
    ["Anna Virtanen", "Kontakt: Virtanen Anna", "Virtanen Anna"],
    ["Anna Virtanen", "Kontakt: Virtanen, Anna", "Virtanen, Anna"],
    ["Anna Virtanen", "Det var allt. Virtanen Anna vet mer.", "Virtanen Anna"],
    ["Anna Virtanen", "Virtanen, Anna, Esbo", "Virtanen, Anna"],
    ["Anna Virtanen", "Korhonen Matti, Virtanen Anna, Koski Pekka", "Virtanen Anna"],
    ["Anna Virtanen", "Korhonen, Matti\nVirtanen, Anna\nKoski, Pekka", "Virtanen, Anna"],
    ["Anna Virtanen", "Korhonen Matti\nVirtanen Anna\nKoski Pekka", "Virtanen Anna"],
    ["Anna Virtanen", "Pekka Koski, Anna Virtanen ja Liisa Ek", "Anna Virtanen"],
    ["Anna Virtanen", "Kysy nyt (Virtanen, Anna)", "Virtanen, Anna"],
    ["Virtanen Anna", "Sitten Anna Virtanen kertoi", "Anna Virtanen"],
    ["Virtanen Anna", "huomenna Anna Virtanen Espoosta", "Anna Virtanen"],
    ["Virtanen Anna", "Kontakt: Virtanen, Anna", "Virtanen, Anna"],
    ["Sjölund, Maija", "Maija Sjölund skrev", "Maija Sjölund"],
    ["Sjölund, Maija", "Maija Sjölunds fråga", "Maija Sjölunds"],
    ["Sjölund, Maija", "Hej Sjölund, Maija!", "Sjölund, Maija"],
    ["Sjölund, Maija", "Se Maija Sjölund Esbo", "Maija Sjölund"],
    ["Maija Sjölund", "Det skrev Maija\nSjölund Esbo", "Maija\nSjölund"],
    ["Maija Sjölund", "i dag skrev Maija\nSjölund om det", "Maija\nSjölund"],
  ])("when somebody is called %s, then in %j it finds %j", (name, text, expected) => {
    expect(found(name, text)).toEqual([expected]);
  });

  it.each([
    ["Matti Virtanen", "Pekka Virtanen, Matti Korhonen ja Liisa Ek"],
    ["Matti Virtanen", "Ordförande är P. Virtanen, Matti"],
    ["Matti Virtanen", "Matti Korhonen, Pekka Virtanen, Liisa Ek"],
    ["Matti Virtanen", "Pekka Virtanen\nMatti Korhonen"],
    ["Matti Virtanen", "Pekka Virtanen\tMatti Korhonen"],
    ["Matti Virtanen", "Korhonen Matti, Virtanen Pekka"],
    ["Matti Virtanen", "Korhonen Matti\nVirtanen Pekka"],
    ["Matti Virtanen", "Korhonen, Matti\nVirtanen, Pekka"],
    ["Matti Virtanen", "Korhonen, Matti\r\nVirtanen, Pekka"],
    ["Virtanen Matti", "Pekka Virtanen\nMatti Korhonen"],
    ["Virtanen Matti", "Pekka Virtanen, Matti Korhonen ja Liisa Ek"],
    ["Virtanen, Matti", "Pekka Virtanen, Matti Korhonen ja Liisa Ek"],
    ["Virtanen, Matti", "Pekka Virtanen\nMatti Korhonen"],
    ["Maria Andersson", "Kontakt: Anna Andersson\n\nMaria Berg"],
    ["Andersson Maria", "Kontakt: Anna Andersson\n\nMaria Berg"],
    ["Anna Virtanen", "Kontakt: Anna\n\nVirtanen svarar"],
    ["Pia Ek", "Pia Eklund och Pia Ekman, Pia Eken, pia ek, pia eks"],
    ["Bo Ek", "bo ek, Bo eken, Boel Ek, en ek, Ek och Bo, Ekbo"],
    ["Anna Li", "Anna Lin, Anna Lille, Anna Lilla"],
    ["Sjölund, Maija", "Sjölund och Maija, Maija, sjölund"],
    ["Sjölund,", "Sjölund, Maija"],
  ])("when somebody is called %s, then %j is about others", (name, text) => {
    expect(found(name, text)).toEqual([]);
  });

  it.each([
    ["blanks", " "],
    ["line ends", "\n"],
    ["blanks after a name's word", "Anna          \n         "],
    ["capitals", "A"],
    ["capitals in rows", `${"A".repeat(1_000)} `],
    ["names' words", "Anna "],
    ["names' other words", "Virtanen, "],
    ["names' words in hyphens", "Virtanen-'’"],
    ["blanks before", `A${" ".repeat(1_000)}Virtanen${" ".repeat(1_000)}Anna${" ".repeat(1_000)}`],
  ])("when a long text is made of %s, then it is read through all the same", (_, piece) => {
    const long = piece.repeat(Math.ceil(100_000 / piece.length));
    for (const name of ["Anna Virtanen", "Virtanen, Anna", "Virtanen Anna"]) {
      expect(found(name, `${long}. Anna Virtanen. ${long}`)).toContain("Anna Virtanen");
      expect(found(name, `Anna${long}Virtanen${long}Anna. Anna Virtanen`)).toContain(
        "Anna Virtanen",
      );
    }
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
    ["Ha\u030allbar Upphandling", true],
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
