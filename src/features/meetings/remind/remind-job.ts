/**
 * Looks every few seconds whether a meeting changed or a reminder is due. From memory: the store is asked only when
 * there is something to do. Runs on every instance; who is first claims the work for a while, and should two do it
 * all the same, the names of what they plan are the same.
 */
import type { Network } from "../../../core/content.ts";
import type { Document } from "../../../core/ports.ts";
import { occurrencesOf } from "../calendar/occurrences.ts";
import type { Meeting } from "../meeting.ts";
import type { MeetingState } from "../meeting-state.ts";
import { closeReminders } from "./close-reminders.ts";
import { planReminder, type ReminderLook } from "./plan-reminder.ts";
import { plannedAt, type Settled, settled } from "./read-meeting.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import { type Look, longestQuietMs, lookBackMs, looksOf } from "./slots.ts";
import { tellChanges } from "./tell-changes.ts";

const claimMs = 20_000;
/** An agenda reaches so far ahead, and is drawn up anew before that. */
const agendaMs = 2 * 60 * 60_000;
const renewMs = 60 * 60_000;
/** Nobody has a lead time of their own, quiet hours before it included, that is longer. */
const farthestMs = 21 * 24 * 60 * 60_000;
/** No look at a meeting is longer ago: the longest lead time of a meeting, and quiet hours before it. */
const rememberedMs = lookBackMs + 40_320 * 60_000 + longestQuietMs;
/** So long the end of calls under way is waited for before a change is told. */
const patienceMs = 60_000;
const minuteMs = 60_000;

type Agenda = {
  /** What it was drawn up from. */
  readonly from: readonly unknown[];
  readonly until: number;
  /** The soonest first. */
  readonly looks: readonly Look[];
};

type Known = {
  readonly network: Network;
  readonly id: string;
  readonly meeting: Meeting | undefined;
  readonly state: MeetingState | undefined;
};

/** A look at which people may have to be told. */
type Due = {
  readonly network: Network;
  readonly id: string;
  readonly look: ReminderLook;
  readonly name: string;
};

/** What a round does once it has looked at everything; channel posts go first. */
type Round = {
  readonly posts: (() => Promise<void>)[];
  readonly people: Due[];
  readonly closings: (() => Promise<void>)[];
};

export function createRemindJob(deps: RemindJobDeps) {
  const { documents, library, clock, census } = deps;
  const agendas = new Map<string, Agenda>();
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
    for (const known of knownMeetings()) {
      const before = failures.length;
      await attempt(failures, () => seeTo(known, round));
      // What could not be done now is looked at again in the next round.
      if (failures.length > before) agendas.delete(keyOf(known));
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
    for (const due of [...waiting.values()]) {
      await attempt(failures, () => claimed(`remind:${due.name}`, () => tellThem(due)));
      waiting.delete(due.name);
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Looked up anew: the meeting may have changed while others were told. */
  async function tellThem({ network, id, look, name }: Due): Promise<void> {
    const plan = await planReminder(deps, network, id, look);
    if (typeof plan === "string") return;
    await plan.people();
    // One that took in everybody is looked at once more, whether anything came up while it was sent.
    if (look.kind === "some") done.set(name, look.at.getTime());
  }

  function* knownMeetings(): Generator<Known> {
    const networks = new Map(library.networks().map((one) => [one.id, one]));
    const states = new Map(
      library
        .contentOf<MeetingState>("meeting-state")
        .map(({ value }) => [`${value.network}/${value.meeting}`, value]),
    );
    for (const { value: meeting } of library.contentOf<Meeting>("meeting")) {
      const network = networks.get(meeting.network);
      const key = `${meeting.network}/${meeting.id}`;
      if (network) yield { network, id: meeting.id, meeting, state: states.get(key) };
      states.delete(key);
    }
    // Meetings that were deleted.
    for (const state of states.values()) {
      const network = networks.get(state.network);
      if (network && state.known) yield { network, id: state.meeting, meeting: undefined, state };
    }
  }

  async function seeTo(known: Known, round: Round): Promise<void> {
    const { network, id, meeting, state } = known;
    const key = keyOf(known);
    const isSettled = settled({ ...(meeting && { meeting }), ...(state && { state }) }, network);
    if (!isSettled) return tell(network, id, key);
    if (!meeting) return;
    const now = clock.now().getTime();
    const agenda = await agendaOf(known, isSettled, key);
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

  async function agendaOf(
    { network, meeting, state }: Known,
    { known, ...rest }: Settled,
    key: string,
  ): Promise<Agenda> {
    const now = clock.now();
    const people = await peopleOf(network, known, now);
    const from = [meeting, state, people, network.timeZone];
    const there = agendas.get(key);
    const isFresh =
      there && now.getTime() < there.until && from.every((one, at) => one === there.from[at]);
    if (isFresh) return there;
    const horizon = new Date(now.getTime() + agendaMs);
    const looks = looksOf(known, network.timeZone, people, deps.isHoliday, { now, horizon })
      // What began before the meeting was known was nobody's to remind of.
      .filter(({ occurrence }) => occurrence.start >= plannedAt({ known, ...rest }, occurrence.id))
      .filter(({ at }) => at <= horizon)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const agenda = { from, until: now.getTime() + renewMs, looks };
    agendas.set(key, agenda);
    return agenda;
  }

  /** Nobody is looked at for meetings that are far ahead. */
  async function peopleOf(network: Network, meeting: Meeting, now: Date) {
    const isForPeople = meeting.audience !== "channel" && meeting.status === "planned";
    if (!isForPeople || meeting.remind.length === 0) return noPeople;
    const near = farthestMs + Math.max(...meeting.remind) * minuteMs;
    const range = {
      // Also for those that began while no instance ran.
      from: new Date(now.getTime() - lookBackMs),
      before: new Date(now.getTime() + near),
    };
    const isNear = occurrencesOf(meeting, network.timeZone, range).length > 0;
    return isNear ? (await census.of(network)).classes : noPeople;
  }

  async function claimed(name: string, work: () => Promise<void>): Promise<void> {
    const claim = await claimFor(name);
    if (!claim) return;
    try {
      await work();
    } finally {
      await claim.release();
    }
  }

  /** Undefined if another instance has it. An instance that died holds nothing up for longer than a claim lasts. */
  async function claimFor(name: string) {
    const claim: Document = { id: "claim", type: "claim", v: 1 };
    const expiresAt = new Date(clock.now().getTime() + claimMs);
    const partition = `job:${deps.digest(name)}`;
    const taken = await documents.create("claims", partition, claim, { expiresAt });
    if (taken === "exists") return undefined;
    return {
      async release(): Promise<void> {
        await documents.delete("claims", partition, claim.id, taken.etag);
      },
    };
  }
}

const noPeople: readonly never[] = [];

const keyOf = ({ network, id }: Known): string => `${network.id}/${id}`;

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
