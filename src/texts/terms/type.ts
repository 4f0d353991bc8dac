import type { CollectionId } from "../../core/collections.ts";
import type { Language } from "../../core/language.ts";
import type { TermDataTexts } from "./data-type.ts";

export type TermsTexts = {
  readonly personalData: TermDataTexts;
  /** Above a term's name. */
  readonly term: string;
  /** What was asked: “kommunmedlem” in Finnish. */
  readonly asked: (text: string, language: Language) => string;
  readonly accepted: (names: string) => string;
  readonly quoted: (name: string) => string;
  /** Names in quotes, with commas between them. */
  readonly avoid: (names: string) => string;
  readonly avoidUse: (names: string, use: string) => string;
  /** What was looked up is a name to be avoided. */
  readonly avoidNotice: (name: string) => string;
  readonly avoidUseNotice: (name: string, use: string) => string;
  /** The bank has no name in the language that was asked for. */
  readonly noName: Readonly<Record<Language, string>>;
  /** What was looked up is not there, but this nearly is. */
  readonly guessed: (text: string) => string;
  readonly definition: string;
  readonly definitionIn: Readonly<Record<Language, string>>;
  readonly domain: string;
  readonly source: string;
  readonly usedBy: string;
  readonly note: string;
  /** What the shipped collections are called. */
  readonly collection: Readonly<Record<CollectionId, string>>;
  readonly collectionNote: string;
  readonly sharedBank: string;
  readonly othersHeading: string;
  readonly open: (title: string) => string;
  readonly license: string;
  readonly readSource: string;
  readonly severalHeading: (text: string) => string;
  readonly severalIntro: string;
  readonly guessHeading: (text: string) => string;
  readonly guessIntro: string;
  readonly partsHeading: (text: string) => string;
  readonly partsIntro: string;
  readonly missingHeading: (text: string) => string;
  readonly missingText: string;
  readonly missingHint: string;
  readonly nearIntro: string;
  readonly wordlessHeading: string;
  readonly wordlessText: string;
  readonly ask: string;
  /** What is asked in the forum. */
  readonly questionIn: (text: string, language: Language) => string;
  readonly question: (text: string) => string;
  readonly shareInForum: string;
  readonly shareHere: string;
  readonly sharedBy: (name: string) => string;
  readonly sharedInForum: (network: string) => string;
  readonly sharedHere: string;
  readonly whichForumHeading: string;
  readonly whichForumIntro: (name: string) => string;
  readonly noForum: string;
  /** A button whose term is there no more, or is not the presser's to see. */
  readonly gone: string;
  readonly inMessageTitle: string;
  readonly inMessageHeading: string;
  readonly inMessageIntro: (count: number) => string;
  readonly inMessageMore: (count: number) => string;
  readonly inMessageNone: string;
  readonly inMessageEmpty: string;
  /** What a line of the message extension says before the names. */
  readonly kind: Readonly<Record<"term" | "practice" | "contact" | "discussion", string>>;
  readonly searchNone: (text: string) => string;
  readonly searchStart: string;
};
