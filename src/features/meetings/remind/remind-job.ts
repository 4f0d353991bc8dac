/**
 * Looks every few seconds whether a meeting changed or a reminder is due. From memory: the store is asked only when
 * there is something to do. Runs on every instance; who is first claims the work for a while, and should two do it
 * all the same, the names of what they plan are the same.
 */
import type { Network } from "../../../core/content.ts";
import { createAgendas } from "./agenda.ts";
import { claimJob } from "./claim-job.ts";
import { closeReminders } from "./close-reminders.ts";
import { closesAt } from "./decide-reminder.ts";
import { type Known, keyOf, knownMeetings } from "./known-meetings.ts";
import { planReminder, type ReminderLook } from "./plan-reminder.ts";
import { settled } from "./read-meeting.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import { type Look, longestQuietMs, lookBackMs } from "./slots.ts";
import { tellChanges } from "./tell-changes.ts";

/** No look at a meeting is longer ago: the longest lead time of a meeting, and quiet hours before it. */
const rememberedMs = lookBackMs + 40_320 * 60_000 + longestQuietMs;
/** So long the end of calls under way is waited for before a change is told. */
const patienceMs = 60_000;

/** A look at which people may have to be told. */
type Due = {
  readonly network: Network;
  readonly id: string;
  readonly look: ReminderLook;
  readonly name: string;
  /** Ids of teams whose members could not be read: the others are told, and these once they can be. */
  readonly unread?: readonly string[];
};

/** What a round does once it has looked at everything; channel posts go first. */
type Round = {
  readonly posts: (() => Promise<void>)[];
  readonly people: Due[];
  readonly closings: (() => Promise<void>)[];
};

export function createRemindJob(deps: RemindJobDeps) {
  const { clock } = deps;
  const agendas = createAgendas(deps);
  /** What was looked at, and when it was due. */
  const done = new Map<string, number>();
  const waitingSince = new Map<string, number>();

  /** Those whose people are still to be told, by name. */
  const waiting = new Map<string, Due>();

  return { run, tellPeople };

  /** Takes in changes and plans channel posts; it never waits for the many people there may be. */
  async function run(): Promise<void> {
    const now = clock.now().getTime();
    const failures: unknown[] = [];
    const round: Round = { posts: [], people: [], closings: [] };
    for (const known of knownMeetings(deps)) {
      const before = failures.length;
      await attempt(failures, () => seeTo(known, round));
      // What could not be done now is looked at again in the next round.
      if (failures.length > before) agendas.drop(known);
    }
    for (const post of round.posts) await attempt(failures, post);
    for (const due of round.people) waiting.set(due.name, due);
    for (const close of round.closings) await attempt(failures, close);
    for (const [key, at] of done) if (at < now - rememberedMs) done.delete(key);
    if (failures.length > 0) throw failures[0];
  }

  /** Plans people's own messages. Those that could not be planned are found again by the next round. */
  async function tellPeople(): Promise<void> {
    const failures: unknown[] = [];
    for (const due of [...waiting.values()].filter(isTime)) {
      await attempt(failures, () => claimed(`remind:${due.name}`, () => tellThem(due)));
      if (waiting.get(due.name) === due) waiting.delete(due.name);
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Those who wait for a team's members wait until one of the teams was read, or it is too late for them. */
  function isTime({ network, look, unread }: Due): boolean {
    if (!unread || clock.now() >= closesAt(look.occurrence.start, look.minutes)) return true;
    const now = new Set(deps.directory.unreadTeams(network.id).map((team) => team.id));
    return !unread.every((team) => now.has(team));
  }

  /** Looked up anew: the meeting may have changed while others were told. */
  async function tellThem(due: Due): Promise<void> {
    const { network, id, look, name } = due;
    const plan = await planReminder(deps, network, id, look);
    if (typeof plan === "string") return;
    const unread = await plan.people();
    if (unread.length > 0) {
      waiting.set(name, { ...due, unread: unread.map((team) => team.id) });
      return;
    }
    // One that took in everybody is looked at once more, whether anything came up while it was sent.
    if (look.kind === "some") done.set(name, look.at.getTime());
  }

  async function seeTo(known: Known, round: Round): Promise<void> {
    const { network, id, meeting, state } = known;
    const key = keyOf(known);
    const isSettled = settled({ ...(meeting && { meeting }), ...(state && { state }) }, network);
    if (!isSettled) return tell(network, id, key);
    if (!meeting) return;
    const now = clock.now().getTime();
    const agenda = await agendas.of(known, isSettled);
    const due = eachSlotOnce(agenda.looks.filter(({ at }) => at.getTime() <= now));
    const named = due.map((look) => ({ look, name: nameOf(key, look, isSettled.version) }));
    for (const { look, name } of named.filter((one) => !done.has(one.name))) {
      if (look.kind !== "close") {
        await lookAt({ network, id, look, name }, round);
        continue;
      }
      const { occurrence } = look;
      const before = named.filter((one) => one.look.occurrence === occurrence && one.name !== name);
      round.closings.push(async () => {
        // First everybody is accounted for, perhaps by another instance.
        if (!before.every((one) => done.has(one.name))) return;
        await closeReminders(deps, network, isSettled, occurrence);
        done.set(name, look.at.getTime());
      });
    }
  }

  async function tell(network: Network, id: string, key: string): Promise<void> {
    await claimed(`tell-changes:${key}`, async () => {
      const since = waitingSince.get(key) ?? clock.now().getTime();
      const isPatient = clock.now().getTime() - since < patienceMs;
      if ((await tellChanges(deps, network, id, isPatient)) === "later")
        waitingSince.set(key, since);
      else waitingSince.delete(key);
    });
  }

  async function lookAt(due: Due, round: Round): Promise<void> {
    const { network, id, look, name } = due;
    if (waiting.has(name)) return;
    const plan = await planReminder(deps, network, id, look);
    if (plan === "done") done.set(name, look.at.getTime());
    if (typeof plan === "string") return;
    const { posts } = plan;
    if (!posts) {
      round.people.push(due);
      return;
    }
    round.posts.push(() =>
      claimed(`remind:${name}`, async () => {
        await posts();
        // Only now: they make the batch whole, and after that it takes no post any more.
        round.people.push(due);
      }),
    );
  }

  async function claimed(name: string, work: () => Promise<void>): Promise<void> {
    const claim = await claimJob(deps, name);
    if (!claim) return;
    try {
      await work();
    } finally {
      await claim.release();
    }
  }
}

/** The version is in it, so that what changed is looked at again. */
const nameOf = (key: string, look: Look, version: number): string =>
  [
    key,
    look.occurrence.id,
    look.occurrence.start.toISOString(),
    look.kind === "close" ? "close" : `${look.minutes}/${look.kind}`,
    look.at.toISOString(),
    `v${version}`,
  ].join("/");

/** Of the looks at one slot that are due, the last takes in the others. */
function eachSlotOnce(due: readonly Look[]): readonly Look[] {
  const slots = new Map<string, Look>();
  for (const look of due) {
    const slot = look.kind === "close" ? "close" : look.minutes;
    slots.set(`${look.occurrence.id}/${slot}`, look);
  }
  return [...slots.values()];
}

async function attempt(failures: unknown[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    failures.push(error);
  }
}
