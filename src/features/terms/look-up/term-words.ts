/** A term in a few words, for lists and lines. */
import { isCollectionId } from "../../../core/collections.ts";
import { networkName, type Term } from "../../../core/content.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { Library } from "../../../core/library.ts";
import type { TermHit, TermItem } from "../../../core/ports.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Readers } from "./term-book.ts";

/** What a concept is called in a language, if it has a name there that may be used. */
export const nameIn = (term: Term, language: Language): string | undefined =>
  term[language] ?? term[`${language}Also`][0];

/** The name that stands for the concept: in the language it was found in, else in the reader's. */
export function titleOf(term: Term, prefer: readonly Language[]): string {
  const found = [...prefer, ...languages].map((language) => nameIn(term, language));
  return found.find((name) => name !== undefined) ?? term.id;
}

/** "svenska: kommundirektör · engelska: municipal manager" */
export function namesLine(term: Term, language: Language, without?: string): string {
  const { languageName } = textsIn(language);
  return languages
    .flatMap((one) => {
      const name = nameIn(term, one);
      return name === undefined || name === without ? [] : [`${languageName[one]}: ${name}`];
    })
    .join(" · ");
}

/** Which bank a term stands in; "" where that goes without saying: the reader's only network. */
export function bankOf(
  { network, collection }: Pick<TermItem, "network" | "collection">,
  { networks }: Readers,
  library: Pick<Library, "networks">,
  language: Language,
): string {
  const texts = textsIn(language).terms;
  if (collection !== undefined)
    return isCollectionId(collection) ? texts.collection[collection] : "";
  if (network === undefined) return texts.sharedBank;
  if (networks.length < 2) return "";
  const found = library.networks().find(({ id }) => id === network);
  return found ? networkName(found, language) : "";
}

/** What is said of a name that is to be avoided; "" of any other. */
export function warningOf({ item: { term }, name }: TermHit, language: Language): string {
  if (name.status !== "avoid") return "";
  const texts = textsIn(language).terms;
  const use = nameIn(term, name.language);
  return use === undefined ? texts.avoidNotice(name.text) : texts.avoidUseNotice(name.text, use);
}

/** What is to be avoided in a language, and what to use instead. */
export function avoidLine(term: Term, one: Language, language: Language): readonly string[] {
  const texts = textsIn(language).terms;
  const names = term[`${one}Avoid`];
  if (names.length === 0) return [];
  const quoted = names.map((name) => texts.quoted(name)).join(", ");
  const use = nameIn(term, one);
  return [use === undefined ? texts.avoid(quoted) : texts.avoidUse(quoted, use)];
}
