/** The words that are commands rather than questions (design.md 7). They work in all languages at any time. */
import { type Language, languages } from "./language.ts";

export type CommandName =
  | "help"
  | "topics"
  | "contact"
  | "term"
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
  | "my contact"
  | "my data"
  | "forget me";

export type Command = {
  readonly name: CommandName;
  /** What follows the word; empty for a command that takes nothing. */
  readonly argument: string;
  /** The language the word belongs to; of one that is the same in several but not in the person's own, the person's. */
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
  term: { sv: ["term"], fi: ["termi"], en: ["term"], takesArgument: true },
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
  "my contact": {
    sv: ["min kontakt", "mina kontaktuppgifter"],
    fi: ["omat yhteystietoni", "omat yhteystiedot", "yhteystietoni"],
    en: ["my contact", "my contact details"],
  },
  "my data": { sv: ["mina uppgifter"], fi: ["omat tiedot"], en: ["my data"] },
  "forget me": { sv: ["glöm mig"], fi: ["unohda minut"], en: ["forget me"] },
};

const mostWords = 6;

/**
 * `priors`: languages, the likeliest first, to take a word for that is the same in several. A command without an argument counts only as the whole message; one with an argument when the first word is its own,
 * something follows, there is no question mark and at most six words. Anything else is a question: undefined.
 */
export function readCommand(
  text: string,
  priors: readonly (Language | undefined)[] = [],
): Command | undefined {
  // Several features ask it of each message.
  if (text !== last.text) last = { text, commands: read(text) };
  const { commands } = last;
  if (commands.length === 0) return undefined;
  const prior = priors.find((one) => commands.some(({ language }) => language === one));
  const [first, ...others] = commands;
  const own = commands.find(({ language }) => language === prior);
  if (own || !first || others.length === 0) return own ?? first;
  // Who works in a third language borrows the word, and goes on in their own.
  return { ...first, language: priors.find((one) => one !== undefined) ?? first.language };
}

let last: { readonly text: string; readonly commands: readonly Command[] } = {
  text: "",
  commands: [],
};

/** The same command in each language that its word belongs to. */
function read(text: string): readonly Command[] {
  const words = text.trim().split(/\s+/u);
  const whole = (known.get(bare(text)) ?? []).filter(({ takesArgument }) => !takesArgument);
  if (whole.length > 0) return whole.map(({ command }) => ({ ...command, argument: "" }));
  const isWithArgument = words.length > 1 && words.length <= mostWords && !text.includes("?");
  if (!isWithArgument) return [];
  const argument = words.slice(1).join(" ");
  return (known.get((words[0] ?? "").toLowerCase().normalize("NFC")) ?? [])
    .filter(({ takesArgument }) => takesArgument)
    .map(({ command }) => ({ ...command, argument }));
}

const known = Map.groupBy(
  Object.entries(vocabulary).flatMap(([name, own]) =>
    languages.flatMap((language) =>
      own[language].map((word) => ({
        word,
        command: { name: name as CommandName, language },
        takesArgument: own.takesArgument === true,
      })),
    ),
  ),
  ({ word }) => word,
);

const bare = (text: string): string =>
  text
    .trim()
    .replace(/[.!]+$/u, "")
    .replace(/\s+/gu, " ")
    .toLowerCase()
    .normalize("NFC");
