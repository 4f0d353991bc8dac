/** One occurrence is cancelled, or the series; after a question. */
import type { Outcome } from "../../../core/feature.ts";
import { say } from "../../../core/say.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { cancelCard } from "./ask-cards.ts";
import { cancelAll, cancelOne } from "./change-meeting.ts";
import type { Coordinated } from "./coordinated.ts";
import { keepChange } from "./keep-change.ts";
import type { PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { whenInWords } from "./words.ts";

export async function pressCancel(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
  { found, occurrence, about }: Coordinated,
): Promise<Outcome> {
  if (press.scope === undefined) return say(cancelCard(about), "meeting-cancel");
  const texts = textsIn(turn.language).meetings;
  const { meeting, network } = found;
  const isOne = press.scope === "one" && meeting.repeat !== undefined;
  const when = whenInWords(meeting, occurrence, network.timeZone, turn.language, turn.at);
  const notice = isOne
    ? texts.cancelledOne(when)
    : meeting.repeat === undefined
      ? undefined
      : texts.cancelledAll;
  return keepChange(
    deps,
    turn,
    found,
    isOne ? cancelOne(meeting, occurrence) : cancelAll(meeting),
    {
      act: "meeting.cancel",
      details: { occurrence: occurrence.id, scope: isOne ? "one" : "all" },
      shown: undefined,
      notices: [...(notice === undefined ? [] : [notice]), texts.tellsThose],
      warnings: [],
    },
  );
}
