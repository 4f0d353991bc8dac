/** Practices, discussions and people for somebody who is writing a message: a line to choose by, and what is inserted. */
import { contactLine, type Practice } from "../../core/content.ts";
import type { Finding } from "../../core/library.ts";
import type { ListItem } from "../../core/reply.ts";
import { standAlone } from "../../core/stand-alone.ts";
import type { SearchTurn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import type { AskDeps } from "./ask-deps.ts";
import { thresholds } from "./choose-answer.ts";
import { createComposer } from "./compose-cards.ts";
import { findAnswers } from "./find-answers.ts";
import { inReadersLanguage, networkIds } from "./look-up.ts";
import { eachOnce } from "./show-topics.ts";

const mostNewest = 5;

export type FindWhileWriting = (turn: SearchTurn) => readonly ListItem[];

/** Best first; with nothing written yet the newest practices. */
export function createFindWhileWriting(deps: AskDeps): FindWhileWriting {
  const compose = createComposer(deps);
  return (turn) => found(deps, turn).map((one) => itemOf(deps, compose, turn, one));
}

function found({ library }: AskDeps, turn: SearchTurn): readonly Finding[] {
  const networks = networkIds(turn);
  if (turn.query === "") {
    const added = new Map(
      library.contentOf<Practice>("practice").map(({ value, addedAt }) => [value, addedAt]),
    );
    const dayOf = (practice: Practice) => added.get(practice) ?? "";
    // Those that an import brought stay by their dates.
    return eachOnce(library.practices(networks), turn.language)
      .toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)))
      .slice(0, mostNewest)
      .map((practice) => ({ kind: "practice", practice, score: 1 }));
  }
  const { results } = findAnswers(library, {
    text: turn.query,
    language: turn.language,
    networks,
  });
  return results.filter(({ score }) => score >= thresholds.choices);
}

function itemOf(
  { library }: AskDeps,
  compose: ReturnType<typeof createComposer>,
  turn: SearchTurn,
  one: Finding,
): ListItem {
  const { kind } = textsIn(turn.language).terms;
  const question = {
    ref: turn.id,
    text: turn.query,
    language: turn.language,
    results: [],
    shown: 0,
  };
  const card = standAlone(compose.one(turn, one, question));
  const line = (what: string, about: string | undefined) =>
    [what, about].filter(Boolean).join(" · ");
  switch (one.kind) {
    case "contact": {
      const about = contactLine(one.contact, turn.language);
      return { title: one.contact.name, text: line(kind.contact, about), card };
    }
    case "discussion":
      return { title: one.discussion.question.text, text: kind.discussion, card };
    case "practice": {
      const practice = inReadersLanguage(library, turn, one.practice);
      return { title: practice.title, text: line(kind.practice, practice.organisation), card };
    }
  }
}
