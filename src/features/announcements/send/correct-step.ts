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
import type { JobDeps, Of, Step } from "./job-deps.ts";
import { type About, aboutOf, hasEnded, messageHeads, planAgain, sentMessages } from "./rounds.ts";
import { messageBatch } from "./send-step.ts";
import { stopBatches } from "./stop-batches.ts";

export async function correctStep(deps: JobDeps, of: Of): Promise<Step> {
  const { announcement } = of;
  const { version } = announcement;
  const { outbox, batchIds } = deps;
  if (version === 1) return "done";
  const last = await outbox.head(nudgeEditId(deps, of));
  if (last && last.state !== "planning") return "done";

  const earlier = (await messageHeads(deps, announcement)).filter(
    (head) => aboutOf(head).version < version,
  );
  const nudge = await outbox.head(batchIds.nudge(announcement));
  const nudges = nudge && aboutOf(nudge).version < version ? [nudge] : [];
  if ((await stopBatches(deps, [...earlier, ...nudges], "corrected")) === "waits") return "waits";
  const edits = await Promise.all(
    Array.from({ length: version - 2 }, (_, at) => {
      const id = batchIds.correct(announcement, at + 2);
      return [outbox.head(id), outbox.head(nudgePartOf(id))];
    }).flat(),
  );
  const superseded = edits.filter((head) => head !== undefined);
  if ((await stopBatches(deps, superseded, "corrected")) === "waits") return "waits";

  if (announcement.status !== "stopped") {
    const id = batchIds.message(announcement, version);
    const head = await outbox.head(id);
    if (!head || head.state === "planning") {
      const batch = messageBatch(of, id, "announcement");
      const step = await deps.slices.plan(batch, () => unsent(deps, of, earlier));
      if (step === "more") return "more";
    }
  }
  const main = batchIds.correct(announcement, version);
  const step = await planEdits(deps, of, editBatch(of, main, false), earlier);
  if (step === "more") return "more";
  return planEdits(deps, of, editBatch(of, nudgeEditId(deps, of), true), nudges);
}

/** Planned last, even if there was no nudge: once it is there, the whole correction is planned. */
const nudgeEditId = ({ batchIds }: JobDeps, { announcement }: Of): string =>
  nudgePartOf(batchIds.correct(announcement, announcement.version));

function editBatch({ announcement, network, author }: Of, id: string, isNudge: boolean): BatchPlan {
  const about: About = { announcement: announcement.id, version: announcement.version };
  return {
    id,
    kind: "announcement-correct",
    network: network.id,
    urgency: urgencies.notice,
    about,
    cards: {
      ...cardsOf(announcement, network, { author, isNudge }),
      ...confirmedCardsOf(announcement, network, { author }),
    },
  };
}

async function planEdits(
  deps: JobDeps,
  { announcement }: Of,
  batch: BatchPlan,
  sources: readonly BatchHead[],
): Promise<"more" | "done"> {
  const head = await deps.outbox.head(batch.id);
  if (head && head.state !== "planning") return "done";
  return deps.slices.plan(batch, () => edits());

  async function* edits(): AsyncGenerator<DeliveryPlan> {
    for await (const { delivery, address, activityId } of sentMessages(deps, sources)) {
      const edit = planAgain(delivery, { route: "edit", address, activityId });
      yield { ...edit, variant: await variantFor(deps, announcement, delivery) };
    }
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

/** Whom the earlier version had not been sent when it was corrected, as they were planned. */
async function* unsent(
  deps: JobDeps,
  { announcement }: Of,
  earlier: readonly BatchHead[],
): AsyncGenerator<DeliveryPlan> {
  for (const head of earlier) {
    const { version } = aboutOf(head);
    const later = earlier.filter(
      (other) => other.id !== head.id && aboutOf(other).version > version,
    );
    for await (const delivery of deps.outbox.deliveries(head.id)) {
      if (delivery.state !== "skipped" || delivery.reason !== "corrected") continue;
      // A correction in between has seen to them already.
      if (await isIn(deps, later, delivery)) continue;
      if (!isMember(deps, announcement, delivery))
        yield { ...planAgain(delivery, delivery.target), skip: "left" };
      else yield waitingAgain(delivery);
    }
  }
}

async function isIn(
  { outbox }: JobDeps,
  heads: readonly BatchHead[],
  { recipient }: Delivery,
): Promise<boolean> {
  for (const { id } of heads) if (await outbox.delivery(id, recipient)) return true;
  return false;
}

export function isMember(
  { directory }: Pick<JobDeps, "directory">,
  { audience, network }: Of["announcement"],
  { recipient, target }: Delivery,
): boolean {
  if (target.route === "channel") return true;
  const at = recipient.indexOf(":");
  const own = directory.networksOfPerson(recipient.slice(0, at), recipient.slice(at + 1));
  const meant = audience.networks.length > 0 ? audience.networks : [network];
  return meant.some((id) => own.includes(id));
}

const waitingAgain = (delivery: Delivery): DeliveryPlan => ({
  ...planAgain(delivery, delivery.target),
  ...(delivery.fallback && { fallback: delivery.fallback }),
  notBefore: new Date(delivery.due),
});

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
