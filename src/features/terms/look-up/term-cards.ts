/** Cards of terms for one reader: puts together what the show-* files need from library, book and turn. */
import type { Button } from "../../../core/buttons.ts";
import type { AskedTerm } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { TermHit, TermItem } from "../../../core/ports.ts";
import type { Card } from "../../../core/reply.ts";
import type { Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { TermsDeps } from "../terms-deps.ts";
import type { TermDecision } from "./decide-term.ts";
import { termCard } from "./show-term.ts";
import { noTermCard, termsCard } from "./show-terms.ts";
import { dataOf } from "./term-book.ts";
import { bankOf, nameIn } from "./term-words.ts";

export type TermCards = ReturnType<typeof createTermCards>;

type Extras = {
  readonly hit?: TermHit;
  readonly asked?: string;
  readonly to?: Language;
  readonly others?: readonly TermHit[];
  readonly notices?: readonly string[];
  readonly remarks?: readonly string[];
  /** The remembered question it answers: with it the network can be asked for what is missing. */
  readonly question?: string;
  readonly isShared?: true;
};

export function createTermCards({ library, mayEdit }: Pick<TermsDeps, "library" | "mayEdit">) {
  const bank = (turn: Turn, item: TermItem) => bankOf(item, turn, library, turn.language);
  const withBank = (turn: Turn) => (hit: TermHit) => ({ hit, bank: bank(turn, hit.item) });

  function one(turn: Turn, item: TermItem, extras: Extras = {}): Card {
    const { language } = turn;
    const texts = textsIn(language).terms;
    const { to, others = [], notices = [], remarks = [], question, isShared, ...how } = extras;
    const lacks = to !== undefined && nameIn(item.term, to) === undefined;
    const share = isShared ? undefined : shareButton(turn, item);
    const isEditable =
      !isShared &&
      turn.conversation.kind === "personal" &&
      item.collection === undefined &&
      mayEdit?.(turn, item.term.network);
    return termCard(
      {
        item,
        bank: bank(turn, item),
        ...how,
        ...(to && { to }),
        notices,
        remarks: [...remarks, ...(lacks ? [texts.noName[to]] : [])],
        others: others.map((other) => ({ item: other.item, bank: bank(turn, other.item) })),
        buttons: [
          ...(share ? [share] : []),
          ...(isEditable ? [editButton(language, item)] : []),
          ...(lacks && question !== undefined ? [askButton(language, question)] : []),
        ],
      },
      language,
    );
  }

  /** What was decided about a term that was looked up; `question` names it where it is remembered. */
  function decided(
    turn: Turn,
    { text, to }: AskedTerm,
    decision: TermDecision,
    question: string,
  ): Card {
    const { language } = turn;
    const texts = textsIn(language).terms;
    const buttons = [askButton(language, question)];
    const list = (heading: string, intro: string, hits: readonly TermHit[], ask: boolean) =>
      termsCard(
        {
          heading,
          intro,
          hits: hits.map(withBank(turn)),
          buttons: ask ? buttons : [],
          ...(to && { data: { language: to } }),
        },
        language,
      );
    const extras = { question, ...(to && { to }) };
    switch (decision.kind) {
      case "one":
        return one(turn, decision.hit.item, {
          ...extras,
          hit: decision.hit,
          others: decision.others,
        });
      case "slip": {
        const remarks = [texts.guessed(text)];
        return one(turn, decision.hit.item, { ...extras, hit: decision.hit, remarks });
      }
      case "several":
        return list(texts.severalHeading(text), texts.severalIntro, decision.hits, false);
      case "guesses":
        return list(texts.guessHeading(text), texts.guessIntro, decision.hits, true);
      case "parts":
        return list(texts.partsHeading(text), texts.partsIntro, decision.hits, true);
      case "missing":
        return decision.near.length > 0
          ? list(texts.missingHeading(text), texts.nearIntro, decision.near, true)
          : noTermCard(language, texts.missingHeading(text), texts.missingText, {
              hints: [texts.missingHint],
              buttons,
            });
    }
  }

  return { one, decided, withBank };
}

/** Where the term was looked up in private: into the forum, or the thread of the message that a dialog is about. */
function shareButton(turn: Turn, item: TermItem): Button | undefined {
  const texts = textsIn(turn.language).terms;
  const data = dataOf(item);
  const { kind } = turn.conversation;
  if (kind === "personal") return { title: texts.shareInForum, verb: "term.share", data };
  return kind === "channel" && turn.type === "action" && turn.dialog
    ? { title: texts.shareHere, verb: "term.share", data }
    : undefined;
}

const editButton = (language: Language, item: TermItem): Button => ({
  title: textsIn(language).curation.edit,
  verb: "todo.edit",
  data: dataOf(item),
});

const askButton = (language: Language, question: string): Button => ({
  title: textsIn(language).terms.ask,
  verb: "term.ask",
  data: { question },
});
