import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandName, readCommand } from "../../../src/core/commands.ts";
import type { Language } from "../../../src/core/language.ts";
import { readPixels } from "./read-pixels.ts";

const house = join(import.meta.dirname, "../../../manifest");
const json = (name: string) => JSON.parse(readFileSync(join(house, name), "utf8"));
const manifest = json("manifest.json");
const languages: readonly Language[] = ["sv", "fi", "en"];
const textsIn = (language: Language): Readonly<Record<string, string>> =>
  json(`languages/${language}.json`);

/** design.md 7, in the order of its table; the first word of each where there are several. */
const words: Readonly<Record<Language, readonly string[]>> = {
  sv: "hjälp|ämnen|kontakt|term|möten|nytt möte|meddela|meddelanden|öppna frågor|att göra|ny praxis|inställningar|statistik|språk|paus|mina uppgifter|glöm mig".split(
    "|",
  ),
  fi: "ohje|aiheet|yhteystieto|termi|kokoukset|uusi kokous|tiedota|tiedotteet|avoimet kysymykset|tehtävät|uusi käytäntö|asetukset|tilastot|kieli|tauko|omat tiedot|unohda minut".split(
    "|",
  ),
  en: "help|topics|contact|term|meetings|new meeting|announce|announcements|open questions|to do|new practice|settings|statistics|language|pause|my data|forget me".split(
    "|",
  ),
};
/** What the words above ask for, in the same order. */
const names: readonly CommandName[] = [
  "help",
  "topics",
  "contact",
  "term",
  "meetings",
  "new meeting",
  "announce",
  "announcements",
  "open questions",
  "to do",
  "new practice",
  "settings",
  "statistics",
  "language",
  "pause",
  "my data",
  "forget me",
];
/** Say something by themselves only with a word after them, which the person writes. */
const openEnded = ["kontakt", "yhteystieto", "contact", "term", "termi"];

const titlesIn = (language: Language): readonly string[] =>
  Object.entries(textsIn(language)).flatMap(([place, text]) =>
    /^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.title$/u.test(place) ? [text] : [],
  );

describe.each(languages)("the app's commands in %s", (language) => {
  const wordOf = (title: string): string =>
    words[language].find((word) => `${title} `.startsWith(`${word} `)) ?? title;

  it("when all lists are read, then they are the design's words, each of them somewhere", () => {
    const [...named] = new Set(titlesIn(language).map(wordOf));

    expect(named.toSorted()).toEqual(words[language].toSorted());
  });

  it("when a command is chosen as it stands, then Kollega takes it for that command", () => {
    const titles = titlesIn(language);

    const taken = titles.map((title) => {
      const said = openEnded.includes(title) ? `${title} marknadsdialog` : title;
      const command = readCommand(said, [language]);
      return { title, name: command?.name, language: command?.language };
    });

    expect(taken).toEqual(
      titles.map((title) => ({
        title,
        name: names[words[language].indexOf(wordOf(title))],
        language,
      })),
    );
  });

  it("when its texts are read, then none is empty, and none is another language's", () => {
    const texts = Object.values(textsIn(language));

    expect(texts.filter((text) => text.trim() === "")).toEqual([]);
    const places = languages.map((one) => Object.keys(textsIn(one)).toSorted());
    expect(places[0]).toEqual(places[1]);
    expect(places[0]).toEqual(places[2]);
  });
});

describe("the app", () => {
  it("when its lists are counted, then none is longer than Teams shows", () => {
    const { commandLists } = manifest.bots[0];

    expect(commandLists.length).toBeLessThanOrEqual(3);
    for (const { commands } of commandLists) expect(commands.length).toBeLessThanOrEqual(12);
  });

  it("when its message extension is read, then it is the design's", () => {
    const { commands } = manifest.composeExtensions[0];

    expect(commands).toMatchObject([
      { id: "search", type: "query", parameters: [{ name: "query" }] },
      ...["askNetwork", "markAnswer", "lookUpTerms", "savePractice", "announceThis"].map((id) => ({
        id,
        type: "action",
        context: ["message"],
        fetchTask: true,
      })),
    ]);
  });

  it("when it asks for permissions, then the guide explains each of them", () => {
    const guide = readFileSync(join(house, "../docs/install-in-your-tenant.md"), "utf8");
    const { resourceSpecific } = manifest.authorization.permissions;

    expect(resourceSpecific.length).toBeGreaterThan(0);
    for (const { name } of resourceSpecific) expect(guide).toContain(`\`${name}\``);
  });
});

describe("the icons", () => {
  const pixels = (name: string) => readPixels(readFileSync(join(house, "icons", name)));

  it("when the outline is looked at, then it is 32 × 32, white, and transparent elsewhere", () => {
    const rows = pixels("outline.png");
    const all = rows.flat();
    const seen = all.filter(({ alpha }) => alpha > 0);

    expect([rows.length, rows[0]?.length]).toEqual([32, 32]);
    expect(seen.filter(({ red, green, blue }) => Math.min(red, green, blue) < 250)).toEqual([]);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(all.length / 2);
    for (const corner of [rows[0]?.[0], rows[0]?.[31], rows[31]?.[0], rows[31]?.[31]]) {
      expect(corner?.alpha).toBe(0);
    }
  });

  it("when the colour icon is looked at, then it is 192 × 192, filled, and in the app's own colour", () => {
    const rows = pixels("color.png");
    const [corner] = rows[0] ?? [];
    const hex = [corner?.red, corner?.green, corner?.blue]
      .map((value = 0) => value.toString(16).padStart(2, "0"))
      .join("");

    expect([rows.length, rows[0]?.length]).toEqual([192, 192]);
    expect(rows.flat().filter(({ alpha }) => alpha < 255)).toEqual([]);
    expect(`#${hex.toUpperCase()}`).toBe(manifest.accentColor);
  });
});
