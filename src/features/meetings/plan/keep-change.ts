import type { Outcome } from "../../../core/feature.ts";
import { say } from "../../../core/say.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Meeting } from "../meeting.ts";
import { type Found, lookUp } from "./look-up.ts";
import type { PlanDeps } from "./plan-deps.ts";
import { recordAct, refuse } from "./say.ts";
import { meetingCardOf } from "./show-meetings.ts";

/** Writes the change, unless the meeting was changed since it was read: then the card says how it is now. */
export async function keepChange(
  deps: PlanDeps,
  turn: ActionTurn,
  found: Found,
  after: Meeting,
  done: {
    readonly act: string;
    readonly details: Readonly<Record<string, string>>;
    readonly shown: string | undefined;
    readonly notices: readonly string[];
    readonly warnings: readonly string[];
  },
): Promise<Outcome> {
  const press = { id: after.id, network: after.network };
  const shown = done.shown === undefined ? {} : { occurrence: done.shown };
  const replaced = await deps.store.replace(after, found.etag);
  if (replaced === "stale") {
    const { gone, changesHeading } = textsIn(turn.language).meetings;
    const now = await lookUp(deps, turn, press);
    if (!now) return refuse(turn, gone);
    const card = await meetingCardOf(deps, turn, now, shown, { warnings: [`${changesHeading}.`] });
    return say(card, "meeting-merge");
  }
  const { notices, warnings } = done;
  const [card] = await Promise.all([
    meetingCardOf(deps, turn, { ...found, meeting: after }, shown, { notices, warnings }),
    recordAct(deps, turn, after, done.act, done.details),
  ]);
  return say(card, "meeting-saved");
}
