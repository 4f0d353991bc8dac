/**
 * Sends what follows from how discussions stand: the card in the thread, requests and notices, nudges and digests.
 * From memory: the store is asked only about what changed. Runs on every instance; the names of what is planned keep
 * anything from being sent twice.
 */
import type { Discussion, Network } from "../../../core/content.ts";
import type { Job } from "../../../core/feature.ts";
import { forumCareOf } from "../../../core/network-settings.ts";
import { createBatchIds } from "../batch-ids.ts";
import { createDiscussionStore } from "../discussion-store.ts";
import type { DiscussionsDeps } from "../discussions-deps.ts";
import { askConsent } from "./ask-consent.ts";
import { digestDue, weekBefore } from "./decide-digest.ts";
import { isWorkingTime, mayBeNudged, nudgeDue, waitingSince } from "./decide-nudge.ts";
import type { JobDeps, Of, Step } from "./job-deps.ts";
import { nudge } from "./nudge.ts";
import { sendDigest } from "./send-digest.ts";
import { editPost, noteThread, postOf } from "./show-in-thread.ts";
import { tellAfter } from "./tell-after.ts";
import { decidedAt, isTooOldToTell } from "./too-old-to-tell.ts";
import type { IsHoliday } from "./working-days.ts";

const everyMs = 2_000;
/** A message's copy is edited no more often. */
const editEveryMs = 5_000;
/** Somebody who has paused, or has not answered yet, is looked for again. */
const laterMs = 60 * 60_000;
/** What ended longer ago was seen to. */
const recentlyMs = 21 * 24 * 60 * 60_000;

export function createDiscussionJob(given: DiscussionsDeps): Job {
  const { clock, library } = given;
  const deps: JobDeps = {
    ...given,
    store: createDiscussionStore({ documents: given.jobDocuments, library }),
    batchIds: createBatchIds(given.digest),
  };
  /** Versions that nothing more follows from. */
  const seenTo = new WeakSet<Discussion>();
  const lookAgain = new WeakMap<Discussion, number>();
  const edits = new Map<string, { readonly id: string; readonly at: number }>();
  /** The latest day of each network whose digest was seen to. */
  const digests = new Map<string, string>();
  let holidays: IsHoliday | undefined;

  return { name: "discussions", everyMs, run };

  async function run(): Promise<void> {
    const failures: unknown[] = [];
    for (const network of library.networks()) {
      for (const discussion of deps.store.list([network.id])) {
        await attempt(failures, () => seeTo({ discussion, network }));
        await attempt(failures, () => nudgeIfDue({ discussion, network }));
      }
      await attempt(failures, () => digestIfDue(network));
    }
    if (failures.length > 0) throw failures[0];
  }

  async function seeTo(of: Of): Promise<void> {
    const { discussion } = of;
    if (seenTo.has(discussion)) return;
    const key = keyOf(discussion);
    const now = clock.now().getTime();
    if (isOver(discussion, clock.now())) {
      seenTo.add(discussion);
      return;
    }
    if ((lookAgain.get(discussion) ?? 0) > now) return;
    const came = await follow(of, key, now);
    if (came === "done") seenTo.add(discussion);
    if (came === "later") lookAgain.set(discussion, now + laterMs);
  }

  async function follow(of: Of, key: string, now: number): Promise<Step | "later"> {
    const posted = await postOf(deps, of);
    if ((await noteThread(deps, of, posted)) === "again") return "again";
    const told = await tellAfter(deps, of);
    const consent = await askConsent(deps, of);
    if (consent === "again" || posted === "under-way") return "again";
    if (typeof posted !== "string") {
      const before = edits.get(key);
      if (before && now - before.at < editEveryMs) return "again";
      const edit = await editPost(deps, of, posted, before?.id);
      if (edit === "again") return "again";
      if (edit !== "none" && edit.id !== before?.id) edits.set(key, { id: edit.id, at: now });
    }
    return told === "later" || consent === "later" ? "later" : "done";
  }

  async function nudgeIfDue(of: Of): Promise<void> {
    const { discussion, network } = of;
    const { nudgeDays } = forumCareOf(library, network.id);
    const now = clock.now();
    if (!mayBeNudged(discussion, nudgeDays)) return;
    // Sooner than this it cannot be due, whatever day it is.
    const since = Date.parse(waitingSince(discussion));
    if (now.getTime() - since < nudgeDays * 12 * 60 * 60_000) return;
    const isHoliday = await knownHolidays();
    const due = nudgeDue(discussion, network, nudgeDays, isHoliday);
    if (due && due <= now && isWorkingTime(now, network, isHoliday)) await nudge(deps, of);
  }

  async function digestIfDue(network: Network): Promise<void> {
    const care = forumCareOf(library, network.id);
    const now = clock.now();
    if (care.digestDay === "off") return;
    const due = digestDue(care, network, now, noHoliday);
    if (!due || digests.get(network.id) === due.day) return;
    const slot = digestDue(care, network, now, await knownHolidays());
    if (!slot || digests.get(network.id) === slot.day) return;
    await sendDigest(deps, network, slot, weekBefore(slot, care.digestAt, network.timeZone));
    digests.set(network.id, slot.day);
  }

  async function knownHolidays(): Promise<IsHoliday> {
    holidays ??= await given.loadHolidays();
    return holidays;
  }
}

const noHoliday: IsHoliday = () => false;

/** Nothing follows from it any more, or what followed was seen to. */
function isOver(discussion: Discussion, now: Date): boolean {
  const { changedAt, status } = discussion;
  if (status === "open" || now.getTime() - Date.parse(changedAt) <= recentlyMs) return false;
  const decided = decidedAt(discussion);
  return decided === undefined || isTooOldToTell(decided, now);
}

const keyOf = ({ network, id }: Discussion): string => `${network}/${id}`;

async function attempt(failures: unknown[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    failures.push(error);
  }
}
