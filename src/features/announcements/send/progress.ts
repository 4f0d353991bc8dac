/**
 * The author's own card, which says how far the announcement is. Edited every five seconds at most, and once more when
 * nothing more can change.
 */
import type { Recipient } from "../../../core/directory.ts";
import type { Language } from "../../../core/language.ts";
import { type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import type { Document } from "../../../core/ports.ts";
import type { Card } from "../../../core/reply.ts";
import type { Announcement } from "../announcement.ts";
import { readerOf } from "./audience.ts";
import { planFor } from "./decide-delivery.ts";
import { gather } from "./gather.ts";
import type { JobDeps, Of } from "./job-deps.ts";
import { nameOf, personOf } from "./names.ts";
import { privately } from "./privately.ts";
import { reportCard } from "./report-card.ts";
import { type About, hasEnded } from "./rounds.ts";

const everyMs = 5_000;
/** Counting takes a read of everybody: it may take a twentieth of the time. */
const restPerWork = 20;
/** While nothing changes, as over night, it is looked at more and more seldom. */
const longestRestMs = 60_000;

export function createProgress(deps: JobDeps) {
  const { outbox, batchIds, clock, documents } = deps;
  const now = () => clock.now().getTime();
  /** Of those that are attended to: when each is looked at again, and its last edit. */
  const known = new Map<string, Known>();

  async function show(of: Of): Promise<"done" | "waits"> {
    const { announcement } = of;
    const key = keyOf(announcement);
    const { edit: before, stage, ...last } = known.get(key) ?? nothing;
    const rest = stage === announcement.changedAt ? last : nothing;
    if (now() < rest.until) return "waits";
    const author = await personOf(deps, announcement.author);
    if (!author) return "done";
    const id = batchIds.progress(announcement, announcement.author);
    const head = await outbox.head(id);
    if (!head) {
      const first = firstPlan(of, author);
      await plan(of, id, await cardIn(of, first.language), first);
      return "waits";
    }
    const sent = await outbox.delivery(id, announcement.author);
    const { activityId, deliveredTo } = sent ?? {};
    if (!sent || activityId === undefined || deliveredTo === undefined)
      return hasEnded(head) ? "done" : "waits";
    const beforeHead = before === undefined ? undefined : await outbox.head(before);
    if (beforeHead && !hasEnded(beforeHead)) return "waits";

    const began = now();
    const card = await cardIn(of, sent.language);
    const shortest = Math.max(everyMs, restPerWork * (now() - began));
    const state = JSON.stringify([announcement.changedAt, card.view]);
    const edit = batchIds.progressEdit(announcement, state);
    const isShown = (await outbox.head(edit)) !== undefined;
    const ms = isShown ? Math.min(Math.max(shortest, 2 * rest.ms), longestRestMs) : shortest;
    const next = { stage: announcement.changedAt, ms, until: now() + ms };
    known.set(key, { ...next, ...(before !== undefined && { edit: before }) });
    if (isShown) return "done";
    if (!(await isFree(key))) return "waits";
    const { recipient, name, language } = sent;
    const target = { route: "edit", address: deliveredTo, activityId } as const;
    await plan(of, edit, card, { recipient, name, language, variant: language, target });
    known.set(key, { ...next, edit });
    return "waits";
  }

  function firstPlan({ network }: Of, author: Recipient): DeliveryPlan {
    const reader = readerOf(deps, network, author);
    // They have just asked for it, whatever the hour.
    return privately(planFor(reader, { topics: [], importance: "urgent" }, clock.now()));
  }

  function plan(
    { announcement, network }: Of,
    id: string,
    card: Card,
    delivery: DeliveryPlan,
  ): Promise<void> {
    const about: About = { announcement: announcement.id, version: announcement.version };
    const batch = {
      id,
      kind: "announcement-progress",
      network: network.id,
      urgency: urgencies.notice,
      about,
      cards: { [delivery.variant]: card },
    };
    return outbox.plan(batch, [delivery], true);
  }

  async function cardIn(of: Of, language: Language): Promise<Card> {
    const { announcement } = of;
    const figures = await gather(deps, announcement, { from: 0, size: 0, names: 0 });
    const { planned = 1, sending = 0 } = figures.tally?.counts ?? {};
    // What can change no more is said in the same words for ever.
    const isOver = announcement.status !== "sending" && planned + sending === 0;
    return reportCard({
      ...of,
      language,
      now: isOver ? new Date(announcement.changedAt) : clock.now(),
      figures,
      approvedBy: await nameOf(deps, announcement.approvedBy),
      sendRate: deps.sendRate,
      isAuthor: true,
      mayApprove: announcement.correction?.by !== announcement.author,
      after: 0,
    });
  }

  /** Of several instances one edits. */
  async function isFree(key: string): Promise<boolean> {
    const claim: Document = { id: "claim", type: "claim", v: 1 };
    const expiresAt = new Date(now() + everyMs);
    const partition = `job:${deps.digest(`announcement-progress/${key}`)}`;
    return (await documents.create("claims", partition, claim, { expiresAt })) !== "exists";
  }

  return {
    /** "done": it shows how things are now. */
    show,
    /** Nothing is shown of it for now. */
    forget: (announcement: Pick<Announcement, "id" | "network">) =>
      void known.delete(keyOf(announcement)),
  };
}

type Known = {
  /** Which `changedAt` it has shown. */
  readonly stage?: string;
  readonly ms: number;
  readonly until: number;
  readonly edit?: string;
};

const nothing: Known = { ms: 0, until: Number.NEGATIVE_INFINITY };

const keyOf = ({ network, id }: Pick<Announcement, "id" | "network">): string => `${network}/${id}`;
