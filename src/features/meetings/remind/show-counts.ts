/**
 * Brings new numbers to the copies that others see: channel posts, and everybody's own copy while few were told, else
 * the coordinators' alone. A copy is edited every five seconds at most; what was answered meanwhile comes with the next.
 * What older numbers are still to be sent, by whichever instance, is stopped first: the newest come last.
 */
import type { Network } from "../../../core/content.ts";
import type { BatchHead } from "../../../core/outbox/delivery.ts";
import type { Stored } from "../../../core/ports.ts";
import { occurrenceNamed, zoneOf } from "../calendar/occurrences.ts";
import type { MeetingName } from "./batch-ids.ts";
import { claimJob } from "./claim-job.ts";
import { planEdits } from "./edit-sent.ts";
import { currentId, idsOf, wasAt } from "./moves.ts";
import { type Copy, createNewestCopies } from "./newest-copies.ts";
import { readMeeting, settled } from "./read-meeting.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import type { ChangedAnswer } from "./rsvp.ts";
import { aboutOf, batchesAbout, editsAbout, hasEnded, isEditOf } from "./sent-batches.ts";

const everyMs = 5_000;

type Changes = readonly Stored<ChangedAnswer>[];

export function createShowCounts(deps: RemindJobDeps) {
  const { documents, library, outbox, rsvps, clock } = deps;
  const newestCopies = createNewestCopies(outbox);

  return async function run(): Promise<void> {
    for (const network of library.networks()) {
      const { items } = await rsvps.changed(network.id);
      const occasions = Map.groupBy(items, ({ doc }) => `${doc.meeting}/${doc.occurrence}`);
      for (const [name, changes] of occasions) {
        const claim = await claimJob(deps, `counts/${network.id}/${name}`);
        if (!claim) continue;
        try {
          if (!(await show(network, changes))) continue;
          for (const { doc, etag } of changes) await rsvps.seenTo(network.id, doc, etag);
        } finally {
          await claim.release();
        }
      }
    }
  };

  /** False if it must be looked at again: a change is to be told first, or older numbers are still on their way. */
  async function show(network: Network, changes: Changes): Promise<boolean> {
    const [change] = changes;
    if (!change) return true;
    const { meeting, occurrence: firstOne } = change.doc;
    const found = await readMeeting(documents, network.id, meeting);
    const state = settled(found, network);
    if (!state) return found.meeting === undefined && found.state?.known === undefined;
    const moves = state.moves ?? [];
    const id = currentId(moves, firstOne);
    const occurrence = occurrenceNamed(state.known, network.timeZone, id);
    if (!occurrence || state.known.status === "cancelled") return true;

    const of = { network: network.id, meeting };
    const ids = idsOf(moves, id);
    const isOfIt = (head: BatchHead) => ids.includes(aboutOf(head).occurrence);
    const shown = (await batchesAbout(deps, of, ["counts"])).filter(isOfIt);
    if (!(await isTime(shown))) return false;
    const messages = (await batchesAbout(deps, of)).filter(isOfIt);
    const copies = await newestCopies(messages, network.coordinators);
    if (!(await areFree(of, copies))) return false;
    const was = wasAt(moves, id);
    const answers = await rsvps.answers({ ...of, occurrence: firstOne });
    const at = clock.now();
    const batchId = deps.batchIds.counts(of, id, at);
    await planEdits(
      deps,
      {
        id: batchId,
        kind: "counts",
        about: { ...of, occurrence: id, start: occurrence.start.toISOString() },
      },
      copies,
      {
        network,
        meeting: state.known,
        occurrence,
        zone: zoneOf(state.known, network.timeZone),
        calendarUrl: deps.calendarUrl(state.token),
        counts: answers.counts,
        ...(was && { status: { kind: "moved", was } }),
        now: at,
      },
      answers,
    );
    const now = settled(await readMeeting(documents, network.id, meeting), network);
    if (now?.version === state.version) return true;
    // It has changed meanwhile, and whoever told of that may not have seen these numbers.
    await outbox.skip(batchId, "updated");
    return false;
  }

  /** Stops older numbers that Teams has not taken for a while. False if less than five seconds have gone by since the last. */
  async function isTime(shown: readonly BatchHead[]): Promise<boolean> {
    const now = clock.now().getTime();
    let lastAt = 0;
    for (const head of shown) {
      if (!hasEnded(head)) {
        if (now < Date.parse(head.createdAt) + everyMs) return false;
        await outbox.skip(head.id, "superseded");
      }
      const ended = hasEnded(head) ? head : await outbox.head(head.id);
      if (!ended || !hasEnded(ended)) return false;
      if (hasBrought(ended))
        lastAt = Math.max(lastAt, Date.parse(ended.endedAt ?? ended.createdAt));
    }
    return now >= lastAt + everyMs;
  }

  /** Stops edits of these copies, which would bring back the numbers as they were. False if one is being made. */
  async function areFree(of: MeetingName, copies: readonly Copy[]): Promise<boolean> {
    for (const edit of await editsAbout(deps, of)) {
      if (hasEnded(edit)) continue;
      const edited = copies.filter(({ batch }) => isEditOf(edit, batch));
      if (edited.length === 0) continue;
      const recipients = new Set(edited.map(({ recipient }) => recipient));
      await outbox.skip(edit.id, "superseded", recipients);
      for (const recipient of recipients) {
        if ((await outbox.delivery(edit.id, recipient))?.state === "sending") return false;
      }
    }
    return true;
  }
}

/** Whether a copy shows these numbers, or may. */
const hasBrought = ({ counts }: BatchHead): boolean =>
  counts === undefined || counts.delivered + counts.unknown > 0;
