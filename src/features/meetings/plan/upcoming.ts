/** What takes place next, and what took place. Pure. */
import type { Network } from "../../../core/content.ts";
import { occurrencesOf } from "../calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../meeting.ts";

export type TakingPlace = {
  readonly meeting: Meeting;
  readonly network: Network;
  readonly occurrence: Occurrence;
};

const dayMs = 24 * 3_600_000;
/** As far as meetings can be planned and repeated, and more. */
const horizonMs = 11 * 366 * dayMs;

/** The occurrences of meetings that are not cancelled and have not ended, the soonest first. */
export function upcoming(
  meetings: readonly Meeting[],
  networks: readonly Network[],
  now: Date,
): readonly TakingPlace[] {
  const before = new Date(now.getTime() + horizonMs);
  return allBetween(meetings, networks, now, before)
    .filter(({ occurrence }) => occurrence.end > now)
    .sort(
      (a, b) =>
        a.occurrence.start.getTime() - b.occurrence.start.getTime() ||
        (a.meeting.id < b.meeting.id ? -1 : 1),
    );
}

const lookBackMs = 61 * dayMs;

/** Those of the last two months, the latest first. */
export const past = (
  meetings: readonly Meeting[],
  networks: readonly Network[],
  now: Date,
): readonly TakingPlace[] =>
  allBetween(meetings, networks, new Date(now.getTime() - lookBackMs), now)
    .filter(({ occurrence }) => occurrence.end <= now)
    .sort((a, b) => b.occurrence.start.getTime() - a.occurrence.start.getTime());

/** Of meetings that are not cancelled, those that begin in the time, or lie over its beginning. */
const allBetween = (
  meetings: readonly Meeting[],
  networks: readonly Network[],
  from: Date,
  before: Date,
): TakingPlace[] =>
  meetings
    .filter(({ status }) => status === "planned")
    .flatMap((meeting) => {
      const network = networks.find(({ id }) => id === meeting.network);
      if (!network) return [];
      const began = new Date(from.getTime() - meeting.minutes * 60_000);
      return occurrencesOf(meeting, network.timeZone, { from: began, before }).map(
        (occurrence) => ({ meeting, network, occurrence }),
      );
    });
