/** A reminder that is still to be sent is skipped, or sent after all. */
import type { Outcome } from "../../../core/feature.ts";
import { say } from "../../../core/say.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { occurrencesOf } from "../calendar/occurrences.ts";
import { changeMeetingState } from "../meeting-state.ts";
import { type Planned, skipCard } from "./ask-cards.ts";
import type { Coordinated } from "./coordinated.ts";
import type { Found } from "./look-up.ts";
import type { PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { recordAct } from "./say.ts";
import { stateOf } from "./state-of.ts";

const mostReminders = 6;
const horizonMs = 400 * 24 * 3_600_000;

export async function pressSkip(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
  { found, about }: Coordinated,
): Promise<Outcome> {
  const { meeting } = found;
  const { minutes, occurrence } = press;
  const isActed = minutes !== undefined && occurrence !== undefined;
  let skipped: readonly string[];
  if (isActed && meeting.remind.includes(minutes)) {
    const name = `${occurrence}/${minutes}`;
    const isSent = press.value === "send";
    let isChanged = false;
    const state = await changeMeetingState(deps, meeting, (before) => {
      isChanged = before.skipped.includes(name) === isSent;
      if (!isChanged) return undefined;
      const others = before.skipped.filter((one) => one !== name);
      return { ...before, skipped: isSent ? others : [...others, name] };
    });
    const value = isSent ? "send" : "skip";
    if (isChanged) {
      await recordAct(deps, turn, meeting, "meeting.skip", { occurrence, minutes, value });
    }
    skipped = state.skipped;
  } else {
    skipped = (found.state ?? (await stateOf(deps, meeting))).skipped;
  }
  return say(skipCard(about, remindersAhead(found, skipped, turn.at)), "meeting-skip");
}

/** The next reminders whose time has not come, the soonest first. */
function remindersAhead(
  { meeting, network }: Found,
  skipped: readonly string[],
  now: Date,
): readonly Planned[] {
  const range = { from: now, before: new Date(now.getTime() + horizonMs) };
  const at = ({ occurrence, minutes }: Planned) => occurrence.start.getTime() - minutes * 60_000;
  return occurrencesOf(meeting, network.timeZone, range)
    .slice(0, mostReminders)
    .flatMap((occurrence) =>
      meeting.remind.map((minutes) => ({
        occurrence,
        minutes,
        isSkipped: skipped.includes(`${occurrence.id}/${minutes}`),
      })),
    )
    .filter((one) => at(one) > now.getTime())
    .sort((a, b) => at(a) - at(b))
    .slice(0, mostReminders);
}
