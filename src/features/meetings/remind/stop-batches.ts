/** Stops what is on its way to people about a meeting that has changed, before they are told of the change. */
import type { BatchHead } from "../../../core/outbox/delivery.ts";
import type { Change } from "./changes.ts";
import type { Settled } from "./read-meeting.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import { aboutOf, batchesAbout, editsAbout, hasEnded, isEditOf } from "./sent-batches.ts";

/** A change, and what was sent or planned about its occurrence under any id (`ids`) that it had. */
export type Act = {
  readonly change: Change;
  readonly ids: readonly string[];
  readonly batches: readonly BatchHead[];
};

type StopDeps = Pick<RemindJobDeps, "outbox" | "batchIds">;

const stopReasons = {
  moved: "moved",
  cancelled: "cancelled",
  added: "updated",
  updated: "updated",
  leads: "updated",
} as const;

/**
 * `isOurs`: planned to tell of this very change, before the process died. "under-way" if something is being sent, or
 * a reminder that goes on is being planned, at this moment: nobody can stop that.
 */
export async function stopBatches(
  deps: StopDeps,
  state: Settled,
  acts: readonly Act[],
  isOurs: (batchId: string) => boolean,
  now: Date,
): Promise<"stopped" | "under-way"> {
  const isOpen = (head: BatchHead) => !hasEnded(head) && !isOurs(head.id);
  const about = acts.flatMap(({ change, batches }) =>
    batches.filter(isOpen).map((head) => ({ head, change })),
  );
  const goingOn = about.filter(({ head, change }) => goesOn(head, change, state));
  const stopped: BatchHead[] = [];
  for (const one of about.filter((other) => !goingOn.includes(other))) {
    await deps.outbox.skip(one.head.id, stopReasons[one.change.kind]);
    stopped.push(one.head);
  }
  const others = [
    ...(await oldEdits(deps, state, acts)),
    ...(await remindersOfNoLead(deps, state, stopped)),
  ];
  for (const head of others.filter(isOpen)) {
    await deps.outbox.skip(head.id, "updated");
    stopped.push(head);
  }
  for (const head of stopped) {
    if ((await deps.outbox.counts(head)).sending > 0) return "under-way";
  }
  return goingOn.some(({ head }) => isBeingPlanned(head, now)) ? "under-way" : "stopped";
}

/** New lead times change nothing about the reminders that there are. */
const goesOn = (head: BatchHead, { kind }: Change, { known }: Settled): boolean =>
  kind === "leads" &&
  (head.kind !== "reminder" || known.remind.includes(aboutOf(head).minutes ?? 0));

/** Its moment has come; before that it stays open for those who are told then. */
function isBeingPlanned(head: BatchHead, now: Date): boolean {
  const { start, minutes } = aboutOf(head);
  if (head.state !== "planning" || minutes === undefined) return false;
  return now.getTime() >= Date.parse(start) - minutes * 60_000;
}

/** Old content and old numbers would come after the new card and bring the old one back. */
async function oldEdits(
  deps: StopDeps,
  { network, meeting }: Settled,
  acts: readonly Act[],
): Promise<readonly BatchHead[]> {
  const edited = acts.filter(
    ({ change, batches }) => change.kind !== "leads" && batches.length > 0,
  );
  if (edited.length === 0) return [];
  const of = { network, meeting };
  const ids = new Set(edited.flatMap((act) => act.ids));
  const sources = edited.flatMap(({ batches }) => batches);
  const counts = await batchesAbout(deps, of, ["counts"]);
  const edits = await editsAbout(deps, of);
  return [
    ...counts.filter((head) => ids.has(aboutOf(head).occurrence)),
    ...edits.filter((head) => sources.some((source) => isEditOf(head, source.id))),
  ];
}

/** Without any lead time nobody would look at them again, and they would stay open. */
async function remindersOfNoLead(
  deps: StopDeps,
  { network, meeting, known }: Settled,
  stopped: readonly BatchHead[],
): Promise<readonly BatchHead[]> {
  if (known.remind.length > 0) return [];
  const ids = new Set(stopped.map(({ id }) => id));
  const heads = await batchesAbout(deps, { network, meeting }, ["reminder"]);
  return heads.filter(({ id }) => !ids.has(id));
}
