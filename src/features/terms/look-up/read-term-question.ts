/**
 * "Vad heter X på finska?", "mikä on X ruotsiksi?", "what is X in Swedish?", "X suomeksi?": what is asked for is what is
 * left when the languages and the words of the asking are taken away from both ends.
 */
import { readCommand } from "../../../core/commands.ts";
import type { AskedTerm } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import { languageNamed } from "../../../core/language-names.ts";
import {
  asksForMeaning,
  asksForName,
  asksWhat,
  filler,
  frame,
  inSentence,
} from "./question-words.ts";

export type TermQuestion = AskedTerm & {
  /**
   * "command" and "plain": nothing but a term is asked for, so that one that is missing is said to be missing.
   * "perhaps": a question that is about a term only if there is such a term.
   */
  readonly surety: "command" | "plain" | "perhaps";
};

type Token = { readonly text: string; readonly word: string };

const longestText = 200;
const mostWords = 8;
/** One word with a language is a term; more may be anything ("får man lämna anbud på engelska?"). */
const fewWords = 1;
const before = new Set(["på", "pá", "pa", "till", "in", "into", "to", "i"]);
const fromBefore = new Set(["från", "fån", "from", "av"]);
const nameFor = new Set(["för", "for"]);
/** "ruotsista", "suomesta": from these languages. */
const fromForms: ReadonlyMap<string, Language> = new Map([
  ["ruotsista", "sv"],
  ["suomesta", "fi"],
  ["englannista", "en"],
]);

export function readTermQuestion(text: string): TermQuestion | undefined {
  const command = readCommand(text);
  if (command?.name === "term") {
    return { ...readLookUp(command.argument), surety: "command" };
  }
  if (command || text.length > longestText) return undefined;
  const { rest, to, from, isNameFor } = withoutLanguages(tokensOf(text));
  const asks = (of: ReadonlySet<string>) => rest.some(({ word }) => of.has(word));
  const isForName = isNameFor || asks(asksForName);
  if (to === undefined && !isForName && !asks(asksForMeaning)) return undefined;
  const quoted = quotedIn(text);
  const term = quoted ?? bare(rest);
  if (term === undefined) return undefined;
  const asked: AskedTerm = { text: term, ...(from && { from }), ...(to && { to }) };
  const words = term.toLowerCase().split(/\s+/u);
  const isOne = !words.some((word) => inSentence.has(word));
  const isPlain =
    to !== undefined &&
    (quoted !== undefined || (isOne && (isForName || words.length <= fewWords)));
  return { ...asked, surety: isPlain ? "plain" : "perhaps" };
}

/** What any question is about, if it is so short that it may be a term: "what is X", "X?". */
export function readSubject(text: string): string | undefined {
  if (readCommand(text) || text.length > longestText) return undefined;
  return quotedIn(text) ?? bare(tokensOf(text));
}

/**
 * Among others somebody may answer rather than ask: "det heter kommundirektör på svenska". A question has a question
 * mark or begins as one does.
 */
export function isStatement(text: string): boolean {
  if (readCommand(text)?.name === "term") return false;
  if (answering.test(text)) return true;
  const first = tokensOf(text).find(({ word }) => !greeting.has(word));
  const begins = first?.word ?? "";
  return !text.includes("?") && !asksWhat.has(begins) && !asksSomebody.has(begins);
}

const asksSomebody = new Set(
  "kan kunde vet osaako osaisiko tietääkö muistaako voiko can could does anyone anybody".split(" "),
);

const answering = /^\s*(?:svar|svaret|lösning|vastaus|ratkaisu|answer|solution)\s*:/iu;
const greeting = new Set("hej hejsan hallå moi moikka hei terve hi hello hey kollega".split(" "));

/** "in English?", "och vad heter det på finska?": a language for what was just shown. */
export function readLanguageWish(text: string): Language | undefined {
  if (readCommand(text) || text.length > longestText) return undefined;
  const { rest, to } = withoutLanguages(tokensOf(text));
  return rest.every(isFrame) ? to : undefined;
}

/** "term X": a language behind it says which one is wanted. */
function readLookUp(argument: string): AskedTerm {
  const quoted = quotedIn(argument);
  const { rest, to, from } = withoutLanguages(tokensOf(argument));
  const left = rest.map(({ text }) => text).join(" ");
  // "term svenska" asks for the word itself.
  if (left === "" && quoted === undefined) return { text: argument.trim() };
  return { text: quoted ?? left, ...(from && { from }), ...(to && { to }) };
}

/** A message is looked at in several ways, one after the other. */
function tokensOf(text: string): readonly Token[] {
  if (text !== last.text) last = { text, tokens: readTokens(text) };
  return last.tokens;
}

let last: { readonly text: string; readonly tokens: readonly Token[] } = { text: "", tokens: [] };

function readTokens(text: string): readonly Token[] {
  return text
    .normalize("NFC")
    .split(/[\s,;…/]+/u)
    .map((part) => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, ""))
    .map((part) => (part.includes("(") ? part : part.replace(/\)+$/u, "")))
    .filter((part) => part !== "")
    .map((part) => ({ text: part, word: part.toLowerCase().replaceAll("’", "'") }));
}

/** Takes out the languages that are named, with the "på" or "in" before them. */
function withoutLanguages(all: readonly Token[]): {
  readonly rest: readonly Token[];
  readonly to?: Language;
  readonly from?: Language;
  /** "finska för X" */
  readonly isNameFor: boolean;
} {
  const rest: Token[] = [];
  let isNameFor = false;
  let to: Language | undefined;
  let from: Language | undefined;
  for (const [at, token] of all.entries()) {
    const origin = fromForms.get(token.word);
    const named = origin ?? languageNamed(token.word);
    if (named === undefined) {
      rest.push(token);
      continue;
    }
    const preposition = rest.at(-1)?.word ?? "";
    const isOrigin = origin !== undefined || fromBefore.has(preposition);
    if (fromBefore.has(preposition) || before.has(preposition)) rest.pop();
    isNameFor ||= nameFor.has(all[at + 1]?.word ?? "");
    if (isOrigin) from = named;
    else if (to === undefined) to = named;
    // "the Swedish word X in Finnish": the one that comes last is wanted.
    else if (to !== named) [from, to] = [to, named];
  }
  return { rest, isNameFor, ...(to && { to }), ...(from && { from }) };
}

const quotes = /["”“„»«']([^"”“„»«']{2,100})["”“„»«'](?![\p{L}])/u;

const quotedIn = (text: string): string | undefined => text.match(quotes)?.[1]?.trim() || undefined;

const isFrame = ({ word }: Token): boolean =>
  frame.has(word) || asksForName.has(word) || asksForMeaning.has(word) || asksWhat.has(word);

/** What is left between the words of the asking; undefined: nothing, or too much to be a term. */
function bare(rest: readonly Token[]): string | undefined {
  const first = rest.findIndex((token) => !isFrame(token));
  const last = rest.findLastIndex((token) => !isFrame(token));
  const left = rest.slice(first, last + 1);
  if (first < 0 || left.length > mostWords) return undefined;
  if (left.every(({ word }) => filler.has(word) || frame.has(word))) return undefined;
  return left.map(({ text }) => text).join(" ");
}
