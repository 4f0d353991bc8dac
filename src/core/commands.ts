/** The words that are commands rather than questions (design.md 7). They work in all languages at any time. */
import { type Language, languages } from "./language.ts";

export type CommandName =
  | "help"
  | "topics"
  | "contact"
  | "language"
  | "meetings"
  | "new meeting"
  | "announce"
  | "announcements"
  | "open questions"
  | "to do"
  | "new practice"
  | "settings"
  | "statistics"
  | "pause"
  | "my data"
  | "forget me";

export type Command = {
  readonly name: CommandName;
  /** What follows the word; empty for a command that takes nothing. */
  readonly argument: string;
  /** The language the word belongs to. */
  readonly language: Language;
};

type Words = Readonly<Record<Language, readonly string[]>> & { readonly takesArgument?: true };

const vocabulary: Readonly<Record<CommandName, Words>> = {
  help: { sv: ["hjälp"], fi: ["ohje", "apua"], en: ["help"] },
  topics: { sv: ["ämnen"], fi: ["aiheet"], en: ["topics"] },
  contact: {
    sv: ["kontakt"],
    fi: ["yhteystieto", "kontakti"],
    en: ["contact"],
    takesArgument: true,
  },
  language: { sv: ["språk"], fi: ["kieli"], en: ["language"], takesArgument: true },
  meetings: { sv: ["möten"], fi: ["kokoukset"], en: ["meetings"] },
  "new meeting": { sv: ["nytt möte"], fi: ["uusi kokous"], en: ["new meeting"] },
  announce: { sv: ["meddela"], fi: ["tiedota"], en: ["announce"] },
  announcements: { sv: ["meddelanden"], fi: ["tiedotteet"], en: ["announcements"] },
  "open questions": { sv: ["öppna frågor"], fi: ["avoimet kysymykset"], en: ["open questions"] },
  "to do": { sv: ["att göra"], fi: ["tehtävät"], en: ["to do"] },
  "new practice": { sv: ["ny praxis"], fi: ["uusi käytäntö"], en: ["new practice"] },
  settings: { sv: ["inställningar"], fi: ["asetukset"], en: ["settings"] },
  statistics: { sv: ["statistik"], fi: ["tilastot"], en: ["statistics"] },
  pause: { sv: ["paus"], fi: ["tauko"], en: ["pause"], takesArgument: true },
  "my data": { sv: ["mina uppgifter"], fi: ["omat tiedot"], en: ["my data"] },
  "forget me": { sv: ["glöm mig"], fi: ["unohda minut"], en: ["forget me"] },
};

const mostWords = 6;

/**
 * A command without an argument counts only as the whole message; one with an argument when the first word is its own,
 * something follows, there is no question mark and at most six words. Anything else is a question: undefined.
 */
export function readCommand(text: string): Command | undefined {
  // Several features ask it of each message.
  if (text !== last.text) last = { text, command: read(text) };
  return last.command;
}

let last: { readonly text: string; readonly command: Command | undefined } = {
  text: "",
  command: undefined,
};

function read(text: string): Command | undefined {
  const words = text.trim().split(/\s+/u);
  const whole = known.get(bare(text));
  if (whole && !whole.takesArgument) return { ...whole.command, argument: "" };
  const first = known.get((words[0] ?? "").toLowerCase().normalize("NFC"));
  const isWithArgument = words.length > 1 && words.length <= mostWords && !text.includes("?");
  return first?.takesArgument && isWithArgument
    ? { ...first.command, argument: words.slice(1).join(" ") }
    : undefined;
}

const known = new Map(
  Object.entries(vocabulary).flatMap(([name, own]) =>
    languages.flatMap((language) =>
      own[language].map(
        (word) =>
          [
            word,
            {
              command: { name: name as CommandName, language },
              takesArgument: own.takesArgument === true,
            },
          ] as const,
      ),
    ),
  ),
);

const bare = (text: string): string =>
  text
    .trim()
    .replace(/[.!]+$/u, "")
    .replace(/\s+/gu, " ")
    .toLowerCase()
    .normalize("NFC");
