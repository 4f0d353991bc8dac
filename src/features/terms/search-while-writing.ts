/** The message extension: terms, practices and people for whoever is writing a message; inserted as cards. */
import type { ContentDocument, Term } from "../../core/content.ts";
import type { Outcome } from "../../core/feature.ts";
import type { TermHit } from "../../core/ports.ts";
import type { ListItem } from "../../core/reply.ts";
import { standAlone } from "../../core/stand-alone.ts";
import type { SearchTurn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import { isSure } from "./look-up/decide-term.ts";
import type { TermBook } from "./look-up/term-book.ts";
import type { TermCards } from "./look-up/term-cards.ts";
import { bankOf, namesLine, titleOf } from "./look-up/term-words.ts";
import { tell } from "./say.ts";
import { termType } from "./term-place.ts";
import type { TermsDeps } from "./terms-deps.ts";

type Deps = Pick<TermsDeps, "library" | "findOthers"> & {
  readonly book: TermBook;
  readonly cards: TermCards;
};

const mostTerms = 8;
const mostNewest = 5;

/** A term that is named comes first, then practices and people, then what only looks like a term. */
export function searchWhileWriting(deps: Deps, turn: SearchTurn): Outcome {
  const texts = textsIn(turn.language).terms;
  const terms = termsFor(deps, turn).slice(0, mostTerms);
  const named = terms.filter(({ sure }) => sure).map(({ item }) => item);
  const alike = terms.filter(({ sure }) => !sure).map(({ item }) => item);
  const all = [...named, ...deps.findOthers(turn), ...alike];
  const items = all.slice(turn.skip, turn.skip + turn.count);
  if (all.length > 0) return { replies: [{ type: "list", items }], label: "searched" };
  const text = turn.query === "" ? texts.searchStart : texts.searchNone(turn.query);
  return tell(turn.language, text, "searched-none");
}

/** What an import brought has no day, and comes after what somebody added in chat. */
const newestFirst = (one: ContentDocument, other: ContentDocument): number =>
  (other.addedAt ?? "").localeCompare(one.addedAt ?? "") || one.id.localeCompare(other.id);

type Line = { readonly item: ListItem; readonly sure: boolean };

function termsFor(deps: Deps, turn: SearchTurn): readonly Line[] {
  if (turn.query !== "") {
    return deps.book
      .find(turn, turn.query)
      .map((hit) => ({ item: lineOf(deps, turn, hit), sure: isSure(hit) }));
  }
  const own = new Set(turn.networks.map(({ id }) => id));
  return deps.library
    .contentOf<Term>(termType)
    .filter(({ value: { network } }) => network !== undefined && own.has(network))
    .toSorted(newestFirst)
    .slice(0, mostNewest)
    .map(({ value: term }) => ({
      item: lineOf(deps, turn, { item: { key: "", network: term.network ?? "", term } }),
      sure: true,
    }));
}

function lineOf(
  { cards, library }: Deps,
  turn: SearchTurn,
  hit: Pick<TermHit, "item"> & Partial<TermHit>,
): ListItem {
  const { language } = turn;
  const { item, name } = hit;
  const title = titleOf(item.term, name ? [name.language] : [language]);
  const texts = textsIn(language).terms;
  const about = [
    texts.kind.term,
    namesLine(item.term, language, title),
    bankOf(item, turn, library, language),
  ];
  return {
    title,
    text: about.filter(Boolean).join(" · "),
    card: standAlone(cards.one(turn, item)),
  };
}
