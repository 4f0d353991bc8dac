/** A stored meeting is changed in the editor. */
import type { Outcome } from "../../../core/feature.ts";
import { marksOf, mergeEdits } from "../../../core/merge-edits.ts";
import type { Card } from "../../../core/reply.ts";
import { withoutGaps } from "../../../core/rows.ts";
import { say } from "../../../core/say.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { zoneOf } from "../calendar/occurrences.ts";
import type { Meeting } from "../meeting.ts";
import { carryOver } from "./change-meeting.ts";
import { checkForm, type Decided } from "./check-form.ts";
import { confirmSaved } from "./confirm-saved.ts";
import { editorCard } from "./editor-card.ts";
import { formOfMeeting } from "./form-of-meeting.ts";
import { type Found, lookUp } from "./look-up.ts";
import { formFields, readForm } from "./meeting-form.ts";
import type { PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { inPerson, recordAct, refuse } from "./say.ts";
import { meetingCardOf } from "./show-meetings.ts";

const writeTries = 4;

export async function openStored(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
  found: Found,
): Promise<Outcome> {
  const card = storedEditor(deps, turn, found, {});
  const { opened } = textsIn(turn.language).meetings;
  return inPerson(turn, card, () => meetingCardOf(deps, turn, found, press, { notices: [opened] }));
}

export async function changeStored(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
  first: Found,
): Promise<Outcome> {
  const texts = textsIn(turn.language).meetings;
  let found: Found | undefined = first;
  for (let tries = 0; found && tries < writeTries; tries++) {
    const { meeting: before, network, etag } = found;
    const zone = zoneOf(before, network.timeZone);
    const stored = formOfMeeting(before, zone);
    const mine = readForm(turn.data, stored);
    const merged = mergeEdits(formFields, { mine, stored, marks: press.marks }, deps.digest);
    if (merged.changes.length > 0) {
      const changes = { of: merged.changes, stored };
      return say(storedEditor(deps, turn, found, { form: merged.form, changes }), "meeting-merge");
    }
    const checked = checkForm(mine, {
      now: turn.at,
      networkZone: network.timeZone,
      zone,
      before: { meeting: before, form: stored },
    });
    if (!checked.ok) {
      const { faults } = checked;
      return say(storedEditor(deps, turn, found, { form: mine, faults }), "meeting-faults");
    }
    const fields = formFields.filter((field) => mine[field] !== stored[field]);
    if (fields.length === 0) {
      const notice = press.marks === undefined ? texts.savedBefore : texts.unchanged;
      return say(await meetingCardOf(deps, turn, found, {}, { notices: [notice] }), "meeting");
    }
    const after = carryOver(before, applied(before, checked.decided), network.timeZone);
    const replaced = await deps.store.replace(after, etag);
    if (replaced !== "stale") {
      const [outcome] = await Promise.all([
        confirmSaved(deps, turn, { ...found, meeting: after }, texts.saved, checked),
        recordAct(deps, turn, after, "meeting.edit", { fields: fields.join(" ") }),
      ]);
      return outcome;
    }
    found = await lookUp(deps, turn, press);
  }
  if (found) throw new Error("A meeting is written by too many at once.");
  return refuse(turn, texts.gone);
}

const applied = (before: Meeting, decided: Decided): Meeting => {
  const { id, network, channel, except, moved, status, uid } = before;
  return {
    id,
    network,
    channel,
    except,
    moved,
    status,
    ...withoutGaps({ uid }),
    ...decided,
  };
};

function storedEditor(
  deps: PlanDeps,
  turn: Turn,
  { meeting, network }: Found,
  more: Partial<Pick<Parameters<typeof editorCard>[0], "form" | "faults" | "changes">>,
): Card {
  const stored = formOfMeeting(meeting, zoneOf(meeting, network.timeZone));
  return editorCard({
    language: turn.language,
    form: stored,
    meeting: {
      id: meeting.id,
      network: network.id,
      marks: marksOf(formFields, stored, deps.digest),
    },
    networks: [network],
    network: network.id,
    ...more,
  });
}
