/** The message action `lookUpTerms`: the terms that somebody's message is written with, in a dialog. */
import type { Outcome } from "../../core/feature.ts";
import type { TermHit } from "../../core/ports.ts";
import type { MessageActionTurn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import { termsCard } from "./look-up/show-terms.ts";
import type { TermBook } from "./look-up/term-book.ts";
import type { TermCards } from "./look-up/term-cards.ts";
import { tell } from "./say.ts";

type Deps = { readonly book: TermBook; readonly cards: TermCards };

const mostShown = 8;
/** Collections have many everyday words among their shortest names ("products", "varor"). */
const shortestOfCollection = 8;

export function termsInMessage({ book, cards }: Deps, turn: MessageActionTurn): Outcome {
  const { language } = turn;
  const texts = textsIn(language).terms;
  const text = [turn.message?.subject, turn.message?.text].filter(Boolean).join("\n");
  if (text.trim() === "") return tell(language, texts.inMessageEmpty, "terms-none");
  const hits = longestFirst(book.inText(turn, text).flatMap((place) => place.hits.slice(0, 1)));
  if (hits.length === 0) return tell(language, texts.inMessageNone, "terms-none");
  const card = termsCard(
    {
      heading: texts.inMessageHeading,
      intro: texts.inMessageIntro(hits.length),
      hits: hits.slice(0, mostShown).map(cards.withBank(turn)),
      hint: hits.length > mostShown ? texts.inMessageMore(mostShown) : "",
    },
    language,
  );
  return { replies: [{ type: "dialog", title: texts.inMessageTitle, card }], label: "terms" };
}

/** Each concept once; the networks' own before those of collections. */
function longestFirst(hits: readonly TermHit[]): readonly TermHit[] {
  const isOwn = ({ item }: TermHit) => item.collection === undefined;
  return hits
    .filter((hit) => isOwn(hit) || hit.name.text.length >= shortestOfCollection)
    .filter((hit, at, all) => all.findIndex(({ item }) => item === hit.item) === at)
    .sort(
      (one, other) =>
        Number(isOwn(other)) - Number(isOwn(one)) || other.name.text.length - one.name.text.length,
    );
}
