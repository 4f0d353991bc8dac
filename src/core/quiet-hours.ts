/** When somebody wants to be left alone: hours of the day and a pause, in the wall-clock time of their zone. */
import { dayAt } from "./dates.ts";
import type { QuietHours } from "./network-settings.ts";
import type { Preferences } from "./preferences.ts";
import { momentOf, wallClock } from "./wall-clock.ts";

/** From … to … (HH:MM), over midnight if need be; equal: never quiet. */
export type Rhythm = QuietHours & {
  /** IANA name. */
  readonly timeZone: string;
};

/** Whether a day (YYYY-MM-DD) is a public holiday. */
export type IsHoliday = (day: string) => boolean;

type Zoned = { readonly preferences: Preferences; readonly timeZone?: string | undefined };

/** By their own choice, else by their client's zone and the network's hours. */
export const rhythmOf = (
  member: Zoned,
  network: { readonly timeZone: string; readonly quietHours: QuietHours },
): Rhythm => ({
  timeZone: zoneOfMember(member, network.timeZone),
  from: member.preferences.quietFrom ?? network.quietHours.from,
  to: member.preferences.quietTo ?? network.quietHours.to,
});

export const zoneOfMember = ({ preferences, timeZone }: Zoned, networkZone: string): string =>
  [preferences.timeZone, timeZone].find(isZone) ?? networkZone;

/** The moment itself if it is neither quiet then nor a holiday, else the first after it of which that is so. */
export function afterQuietHours(
  moment: Date,
  rhythm: Rhythm,
  isHoliday: IsHoliday = () => false,
): Date {
  let at = moment;
  for (let jumps = 0; jumps < mostJumps; jumps++) {
    const { day, clock } = dayAndClock(at, rhythm);
    const isOff = isHoliday(day);
    if (!isOff && !isQuiet(clock, rhythm)) return at;
    const ends = isOff
      ? `${dayBeside(day, 1)}T00:00`
      : `${clock < rhythm.to ? day : dayBeside(day, 1)}T${rhythm.to}`;
    // Where the clock is put back the same time comes twice: always at least a minute on.
    const after = Math.floor(at.getTime() / minuteMs) * minuteMs + minuteMs;
    at = new Date(Math.max(momentOf(ends, rhythm.timeZone).getTime(), after));
  }
  return moment;
}

/** Until the end of the day that they named. */
export const isPausedAt = (
  { pausedUntil }: Pick<Preferences, "pausedUntil">,
  { timeZone }: Pick<Rhythm, "timeZone">,
  at: Date,
): boolean => pausedUntil !== undefined && dayAt(at, timeZone) <= pausedUntil;

const minuteMs = 60_000;
/** So many quiet hours and holidays in a row there never are. */
export const mostJumps = 200;

/** `clock`: HH:MM. */
export const isQuiet = (clock: string, { from, to }: QuietHours): boolean =>
  from <= to ? clock >= from && clock < to : clock >= from || clock < to;

export function dayAndClock(
  moment: Date,
  { timeZone }: Pick<Rhythm, "timeZone">,
): { readonly day: string; readonly clock: string } {
  const [day = "", clock = ""] = wallClock(moment, timeZone).split("T");
  return { day, clock };
}

/** So many days after a day (YYYY-MM-DD). */
export function dayBeside(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Clients tell all sorts of things. */
function isZone(name: string | undefined): name is string {
  if (name === undefined) return false;
  const known = zones.get(name);
  if (known !== undefined) return known;
  const isThere = /^[a-z][\w+/-]*$/iu.test(name) && canFormat(name);
  zones.set(name, isThere);
  return isThere;
}

function canFormat(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone });
    return true;
  } catch {
    return false;
  }
}

const zones = new Map<string, boolean>();
