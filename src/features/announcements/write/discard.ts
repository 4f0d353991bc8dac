/** A draft or a template that nobody needs any more: asked first, then deleted. What was sent is never deleted. */
import type { Outcome } from "../../../core/feature.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { announcementData, titleIn } from "../announcement.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { askFirst } from "../ask-first.ts";
import { refuse, say } from "../say.ts";
import { isFound, lookUp } from "../who-may.ts";
import { discardValue, mayDiscard } from "./discardable.ts";
import { actBy, noteLastAct } from "./record-act.ts";
import { showList } from "./show-list.ts";
import type { WritingDeps } from "./writing-deps.ts";

export async function pressDiscard(deps: WritingDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUp(deps, turn, turn.data);
  if (!isFound(found)) return found;
  const { announcement, etag } = found;
  const texts = textsIn(turn.language).announcements.writing;
  if (!mayDiscard(announcement)) return refuse(turn, texts.cannotDiscard);
  if (turn.data["sure"] !== true) return say(question(turn, found), "announcement-discard");
  // Whoever saw something else is asked again.
  const isSeen = turn.data["changedAt"] === announcement.changedAt;
  if (!isSeen) return say(question(turn, found), "announcement-discard");
  const lastAct = actBy(turn, "announcement.discard");
  if ((await deps.store.remove({ ...announcement, lastAct }, etag)) === "stale")
    return pressDiscard(deps, turn);
  await noteLastAct(deps, { ...announcement, lastAct });
  return showList(deps, turn, announcement.template ? texts.templateDiscarded : texts.discarded);
}

function question({ language }: ActionTurn, { announcement }: FoundAnnouncement) {
  const texts = textsIn(language).announcements.writing;
  const { template, changedAt } = announcement;
  const data = announcementData(announcement);
  const verb = "announcement.save";
  return askFirst(announcement, {
    title: titleIn(announcement, language) || texts.untitled,
    question: template ? texts.discardTemplateAsk : texts.discardAsk,
    buttons: [
      {
        title: texts.discardSure,
        verb,
        data: { ...data, value: discardValue, sure: true, changedAt },
      },
      { title: texts.discardNot, verb, data },
    ],
    language,
  });
}
