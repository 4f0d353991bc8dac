/**
 * Brings new numbers to the copies that others see: channel posts, and everybody's own copy while few were told, else
 * the coordinators' alone. A copy is edited every five seconds at most; what was answered meanwhile comes with the next.
 */
import type { Network } from "../../../core/content.ts";
import type { BatchHead, Delivery } from "../../../core/outbox/delivery.ts";
import type { Document, Stored } from "../../../core/ports.ts";
import { occurrenceNamed, zoneOf } from "../calendar/occurrences.ts";
import { isShared, planEdits } from "./edit-sent.ts";
import { currentId, idsOf, wasAt } from "./moves.ts";
import { readMeeting, settled } from "./read-meeting.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import type { ChangedAnswer } from "./rsvp.ts";
import { aboutOf, batchesAbout, hasEnded } from "./sent-batches.ts";

const everyMs = 5_000;
/** So many people's own copies are kept up to date; with more it would be a message for each of them at each answer. */
const mostCopies = 60;
const mostRemembered = 50;

type Changes = readonly Stored<ChangedAnswer>[];

export function createShowCounts(deps: RemindJobDeps) {
  const { documents, library, outbox, rsvps, clock } = deps;
  const last = new Map<string, string>();
  const copiesIn = new Map<string, readonly Delivery[]>();

  return async function run(): Promise<void> {
    for (const network of library.networks()) {
      const { items } = await rsvps.changed(network.id);
      const occasions = Map.groupBy(items, ({ doc }) => `${doc.meeting}/${doc.occurrence}`);
      for (const [name, changes] of occasions) {
        const key = `${network.id}/${name}`;
        if (!(await isDue(key))) continue;
        if (!(await show(network, changes, key))) continue;
        for (const { doc, etag } of changes) await rsvps.seenTo(network.id, doc, etag);
      }
    }
  };

  /** Five seconds after the last edit of it was made, wherever that was planned. */
  async function isDue(key: string): Promise<boolean> {
    const before = last.get(key);
    const head = before === undefined ? undefined : await outbox.head(before);
    const now = clock.now().getTime();
    if (head && (!hasEnded(head) || now < Date.parse(head.endedAt ?? "") + everyMs)) return false;
    const claim: Document = { id: "claim", type: "claim", v: 1 };
    const expiresAt = new Date(now + everyMs);
    const partition = `job:${deps.digest(`counts/${key}`)}`;
    return (await documents.create("claims", partition, claim, { expiresAt })) !== "exists";
  }

  /** False if the meeting has changed in a way that must be told first. */
  async function show(network: Network, changes: Changes, key: string): Promise<boolean> {
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
    const batches = (await batchesAbout(deps, of)).filter((head) =>
      ids.includes(aboutOf(head).occurrence),
    );
    const copies = await newestCopies(batches, network);
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
    last.set(key, batchId);
    return true;
  }

  /** Of each reader the last message: the ones above it are out of sight. */
  async function newestCopies(
    batches: readonly BatchHead[],
    network: Network,
  ): Promise<readonly Delivery[]> {
    const newest = new Map<string, Delivery>();
    const people = new Set<string>();
    for (const head of batches) {
      for (const copy of await copiesOf(head)) {
        if (!isShared(copy)) people.add(copy.recipient);
        const known = newest.get(copy.recipient);
        if (!known || copy.at > known.at) newest.set(copy.recipient, copy);
      }
    }
    const isSmall = people.size <= mostCopies;
    return [...newest.values()].filter(
      (copy) => isShared(copy) || isSmall || network.coordinators.includes(personOf(copy)),
    );
  }

  /** What a batch has brought. Once it has ended that changes no more. */
  async function copiesOf(head: BatchHead): Promise<readonly Delivery[]> {
    const known = copiesIn.get(head.id);
    if (known) return known;
    const copies: Delivery[] = [];
    for await (const delivery of outbox.deliveries(head.id)) {
      if (delivery.state === "delivered") copies.push(delivery);
    }
    if (!hasEnded(head)) return copies;
    copiesIn.set(head.id, copies);
    const [oldest] = copiesIn.keys();
    if (copiesIn.size > mostRemembered && oldest !== undefined) copiesIn.delete(oldest);
    return copies;
  }
}

/** The person in `tenant:person`, which may itself hold colons. */
const personOf = ({ recipient }: Delivery): string => recipient.slice(recipient.indexOf(":") + 1);
