/** The buttons of the term cards. Whatever they carry is looked up anew for the person who presses. */
import { BotError } from "../../core/errors.ts";
import type { Outcome } from "../../core/feature.ts";
import { isLanguage } from "../../core/language.ts";
import type { ActionTurn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import { readReference, type TermBook } from "./look-up/term-book.ts";
import type { TermCards } from "./look-up/term-cards.ts";
import { say, tell } from "./say.ts";
import { shareTerm } from "./share/share-term.ts";
import type { TermsDeps } from "./terms-deps.ts";

type Deps = TermsDeps & { readonly book: TermBook; readonly cards: TermCards };

export function pressTerm(deps: Deps, turn: ActionTurn): Promise<Outcome> | Outcome | undefined {
  switch (turn.verb) {
    case "ask.choose":
      return turn.data.kind === "term" ? openTerm(deps, turn) : undefined;
    case "term.share":
      return shareTerm(deps, turn);
    case "term.ask":
      return askForTerm(deps, turn);
    default:
      return undefined;
  }
}

function openTerm({ book, cards }: Deps, turn: ActionTurn): Outcome {
  const reference = readReference(turn.data);
  const item = reference && book.referred(turn, reference);
  if (!item) return tell(turn.language, textsIn(turn.language).terms.gone);
  const { language: to } = turn.data;
  const { id, network } = item.term;
  const card = cards.one(turn, item, { ...(isLanguage(to) && { to }) });
  return say(card, "term", {
    subject: { kind: "term", id, ...(network !== undefined && { network }) },
  });
}

/** The question that was asked of Kollega goes on to the network. */
async function askForTerm({ askNetwork }: Deps, turn: ActionTurn): Promise<Outcome> {
  const texts = textsIn(turn.language);
  const asked = turn.memory.questions.find(({ ref }) => ref === turn.data.question);
  if (!asked?.term) {
    if (turn.memoryIsOutOfReach) throw new BotError("store-unavailable");
    return tell(turn.language, texts.ask.stale);
  }
  const { term, ref, asker, language } = asked;
  const { text, to } = term;
  // In the asker's words, whoever presses.
  const own = textsIn(language).terms;
  return askNetwork(turn, {
    ref,
    text: to === undefined ? own.question(text) : own.questionIn(text, to),
    language,
    ...(asker !== undefined && { asker }),
    term,
  });
}
