/**
 * What must become of every reminder, worked out again in another way: minute by minute, with the wall clock as Intl
 * tells it.
 */
import type { Meeting } from "../../../../../src/features/meetings/meeting.ts";
import { announcements, forum, helsinki, keyOf, type Member } from "./world.ts";

export type Foretold = {
  readonly meeting: string;
  readonly occurrence: string;
  readonly minutes: number;
  readonly recipient: string;
  readonly comes:
    | { readonly state: "delivered"; readonly at: number }
    | { readonly state: "skipped"; readonly reason: string }
    /** They block the bot at about that time: it may be refused. */
    | { readonly state: "blocked" };
};

const minuteMs = 60_000;
const holidays = new Set([
  "2027-03-26",
  "2027-03-28",
  "2027-03-29",
  "2027-05-01",
  "2027-11-06",
  "2027-12-06",
]);

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(moment: number, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  formats.set(timeZone, format);
  return format.format(moment).replace(" ", "T");
}

/** The first moment at which the clock shows it; if it never does, as if the clock had not been changed. */
export function momentOf(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const [first] = [3, 2, 1]
    .map((hours) => asUtc - hours * 3_600_000)
    .filter((moment) => wallClock(moment, timeZone) === local);
  const winter = timeZone === helsinki ? 2 : 1;
  return first ?? asUtc - winter * 3_600_000;
}

/** Starts of a meeting: daily, weekly, or once. */
function startsOf({ start, repeat }: Meeting): readonly { id: string; start: number }[] {
  const [local = "", zone = helsinki] = start.split(/[[\]]/u);
  const [, frequency = "", count = "1"] = /FREQ=(\w+);COUNT=(\d+)/u.exec(repeat ?? "") ?? [];
  const step = frequency === "WEEKLY" ? 7 : 1;
  return Array.from({ length: Number(count) }, (_, at) => {
    const day = new Date(Date.parse(`${local}Z`) + at * step * 86_400_000);
    const id = day.toISOString().slice(0, 16);
    return { id, start: momentOf(id, zone) };
  });
}

const zoneOf = ({ preferences, timeZone }: Member): string =>
  preferences.timeZone ?? timeZone ?? helsinki;

function isQuiet(moment: number, member: Member): boolean {
  const { quietFrom = "20:00", quietTo = "07:00" } = member.preferences;
  const [day = "", clock = ""] = wallClock(moment, zoneOf(member)).split("T");
  if (holidays.has(day)) return true;
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo
    ? clock >= quietFrom && clock < quietTo
    : clock >= quietFrom || clock < quietTo;
}

function leavesAt(start: number, minutes: number, member: Member): number {
  let at = start - minutes * minuteMs;
  if (minutes < 120) return at;
  while (isQuiet(at, member)) at -= minuteMs;
  return at;
}

export type Circumstances = {
  readonly members: readonly Member[];
  readonly outage: { readonly from: number; readonly to: number };
  /** `<meeting>/<occurrence>/<minutes>` that a coordinator skips. */
  readonly skipped: ReadonlySet<string>;
  readonly dayBegins: (day: number) => number;
};

export function foretell(meeting: Meeting, given: Circumstances): readonly Foretold[] {
  const channel = meeting.channel === "forum" ? forum : announcements;
  return startsOf(meeting).flatMap(({ id, start }) => {
    const slot = { meeting: meeting.id, occurrence: id };
    const posts =
      meeting.audience === "members"
        ? []
        : meeting.remind.map((minutes): Foretold => {
            const recipient = channel.conversationId;
            const moments = meeting.remind.map((lead) => [lead, start - lead * minuteMs] as const);
            const comes = outcome(slot, minutes, start, moments, given);
            return { ...slot, minutes, recipient, comes };
          });
    const people = meeting.audience === "channel" ? [] : given.members;
    return [
      ...posts,
      ...people.flatMap((member) => foretellOne(meeting, id, start, member, given)),
    ];
  });
}

function foretellOne(
  meeting: Meeting,
  occurrence: string,
  start: number,
  member: Member,
  given: Circumstances,
): readonly Foretold[] {
  const { remindMinutes: own, reminders, pausedUntil } = member.preferences;
  const leads = own === undefined ? meeting.remind : [own];
  const slot = { meeting: meeting.id, occurrence };
  const recipient = keyOf(member);
  const others = meeting.remind
    .filter((minutes) => !leads.includes(minutes))
    .map((minutes): Foretold => {
      const comes = { state: "skipped", reason: "own-lead-time" } as const;
      return { ...slot, minutes, recipient, comes };
    });
  const moments = leads.map((lead) => [lead, leavesAt(start, lead, member)] as const);
  const mine = leads.map((minutes): Foretold => {
    const foretold = outcome(slot, minutes, start, moments, given);
    const skip = (reason: string) => ({ state: "skipped", reason }) as const;
    const at = foretold.state === "delivered" ? foretold.at : 0;
    const day = wallClock(at, zoneOf(member)).slice(0, 10);
    const comes = !reminders
      ? skip("reminders-off")
      : member.blocks === "before"
        ? skip("blocked")
        : member.reached === "nowhere"
          ? skip("unreachable")
          : foretold.state === "delivered" && pausedUntil !== undefined && day <= pausedUntil
            ? skip("paused")
            : foretold.state === "delivered" &&
                typeof member.blocks === "number" &&
                at >= given.dayBegins(member.blocks)
              ? ({ state: "blocked" } as const)
              : foretold;
    return { ...slot, minutes, recipient, comes };
  });
  return [...others, ...mine];
}

function outcome(
  slot: { readonly meeting: string; readonly occurrence: string },
  minutes: number,
  start: number,
  moments: readonly (readonly [number, number])[],
  { outage, skipped }: Circumstances,
): Exclude<Foretold["comes"], { readonly state: "blocked" }> {
  const moment = moments.find(([lead]) => lead === minutes)?.[1] ?? start;
  const isOut = moment >= outage.from && moment < outage.to;
  const at = isOut ? outage.to : moment;
  if (skipped.has(`${slot.meeting}/${slot.occurrence}/${minutes}`))
    return { state: "skipped", reason: "coordinator" };
  if (isOut && at >= start) return { state: "skipped", reason: "too-late" };
  const isNextDue = moments.some(([lead, due]) => lead < minutes && due <= at);
  return isNextDue ? { state: "skipped", reason: "superseded" } : { state: "delivered", at };
}
