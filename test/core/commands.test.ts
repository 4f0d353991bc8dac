import fc from "fast-check";
import { type CommandName, readCommand } from "../../src/core/commands.ts";
import type { Language } from "../../src/core/language.ts";

const whole: readonly (readonly [string, CommandName, Language])[] = [
  ["hjälp", "help", "sv"],
  ["ohje", "help", "fi"],
  ["apua", "help", "fi"],
  ["help", "help", "en"],
  ["ämnen", "topics", "sv"],
  ["aiheet", "topics", "fi"],
  ["topics", "topics", "en"],
];
const withArgument: readonly (readonly [string, CommandName, Language])[] = [
  ["kontakt", "contact", "sv"],
  ["yhteystieto", "contact", "fi"],
  ["kontakti", "contact", "fi"],
  ["contact", "contact", "en"],
  ["term", "term", "sv"],
  ["termi", "term", "fi"],
  ["språk", "language", "sv"],
  ["kieli", "language", "fi"],
  ["language", "language", "en"],
];

describe("a command that takes nothing", () => {
  it.each(whole)(
    "when %s is the whole message, then it is the command %s in %s",
    (word, name, language) => {
      for (const text of [word, word.toUpperCase(), ` ${word}\n`, `${word}.`, `${word}!`]) {
        expect(readCommand(text)).toEqual({ name, argument: "", language });
      }
    },
  );

  it.each(whole)(
    "when %s comes in decomposed letters, then it is the same",
    (word, name, language) => {
      expect(readCommand(word.normalize("NFD"))).toEqual({ name, argument: "", language });
    },
  );

  it.each(whole)("when %s is only part of the message, then it is a question", (word) => {
    for (const text of [`${word} tack`, `snälla ${word}`, `${word}?`, `${word}en`]) {
      expect(readCommand(text)).toBeUndefined();
    }
  });
});

describe("a word that is the same in two languages", () => {
  it.each([
    ["en", "en"],
    ["sv", "sv"],
    ["fi", "fi"],
  ] as const)("when the person writes %s, then it counts as %s", (prior, language) => {
    expect(readCommand("term motion", [prior])).toEqual({
      name: "term",
      argument: "motion",
      language,
    });
  });
});

describe("a command that takes an argument", () => {
  it.each(withArgument)(
    "when %s comes first and something follows, then it is the command %s in %s",
    (word, name, language) => {
      for (const first of [word, word.toUpperCase(), word.normalize("NFD")]) {
        expect(readCommand(`  ${first}   Åsa  Öst `)).toEqual({
          name,
          argument: "Åsa Öst",
          language,
        });
      }
    },
  );

  it.each(withArgument)(
    "when %s stands alone, has a question mark or comes later, then it is a question",
    (word) => {
      for (const text of [
        word,
        `${word} `,
        `${word} Esbo?`,
        `${word}? Esbo`,
        `vem är ${word} Esbo`,
      ]) {
        expect(readCommand(text)).toBeUndefined();
      }
    },
  );

  it("when the message has six words, then it counts, and with seven no more", () => {
    expect(readCommand("kontakt a b c d e")).toMatchObject({ argument: "a b c d e" });
    expect(readCommand("kontakt a b c d e f")).toBeUndefined();
  });

  it("when the word only begins with the command, then it is a question", () => {
    expect(readCommand("kontaktperson Esbo")).toBeUndefined();
    expect(readCommand("kontakt: Esbo")).toBeUndefined();
    expect(readCommand("languages English")).toBeUndefined();
  });
});

describe("readCommand", () => {
  it.each(["", " ", "?", "\u0000", "constructor", "__proto__ x", "toString x"])(
    "when the message is %j, then it is no command",
    (text) => {
      expect(readCommand(text)).toBeUndefined();
    },
  );

  it("when a message has a question mark and more than a word, then it is never a command", () => {
    const words = fc.constantFrom(...whole, ...withArgument).map(([word]) => word);
    fc.assert(
      fc.property(words, fc.string(), (word, rest) => {
        expect(readCommand(`${word} ${rest}?`)).toBeUndefined();
      }),
    );
  });
});
