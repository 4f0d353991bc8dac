/** What became of an occurrence's reminders, for its coordinator. */
import type { Network } from "../../../core/content.ts";
import type { Directory, UnreadTeam } from "../../../core/directory.ts";
import type { Language } from "../../../core/language.ts";
import {
  type BatchHead,
  type Counts,
  type Delivery,
  deliveryStates,
} from "../../../core/outbox/delivery.ts";
import type { Outbox } from "../../../core/outbox/outbox.ts";
import { unreadReason } from "../../../core/outbox/unread-team.ts";
import type { Documents } from "../../../core/ports.ts";
import type { ReminderReason } from "../../../texts/reminders/type.ts";
import { textsIn } from "../../../texts/texts.ts";
import { occurrenceNamed } from "../calendar/occurrences.ts";
import type { BatchIds } from "./batch-ids.ts";
import { idsOf } from "./moves.ts";
import { readMeetingInTurn } from "./read-meeting.ts";
import { aboutOf, batchesAbout, hasEnded } from "./sent-batches.ts";

export type LedgerLine = {
  /** The lead time. */
  readonly minutes: number;
  /** Its nominal moment; undefined if the occurrence does not take place. */
  readonly at?: Date;
  readonly state: "waiting" | "underWay" | "done" | "cancelled";
  /** The state in words: "skickas just nu". */
  readonly words: string;
  /** Each recipient counts once. */
  readonly counts: Counts & { readonly intended: number };
  /** Why some were not sent it, or may not have been; those that most share first. */
  readonly reasons: readonly { readonly words: string; readonly count: number }[];
  /** Teams whose members could not be read, by name; they are in no count. Final: nobody tries any more. */
  readonly unread?: { readonly teams: readonly string[]; readonly isFinal: boolean };
};

type LedgerDeps = {
  readonly documents: Documents;
  readonly outbox: Outbox;
  readonly batchIds: BatchIds;
  readonly directory: Pick<Directory, "unreadTeams">;
};

/** Longest lead time first. */
export async function ledgerOf(
  deps: LedgerDeps,
  of: { readonly network: Network; readonly meeting: string; readonly occurrence: string },
  language: Language,
): Promise<readonly LedgerLine[]> {
  const { network, meeting: id } = of;
  const texts = textsIn(language).reminders;
  const [{ meeting, state }, batches] = await Promise.all([
    readMeetingInTurn(deps.documents, network.id, id),
    batchesAbout(deps, { network: network.id, meeting: id }, ["reminder"]),
  ]);
  const ids = idsOf(state?.moves ?? [], of.occurrence);
  const heads = batches.filter((head) => ids.includes(aboutOf(head).occurrence));
  const isOn = meeting !== undefined && meeting.status === "planned";
  const occurrence = isOn ? occurrenceNamed(meeting, network.timeZone, of.occurrence) : undefined;
  const planned = heads.map((head) => aboutOf(head).minutes ?? 0);
  const leads = [...new Set([...(meeting?.remind ?? []), ...planned])].sort((a, b) => b - a);
  return Promise.all(
    leads.map(async (minutes): Promise<LedgerLine> => {
      const rounds = heads.filter((head) => aboutOf(head).minutes === minutes);
      const { entries, unread } = await entriesOf(deps.outbox, rounds);
      const isTried = meeting?.audience !== "channel" && rounds.some(isBeingPlanned);
      const tried = isTried ? deps.directory.unreadTeams(network.id).map(nameOf) : [];
      const lineState = stateOf(
        rounds.length > 0,
        rounds.every(hasEnded),
        occurrence !== undefined,
      );
      return {
        minutes,
        ...(occurrence && { at: new Date(occurrence.start.getTime() - minutes * 60_000) }),
        state: lineState,
        words: texts.ledger[lineState],
        counts: countsOf(entries),
        reasons: reasonsOf(entries).map(([reason, count]) => ({
          words: texts.reasons[reason],
          count,
        })),
        ...(tried.length > 0
          ? { unread: { teams: tried, isFinal: false } }
          : unread.length > 0 && { unread: { teams: unread, isFinal: true } }),
      };
    }),
  );
}

const isBeingPlanned = ({ state, stopReason }: BatchHead): boolean =>
  state === "planning" && stopReason === undefined;

const nameOf = ({ id, name = id }: UnreadTeam): string => name;

function stateOf(
  isPlanned: boolean,
  hasEndedAll: boolean,
  takesPlace: boolean,
): LedgerLine["state"] {
  if (!isPlanned) return takesPlace ? "waiting" : "cancelled";
  return hasEndedAll ? "done" : "underWay";
}

type Entry = Pick<Delivery, "state" | "reason">;

/** The best of what an entry came to in several rounds counts. */
const order: readonly Delivery["state"][] = [
  "delivered",
  "unknown",
  "sending",
  "planned",
  "refused",
  "skipped",
];

/** What became of each recipient, over all rounds of a lead time; and whose members the last one did without. */
async function entriesOf(
  outbox: Pick<Outbox, "deliveries">,
  rounds: readonly BatchHead[],
): Promise<{ readonly entries: readonly Entry[]; readonly unread: readonly string[] }> {
  const entries = new Map<string, Entry>();
  let unread: string[] = [];
  for (const { id } of rounds.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
    unread = [];
    for await (const { recipient, name, state, reason } of outbox.deliveries(id)) {
      if (reason === unreadReason) {
        unread.push(name);
        continue;
      }
      const known = entries.get(recipient);
      if (!known || order.indexOf(state) <= order.indexOf(known.state))
        entries.set(recipient, { state, ...(reason !== undefined && { reason }) });
    }
  }
  return { entries: [...entries.values()], unread };
}

function countsOf(entries: readonly Entry[]): LedgerLine["counts"] {
  const counts = Object.fromEntries(
    deliveryStates.map((state) => [state, entries.filter((one) => one.state === state).length]),
  ) as Counts;
  return { ...counts, intended: entries.length };
}

function reasonsOf(entries: readonly Entry[]): readonly (readonly [ReminderReason, number])[] {
  const counted = new Map<ReminderReason, number>();
  for (const entry of entries) {
    const reason = reasonOf(entry);
    if (reason) counted.set(reason, (counted.get(reason) ?? 0) + 1);
  }
  return [...counted].sort(([, a], [, b]) => b - a);
}

function reasonOf({ state, reason = "other" }: Entry): ReminderReason | undefined {
  if (state === "unknown") return "unknown";
  if (state !== "skipped" && state !== "refused") return undefined;
  return isKnown(reason) ? reason : "other";
}

const isKnown = (reason: string): reason is ReminderReason =>
  Object.hasOwn(textsIn("en").reminders.reasons, reason);
