/** When it is time to look at a meeting; drawn up anew when something changed, and before it runs out. */
import type { Network } from "../../../core/content.ts";
import { occurrencesOf } from "../calendar/occurrences.ts";
import type { Meeting } from "../meeting.ts";
import { type Known, keyOf } from "./known-meetings.ts";
import { plannedAt, type Settled } from "./read-meeting.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import { type Look, lookBackMs, looksOf } from "./slots.ts";

/** An agenda reaches so far ahead, and is drawn up anew before that. */
const agendaMs = 2 * 60 * 60_000;
const renewMs = 60 * 60_000;
/** Nobody has a lead time of their own, quiet hours before it included, that is longer. */
const farthestMs = 21 * 24 * 60 * 60_000;
const minuteMs = 60_000;

type Agenda = {
  /** What it was drawn up from. */
  readonly from: readonly unknown[];
  readonly until: number;
  /** The soonest first. */
  readonly looks: readonly Look[];
};

export function createAgendas(deps: Pick<RemindJobDeps, "clock" | "census" | "isHoliday">) {
  const { clock, census } = deps;
  const agendas = new Map<string, Agenda>();

  return {
    of: agendaOf,
    /** The next is drawn up from nothing. */
    drop: (known: Known): void => void agendas.delete(keyOf(known)),
  };

  async function agendaOf(about: Known, { known, ...rest }: Settled): Promise<Agenda> {
    const { network, meeting, state } = about;
    const key = keyOf(about);
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
}

const noPeople: readonly never[] = [];
