/** A look at what will be sent: the very cards, and who is reached; and a test to oneself. */

import type { Outcome } from "../../../core/feature.ts";
import { keepAct } from "../../../core/keep-act.ts";
import { type Language, languages } from "../../../core/language.ts";
import { approvalLimitOf } from "../../../core/network-settings.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { writtenIn } from "../announcement.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { refuse } from "../say.ts";
import { othersWhoRun } from "../send/names.ts";
import { isFound, lookUp } from "../who-may.ts";
import { isFilled } from "./announcement-form.ts";
import { audienceInWords } from "./audience-choices.ts";
import { isEditable, isKept } from "./change-announcement.ts";
import { previewCard } from "./preview-card.ts";
import { keep } from "./save-announcement.ts";
import type { WritingDeps } from "./writing-deps.ts";

/** What the editor holds is kept first. */
export async function pressPreview(deps: WritingDeps, turn: ActionTurn): Promise<Outcome> {
  if (isFilled(turn.data)) {
    const kept = await keep(deps, turn);
    return isKept(kept) ? showPreview(deps, turn, kept.found, kept.notices) : kept;
  }
  const found = await lookUp(deps, turn, turn.data);
  return isFound(found) ? showPreview(deps, turn, found, []) : found;
}

async function showPreview(
  deps: WritingDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
  notices: readonly string[],
): Promise<Outcome> {
  const { announcement, network } = found;
  if (!isEditable(announcement) || announcement.template) {
    return refuse(turn, textsIn(turn.language).announcements.writing.tooLate);
  }
  const { language, at: now } = turn;
  const answer = previewCard({
    announcement,
    network,
    coverage: await deps.sending.coverageOf(announcement),
    to: audienceInWords(deps, announcement, language),
    approvalLimit: approvalLimitOf(deps.library, network.id),
    isAlone: othersWhoRun(deps, network, keyOf(turn.actor)).length === 0,
    notices,
    language,
    now,
  });
  const cards = shownIn(found).map((one) => deps.sending.card(announcement, network, one));
  return {
    replies: [
      { type: "card", card: answer },
      ...cards.map((card) => ({ type: "card", card, to: "person" }) as const),
    ],
    label: "announcement-preview",
  };
}

/** In each language that a member of the audience may read, and as the channels get it. */
function shownIn({ announcement, network }: FoundAnnouncement): readonly (Language | "all")[] {
  const { audience } = announcement;
  const read =
    audience.languages.length > 0
      ? audience.languages
      : [...network.languages, ...writtenIn(announcement)];
  return [
    ...(audience.members ? languages.filter((language) => read.includes(language)) : []),
    ...(audience.channels.length > 0 ? (["all"] as const) : []),
  ];
}

export async function pressTest(deps: WritingDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUp(deps, turn, turn.data);
  if (!isFound(found)) return found;
  const { announcement, network } = found;
  await keepAct(deps, turn, "announcement.test", network.id, { announcement: announcement.id });
  const { tested } = textsIn(turn.language).announcements.writing;
  return {
    replies: [
      { type: "sentence", language: turn.language, text: tested },
      {
        type: "card",
        card: deps.sending.card(announcement, network, turn.language),
        to: "person",
      },
    ],
    label: "announcement-test",
  };
}
