/**
 * Brings a corrected announcement to everybody: whoever has it sees it change in place; whoever does not have it yet
 * gets the new words only.
 */
import { languages } from "../../../core/language.ts";
import {
  type BatchHead,
  type BatchPlan,
  type Delivery,
  type DeliveryPlan,
  urgencies,
} from "../../../core/outbox/delivery.ts";
import { nudgePartOf } from "./batch-ids.ts";
import { cardsOf, confirmedCardsOf, confirmedVariant } from "./cards-of.ts";
import { unsent } from "./carry-over.ts";
import type { JobDeps, Of, Step } from "./job-deps.ts";
import {
  type About,
  aboutOf,
  hasEnded,
  headsOf,
  messageHeads,
  nudgeHeads,
  planAgain,
  sentMessages,
} from "./rounds.ts";
import { messageBatch } from "./send-step.ts";
import { stopBatches } from "./stop-batches.ts";

export async function correctStep(deps: JobDeps, of: Of): Promise<Step> {
  const { announcement } = of;
  const { version } = announcement;
  const { outbox, batchIds } = deps;
  if (version === 1) return "done";
  const last = await outbox.head(nudgeEditId(deps, of));
  if (last && last.state !== "planning") return "done";

  const isEarlier = (head: BatchHead) => aboutOf(head).version < version;
  const messages = (await messageHeads(deps, announcement)).filter(isEarlier);
  const nudges = (await nudgeHeads(deps, announcement)).filter(isEarlier);
  const superseded = await headsOf(deps, earlierEdits(deps, of));
  const old = [...messages, ...nudges, ...superseded];
  if ((await stopBatches(deps, old, "corrected")) === "waits") return "waits";

  const rounds = [
    { id: batchIds.message(announcement, version), kind: "announcement", sources: messages },
    { id: batchIds.nudge(announcement, version), kind: nudgeKind, sources: nudges },
  ].filter(({ kind, sources }) => kind !== nudgeKind || sources.length > 0);
  for (const { id, kind, sources } of announcement.status === "stopped" ? [] : rounds) {
    const batch = messageBatch(of, id, kind);
    if ((await planOnce(deps, batch, () => unsent(deps, of, sources))) === "more") return "more";
  }
  const edits = [
    { batch: editBatch(of, batchIds.correct(announcement, version), false), sources: messages },
    { batch: editBatch(of, nudgeEditId(deps, of), true), sources: nudges },
  ];
  for (const { batch, sources } of edits) {
    const step = await planOnce(deps, batch, () => editsOf(deps, of, sources));
    if (step === "more") return "more";
  }
  return "done";
}

const nudgeKind = "announcement-nudge";

/** Planned last, even if there was no nudge: once it is there, the whole correction is planned. */
const nudgeEditId = ({ batchIds }: JobDeps, { announcement }: Of): string =>
  nudgePartOf(batchIds.correct(announcement, announcement.version));

const earlierEdits = ({ batchIds }: JobDeps, { announcement }: Of): readonly string[] =>
  Array.from({ length: announcement.version - 2 }, (_, at) => {
    const id = batchIds.correct(announcement, at + 2);
    return [id, nudgePartOf(id)];
  }).flat();

function editBatch(
  { announcement, network, author, topics }: Of,
  id: string,
  isNudge: boolean,
): BatchPlan {
  const about: About = { announcement: announcement.id, version: announcement.version };
  return {
    id,
    kind: "announcement-correct",
    network: network.id,
    urgency: urgencies.notice,
    about,
    cards: {
      ...cardsOf(announcement, network, { author, topics, isNudge }),
      ...confirmedCardsOf(announcement, network, { author, topics }),
    },
  };
}

async function planOnce(
  deps: JobDeps,
  batch: BatchPlan,
  plans: () => AsyncIterable<DeliveryPlan>,
): Promise<"more" | "done"> {
  const head = await deps.outbox.head(batch.id);
  return head && head.state !== "planning" ? "done" : deps.slices.plan(batch, plans);
}

async function* editsOf(
  deps: JobDeps,
  { announcement }: Of,
  sources: readonly BatchHead[],
): AsyncGenerator<DeliveryPlan> {
  for await (const { delivery, address, activityId } of sentMessages(deps, sources)) {
    const { mentioned: mentions } = delivery;
    const target = { route: "edit", address, activityId, ...(mentions && { mentions }) } as const;
    const variant = await variantFor(deps, announcement, delivery);
    yield { ...planAgain(delivery, target), variant };
  }
}

/** Who has confirmed is not asked again; a post in a channel is everybody's, and asks on. */
async function variantFor(
  { confirmations }: JobDeps,
  announcement: Of["announcement"],
  { recipient, variant }: Delivery,
): Promise<string> {
  const language = languages.find((one) => variant === one);
  if (!announcement.confirm || !language) return variant;
  return (await confirmations.find(announcement, recipient))
    ? confirmedVariant(language)
    : language;
}

/** Whether all edits of the last correction were made, or could not be. */
export async function isCorrected(deps: JobDeps, of: Of): Promise<boolean> {
  if (of.announcement.version === 1) return true;
  const ids = [
    deps.batchIds.correct(of.announcement, of.announcement.version),
    nudgeEditId(deps, of),
  ];
  const heads = await Promise.all(ids.map((id) => deps.outbox.head(id)));
  return heads.every((head) => head !== undefined && hasEnded(head));
}
