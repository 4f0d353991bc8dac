/** A meeting is planned, or changed, in the editor. */
import type { Network } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import type { Card } from "../../../core/reply.ts";
import { withoutGaps } from "../../../core/rows.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { zoneOf } from "../calendar/occurrences.ts";
import type { Meeting } from "../meeting.ts";
import { choiceCard } from "./ask-cards.ts";
import { carryOver } from "./change-meeting.ts";
import { type CheckedForm, checkForm, type Decided } from "./check-form.ts";
import { editorCard } from "./editor-card.ts";
import { formOfMeeting } from "./form-of-meeting.ts";
import { type Found, lookUp } from "./look-up.ts";
import { emptyForm, formFields, readForm } from "./meeting-form.ts";
import { marksOf, mergeEdits } from "./merge-edits.ts";
import type { PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { actorKey, refuse, say } from "./say.ts";
import { meetingCardOf } from "./show-meetings.ts";
import { mayPlan, plannedBy, whoMayPlan } from "./who-may.ts";
import { inList, noteInWords, untitled } from "./words.ts";

/** Where a new meeting's reminders go, unless an import says otherwise. */
const usualChannel = "forum";
const writeTries = 4;

/** The empty editor, in the personal chat wherever it was asked for. */
export async function openNew(deps: PlanDeps, turn: Turn): Promise<Outcome> {
  const networks = plannedBy(deps, turn);
  if (networks.length === 0) {
    return refuse(turn, await whoMayPlan(deps, turn.networks, turn));
  }
  const [only] = networks;
  const card = editorCard({
    language: turn.language,
    form: emptyForm,
    networks,
    ...(networks.length === 1 && only && { network: only.id }),
  });
  const texts = textsIn(turn.language).meetings;
  return inPerson(turn, card, () =>
    choiceCard(turn.language, texts.openedHeading, { text: texts.opened }),
  );
}

export async function pressSave(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
): Promise<Outcome> {
  const isFilled = formFields.some((field) => turn.data[field] !== undefined);
  if (press.id === undefined) {
    return isFilled ? plan(deps, turn, press) : openNew(deps, turn);
  }
  const found = await lookUp(deps, turn, press);
  if (!found) return refuse(turn, textsIn(turn.language).meetings.gone);
  if (!found.mayPlan) return refuse(turn, await whoMayPlan(deps, [found.network], turn));
  return isFilled ? change(deps, turn, press, found) : openStored(deps, turn, press, found);
}

async function openStored(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
  found: Found,
): Promise<Outcome> {
  const card = storedEditor(deps, turn, found, {});
  const { opened } = textsIn(turn.language).meetings;
  return inPerson(turn, card, () => meetingCardOf(deps, turn, found, press, { notices: [opened] }));
}

async function plan(deps: PlanDeps, turn: ActionTurn, press: MeetingPress): Promise<Outcome> {
  const networks = plannedBy(deps, turn);
  const [first] = networks;
  const wanted = press.network ?? (networks.length === 1 ? first?.id : undefined);
  const network = deps.library.networks().find(({ id }) => id === wanted);
  const isRefused = network ? !mayPlan(deps, network, turn) : networks.length === 0;
  if (isRefused) {
    return refuse(
      turn,
      await whoMayPlan(deps, network ? seen(turn, network) : turn.networks, turn),
    );
  }

  const form = readForm(turn.data, emptyForm);
  const zone = network?.timeZone ?? "UTC";
  const checked = checkForm(form, { now: turn.at, networkZone: zone, zone });
  if (!network || !checked.ok) {
    const card = editorCard({
      language: turn.language,
      form,
      networks,
      ...(network && { network: network.id }),
      noNetwork: !network,
      faults: checked.ok ? [] : checked.faults,
    });
    return say(card, "meeting-faults");
  }
  const meeting: Meeting = {
    // The same form sent again is the same meeting.
    id: `m-${deps.digest(JSON.stringify([actorKey(turn), turn.key ?? turn.id]))}`,
    network: network.id,
    channel: usualChannel,
    except: [],
    moved: [],
    status: "planned",
    ...checked.decided,
  };
  const created = await deps.store.create(meeting);
  if (created === "exists") return plannedBefore(deps, turn, network, meeting);
  await recordAct(deps, turn, meeting, "meeting.plan", {});
  const found: Found = { meeting, etag: created.etag, network, mayPlan: true };
  return confirmed(deps, turn, found, textsIn(turn.language).meetings.planned, checked);
}

/** The form had been saved: the same again says so, anything else is a change of the meeting that it made. */
async function plannedBefore(
  deps: PlanDeps,
  turn: ActionTurn,
  network: Network,
  { id }: Meeting,
): Promise<Outcome> {
  const found = await lookUp(deps, turn, { id, network: network.id });
  if (!found) return refuse(turn, textsIn(turn.language).meetings.gone);
  return change(deps, turn, { id, network: network.id }, found);
}

async function change(
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
    const merged = mergeEdits(mine, stored, press.marks, deps.digest);
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
      await recordAct(deps, turn, after, "meeting.edit", { fields: fields.join(" ") });
      return confirmed(deps, turn, { ...found, meeting: after }, texts.saved, checked);
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
    meeting: { id: meeting.id, network: network.id, marks: marksOf(stored, deps.digest) },
    networks: [network],
    network: network.id,
    ...more,
  });
}

async function confirmed(
  deps: PlanDeps,
  turn: Turn,
  found: Found,
  done: string,
  checked: Extract<CheckedForm, { ok: true }>,
): Promise<Outcome> {
  const { language } = turn;
  const missing = untitled(found.meeting, found.network.languages);
  const { inLanguage, meetings } = textsIn(language);
  const warnings = [
    ...checked.notes.map((note) => noteInWords(note, language)),
    ...(missing.length > 0
      ? [
          meetings.missingTitles(
            inList(
              missing.map((one) => inLanguage[one]),
              language,
            ),
          ),
        ]
      : []),
  ];
  const card = await meetingCardOf(deps, turn, found, {}, { notices: [done], warnings });
  return say(card, "meeting-saved");
}

/** Puts a form into the personal chat; elsewhere a line says so. */
async function inPerson(
  turn: Turn,
  card: Card,
  note: () => Card | Promise<Card>,
): Promise<Outcome> {
  const label = "meeting-editor";
  if (turn.conversation.kind === "personal") return say(card, label);
  const form = { type: "card", card, to: "person" } as const;
  const line = { type: "card", card: await note() } as const;
  // The answer to a press comes first; a message's line only if the form has arrived.
  const isAnswered = turn.type === "action" && turn.via === "execute";
  return { replies: isAnswered ? [line, form] : [form, line], label };
}

export const recordAct = (
  deps: Pick<PlanDeps, "audit">,
  turn: Turn,
  { id, network }: Meeting,
  act: string,
  details: Readonly<Record<string, string | number>>,
): Promise<void> =>
  deps.audit.record({ network, actor: actorKey(turn), act, details: { meeting: id, ...details } });

/** Coordinators of a network are named only to its members. */
const seen = (turn: Turn, network: Network): readonly Network[] =>
  turn.networks.some(({ id }) => id === network.id) ? [network] : [];
