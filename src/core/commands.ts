/** The words that are commands rather than questions (design.md 7). They work in all languages at any time. */
import type { Language } from "./language.ts";

export type CommandName = "help" | "topics" | "contact" | "language";

export type Command = {
  readonly name: CommandName;
  /** What follows the word; empty for a command that takes nothing. */
  readonly argument: string;
  /** The language the word belongs to, if only one has it. */
  readonly language?: Language;
};

type Words = {
  readonly takesArgument: boolean;
  readonly words: readonly (readonly [string, Language | undefined])[];
};

const vocabulary: Readonly<Record<CommandName, Words>> = {
  help: {
    takesArgument: false,
    words: [
      ["hjälp", "sv"],
      ["ohje", "fi"],
      ["apua", "fi"],
      ["help", "en"],
    ],
  },
  topics: {
    takesArgument: false,
    words: [
      ["ämnen", "sv"],
      ["aiheet", "fi"],
      ["topics", "en"],
    ],
  },
  contact: {
    takesArgument: true,
    words: [
      ["kontakt", "sv"],
      ["yhteystieto", "fi"],
      ["kontakti", "fi"],
      ["contact", "en"],
    ],
  },
  language: {
    takesArgument: true,
    words: [
      ["språk", "sv"],
      ["kieli", "fi"],
      ["language", "en"],
    ],
  },
};

const mostWords = 6;

/**
 * A command without an argument counts only as the whole message; one with an argument when the first word is its own,
 * something follows, there is no question mark and at most six words. Anything else is a question: undefined.
 */
export function readCommand(text: string): Command | undefined {
  const words = text.trim().split(/\s+/u);
  const first = (words[0] ?? "").toLowerCase().normalize("NFC");
  for (const [name, { takesArgument, words: own }] of Object.entries(vocabulary)) {
    const match = own.find(([word]) => word === (takesArgument ? first : bare(text)));
    if (!match) continue;
    if (takesArgument && (words.length < 2 || words.length > mostWords || text.includes("?")))
      continue;
    return {
      name: name as CommandName,
      argument: takesArgument ? words.slice(1).join(" ") : "",
      ...(match[1] && { language: match[1] }),
    };
  }
  return undefined;
}

const bare = (text: string): string =>
  text
    .trim()
    .replace(/[.!]+$/u, "")
    .toLowerCase()
    .normalize("NFC");
