/**
 * Takes in that a meeting is not what people were told: what is planned is stopped, what was sent is edited in place,
 * and whoever was told gets one message if it is moved, cancelled or on again. (An edit alone notifies nobody, so of
 * a cancelled meeting they are told besides.) Only then is it noted as known: a crash on the way does it all again
 * under the same names.
 */
import type { Network } from "../../../core/content.ts";
import type { Delivery } from "../../../core/outbox/delivery.ts";
import { zoneOf } from "../calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import { changeMeetingState } from "../meeting-state.ts";
import { type Change, changesOf } from "./changes.ts";
import { planEdits } from "./edit-sent.ts";
import { stateAfter, whatIsKnown } from "./known-after.ts";
import { firstId, idsOf } from "./moves.ts";
import { movesAfter } from "./moves-after.ts";
import { notify } from "./notify.ts";
import { readMeeting, type Settled, settled } from "./read-meeting.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import type { Status } from "./reminder-card.ts";
import { replanWaiting } from "./replan-waiting.ts";
import { type About, aboutOf, batchesAbout, isTold } from "./sent-batches.ts";
import { type Act, stopBatches } from "./stop-batches.ts";
import type { Shown } from "./variants.ts";

/**
 * "later": messages about it are under way at this very moment, and what becomes of them decides who must be told.
 * Not waited for if `isPatient` is false.
 */
export async function tellChanges(
  deps: RemindJobDeps,
  network: Network,
  id: string,
  isPatient: boolean,
): Promise<"told" | "later"> {
  const found = await readMeeting(deps.documents, network.id, id);
  if (settled(found, network)) return "told";
  const known = found.state?.known;
  if (!known) {
    if (found.meeting) await takeIn(deps, found.meeting, network);
    return "told";
  }
  const { documents, newToken } = deps;
  const now = deps.clock.now();
  const zoneBefore = found.state?.zone ?? network.timeZone;
  const after = stateAfter(found, network, now);
  const changes = changesOf(
    { meeting: known, zone: zoneBefore },
    { meeting: after.known, zone: network.timeZone },
    now,
  );
  const content = JSON.stringify([after.known, network.timeZone]);
  const isOurs = (batchId: string) => deps.batchIds.tellsOf(batchId, after.version, content);
  const acts = await withBatches(deps, after, changes, isOurs);
  const stopped = await stopBatches(deps, after, acts, isOurs, now);
  if (stopped === "under-way" && isPatient) return "later";

  const moves = acts.flatMap(({ change, batches }) => movesAfter(change, batches, after, now));
  const told: Settled = { ...after, moves: [...(after.moves ?? []), ...moves] };
  for (const act of acts.filter(({ batches }) => batches.length > 0)) {
    const zone =
      act.change.kind === "cancelled"
        ? zoneOf(known, zoneBefore)
        : zoneOf(told.known, network.timeZone);
    await tell(deps, network, told, act, { zone, content });
  }
  await changeMeetingState({ documents, newToken }, { id, network: network.id }, (stored) =>
    stored.version === found.state?.version &&
    JSON.stringify(stored.known) === JSON.stringify(known)
      ? { ...stored, ...whatIsKnown(told) }
      : undefined,
  );
  return "told";
}

/** Seen for the first time: nobody was told anything. */
async function takeIn(
  { documents, newToken, clock }: RemindJobDeps,
  meeting: Meeting,
  { timeZone: zone }: Network,
): Promise<void> {
  const since = clock.now().toISOString();
  await changeMeetingState({ documents, newToken }, meeting, (stored) =>
    stored.known ? undefined : { ...stored, known: meeting, zone, since },
  );
}

async function withBatches(
  deps: RemindJobDeps,
  { network, meeting, moves = [] }: Settled,
  changes: readonly Change[],
  isOurs: (batchId: string) => boolean,
): Promise<readonly Act[]> {
  if (changes.length === 0) return [];
  const all = (await batchesAbout(deps, { network, meeting })).filter(({ id }) => !isOurs(id));
  return changes.map((change) => {
    const ids = idsOf(moves, "before" in change ? change.before.id : change.after.id);
    return { change, ids, batches: all.filter((head) => ids.includes(aboutOf(head).occurrence)) };
  });
}

async function tell(
  deps: RemindJobDeps,
  network: Network,
  state: Settled,
  { change, batches }: Act,
  { zone, content }: { readonly zone: string; readonly content: string },
): Promise<void> {
  if (change.kind === "leads") return;
  const occurrence = change.kind === "cancelled" ? change.before : change.after;
  const of = { network: network.id, meeting: state.meeting };
  const answers = await deps.rsvps.answers({
    ...of,
    occurrence: firstId(state.moves ?? [], occurrence.id),
  });
  const shown: Shown = {
    network,
    meeting: state.known,
    occurrence,
    zone,
    calendarUrl: deps.calendarUrl(state.token),
    counts: answers.counts,
    status: statusOf(change),
    now: deps.clock.now(),
  };
  const about: About = { ...of, occurrence: occurrence.id, start: occurrence.start.toISOString() };
  const told: Delivery[] = [];
  for (const { id } of batches) {
    const sent: Delivery[] = [];
    for await (const delivery of deps.outbox.deliveries(id)) {
      if (isTold(delivery)) sent.push(delivery);
    }
    told.push(...sent);
    const editId = deps.batchIds.edit(id, state.version, content);
    await planEdits(deps, { id: editId, kind: "reminder-edit", about }, sent, shown, answers);
  }
  const { version } = state;
  if (change.kind === "updated") {
    return replanWaiting(deps, batches, { about, shown, version, content, answers });
  }
  await notify(
    deps,
    {
      id: deps.batchIds.notice(of, occurrence.id, version, content),
      kind: noticeKinds[change.kind],
      about,
    },
    told,
    shown,
    deadlineOf(change),
  );
}

const noticeKinds = {
  moved: "reminder-moved",
  cancelled: "reminder-cancelled",
  added: "reminder-restored",
} as const;

function statusOf(change: Change): Status {
  if (change.kind === "moved") return { kind: "moved", was: change.before.start };
  if (change.kind === "cancelled") return { kind: "cancelled" };
  return { kind: change.kind === "added" ? "restored" : "updated" };
}

function deadlineOf(change: Change): Date {
  const both: readonly Occurrence[] = [
    ...("before" in change ? [change.before] : []),
    ...("after" in change ? [change.after] : []),
  ];
  return new Date(Math.min(...both.map(({ start }) => start.getTime())));
}
