/**
 * Looks every few seconds what announcements need: those whose time has come are sent, others stopped, corrected,
 * withdrawn. From memory: the store is asked only where there is something to do. Runs on every instance; who is first
 * has an announcement for a while, and should two have it all the same, the names of what they plan are the same.
 */
import type { ContentDocument } from "../../../core/content.ts";
import type { Job } from "../../../core/feature.ts";
import type { Document } from "../../../core/ports.ts";
import { momentOf } from "../../../core/wall-clock.ts";
import type { Announcement } from "../announcement.ts";
import { announcementType } from "../announcement-store.ts";
import { keepLastAct } from "../write/record-act.ts";
import { goOnStep, haltStep, nudgeStep, retryStep } from "./again-step.ts";
import { meantBy, networksOf } from "./audience.ts";
import { correctStep, isCorrected } from "./correct-step.ts";
import type { JobDeps, Of, Step } from "./job-deps.ts";
import { nameOf, runs } from "./names.ts";
import { noticeStep } from "./notices.ts";
import { createProgress } from "./progress.ts";
import { againUnderWay, hasEnded, messageHeads } from "./rounds.ts";
import type { SendDeps } from "./send-deps.ts";
import { sendStep } from "./send-step.ts";
import { createSlices } from "./slices.ts";
import { stopBatches } from "./stop-batches.ts";
import { withdrawStep } from "./withdraw-step.ts";

const everyMs = 2_000;
const claimMs = 15_000;
/** By then a turn has put into the audit what it did, or never will. */
const turnMs = 15_000;
const actKeptForMs = 7 * 24 * 3_600_000;
/** After that its batches may be forgotten, and with them the protection against sending it again. */
const caredForMs = 60 * 24 * 3_600_000;

export function createAnnouncementJob(sendDeps: SendDeps): Job {
  const deps: JobDeps = { ...sendDeps, slices: createSlices(sendDeps.outbox) };
  const { library, clock, documents, store } = deps;
  const progress = createProgress(deps);
  /** As they were when nothing was left to do for them. */
  const done = new Map<string, ContentDocument<Announcement>>();
  /** Moments of the last acts that surely stand in the audit. */
  const inAudit = new Map<string, string>();
  let isStopping = false;

  return {
    name: "announcements",
    everyMs,
    async run() {
      let goesOn = true;
      const failures: unknown[] = [];
      await keepActs().catch((error) => failures.push(error));
      // Round by round, so that a long list holds up nobody else's.
      while (goesOn && !isStopping && failures.length === 0) {
        goesOn = false;
        for (const doc of waiting()) {
          try {
            if ((await attend(doc)) === "more") goesOn = true;
          } catch (error) {
            failures.push(error);
          }
        }
      }
      if (failures.length > 0) throw failures[0];
    },
    async stop() {
      isStopping = true;
    },
  };

  function waiting(): readonly ContentDocument<Announcement>[] {
    const all = library.contentOf<Announcement>(announcementType);
    const keys = new Set(all.map(({ value }) => keyOf(value)));
    for (const known of [done, inAudit])
      for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
    return all.filter((doc) => done.get(keyOf(doc.value)) !== doc && isDue(doc.value));
  }

  /** Who did it may have died before it stood there. */
  async function keepActs(): Promise<void> {
    const now = clock.now().getTime();
    for (const { value } of library.contentOf<Announcement>(announcementType)) {
      const { lastAct } = value;
      const age = lastAct ? now - Date.parse(lastAct.at) : 0;
      if (!lastAct || age < turnMs || age > actKeptForMs) continue;
      if (inAudit.get(keyOf(value)) === lastAct.at) continue;
      await keepLastAct(deps, value);
      inAudit.set(keyOf(value), lastAct.at);
    }
  }

  function isDue(announcement: Announcement): boolean {
    const { status, template, changedAt } = announcement;
    if (template || status === "draft") return false;
    if (status === "scheduled") return hasCome(announcement);
    return clock.now().getTime() - Date.parse(changedAt) < caredForMs;
  }

  function hasCome({ sendAt, network }: Announcement): boolean {
    const zone = library.networks().find(({ id }) => id === network)?.timeZone;
    if (zone === undefined) return false;
    return sendAt === undefined || momentOf(sendAt, zone) <= clock.now();
  }

  /** "more": there is more to do for it at once. */
  async function attend(doc: ContentDocument<Announcement>): Promise<Step> {
    const release = await claim(keyOf(doc.value));
    if (!release) return "waits";
    try {
      const stored = await store.find(doc.value.network, doc.value.id);
      const network = library.networks().find(({ id }) => id === doc.value.network);
      if (!stored || !network) return "done";
      library.saw(network.id, stored);
      const announcement = stored.doc.value;
      const author = await nameOf(deps, announcement.author);
      const { topics } = meantBy(deps, announcement);
      const step = await seeTo({ announcement, network, author, topics }, stored.etag);
      // What is in memory now may be newer than what was looked at.
      if (step === "done" && isSame(doc.value, announcement)) {
        done.set(keyOf(announcement), doc);
        progress.forget(announcement);
      }
      return step;
    } finally {
      await release();
    }
  }

  async function seeTo(of: Of, etag: string): Promise<Step> {
    switch (of.announcement.status) {
      case "scheduled":
        return hasCome(of.announcement) ? begin(of, etag) : "done";
      case "awaiting-approval":
      case "held":
        return noticeStep(deps, of);
      case "sending":
        return send(of, etag);
      case "sent":
        return shown(of, await afterwards(of));
      case "stopped":
        return shown(of, await stop(of));
      case "withdrawn":
        return shown(of, await withdrawStep(deps, of));
      default:
        return "done";
    }
  }

  /** Whoever ordered it must still be allowed to, in every network it goes to. */
  async function begin({ announcement, network }: Of, etag: string): Promise<Step> {
    const { author } = announcement;
    const isAllowed = [network, ...networksOf(deps, announcement)].every((one) =>
      runs(deps, one, author),
    );
    const changedAt = clock.now().toISOString();
    const { heldBecause: _, ...rest } = announcement;
    if (isAllowed) {
      await store.replace({ ...rest, status: "sending", changedAt }, etag);
      return "more";
    }
    const heldBecause = "author-lost-role";
    const details = { was: announcement.status, because: heldBecause };
    const lastAct = { act: "announcement.hold", actor: "kollega", at: changedAt, details };
    await keepLastAct(deps, announcement);
    const next: Announcement = { ...rest, status: "held", heldBecause, changedAt, lastAct };
    if ((await store.replace(next, etag)) !== "stale") await keepLastAct(deps, next);
    return "more";
  }

  async function send(of: Of, etag: string): Promise<Step> {
    if ((await sendStep(deps, of)) === "more") {
      await progress.show(of);
      return "more";
    }
    await noticeStep(deps, of);
    const step = await correctStep(deps, of);
    await progress.show(of);
    if (step !== "done") return step;
    const heads = await messageHeads(deps, of.announcement);
    if (!heads.every(hasEnded)) return "waits";
    const at = clock.now().toISOString();
    await store.replace({ ...of.announcement, status: "sent", sentAt: at, changedAt: at }, etag);
    return "more";
  }

  async function afterwards(of: Of): Promise<Step> {
    for (const step of [noticeStep, haltStep, goOnStep, correctStep, retryStep, nudgeStep]) {
      const came = await step(deps, of);
      if (came !== "done") return came;
    }
    return ended(of);
  }

  async function stop(of: Of): Promise<Step> {
    const heads = await messageHeads(deps, of.announcement);
    if ((await stopBatches(deps, heads, "stopped")) === "waits") return "waits";
    await noticeStep(deps, of);
    const step = await correctStep(deps, of);
    return step === "done" ? ended(of) : step;
  }

  async function ended(of: Of): Promise<Step> {
    const { isRetrying, isNudging } = await againUnderWay(deps, of.announcement);
    return !isRetrying && !isNudging && (await isCorrected(deps, of)) ? "done" : "waits";
  }

  /** Nothing is left to do only once the author's card says so. */
  async function shown(of: Of, step: Step): Promise<Step> {
    const begun = await deps.outbox.head(deps.batchIds.message(of.announcement));
    if (!begun) return step;
    const isShown = await progress.show(of);
    return step === "done" ? isShown : step;
  }

  /** Undefined if another instance has it. An instance that died holds nothing up for longer than a claim lasts. */
  async function claim(key: string): Promise<(() => Promise<void>) | undefined> {
    const doc: Document = { id: "claim", type: "claim", v: 1 };
    const expiresAt = new Date(clock.now().getTime() + claimMs);
    const partition = `job:${deps.digest(`announcement/${key}`)}`;
    const taken = await documents.create("claims", partition, doc, { expiresAt });
    if (taken === "exists") return undefined;
    return async () => {
      await documents.delete("claims", partition, doc.id, taken.etag);
    };
  }
}

const keyOf = ({ network, id }: Announcement): string => `${network}/${id}`;

const isSame = (one: Announcement, other: Announcement): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
