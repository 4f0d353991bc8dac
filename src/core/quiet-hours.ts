/** When somebody wants to be left alone: hours of the day and a pause, in the wall-clock time of their zone. */
import { dayAt } from "./dates.ts";
import type { QuietHours } from "./network-settings.ts";
import type { Preferences } from "./preferences.ts";
import { wallClock } from "./wall-clock.ts";

/** From … to … (HH:MM), over midnight if need be; equal: never quiet. */
export type Rhythm = QuietHours & {
  /** IANA name. */
  readonly timeZone: string;
};

/** By their own choice, else by their client's zone and the network's hours. */
export function rhythmOf(
  member: { readonly preferences: Preferences; readonly timeZone?: string },
  network: { readonly timeZone: string; readonly quietHours: QuietHours },
): Rhythm {
  const { preferences } = member;
  const { quietHours } = network;
  return {
    timeZone: [preferences.timeZone, member.timeZone].find(isZone) ?? network.timeZone,
    from: preferences.quietFrom ?? quietHours.from,
    to: preferences.quietTo ?? quietHours.to,
  };
}

/** The moment itself if it is not quiet then, else the end of the quiet hours. */
export function afterQuietHours(moment: Date, rhythm: Rhythm): Date {
  const clock = wallClock(moment, rhythm.timeZone).slice(11);
  if (!isQuiet(clock, rhythm)) return moment;
  const minute = Math.floor(moment.getTime() / minuteMs) * minuteMs;
  const until = minute + forwards(clock, rhythm.to) * minuteMs;
  // Summer time may begin or end in the night.
  const reached = wallClock(new Date(until), rhythm.timeZone).slice(11);
  const late = forwards(rhythm.to, reached);
  const change = late > dayMinutes / 2 ? dayMinutes - late : -late;
  const changed = new Date(until + change * minuteMs);
  // Of a time that the clock skips there is nothing to go back to.
  const isEarly = isQuiet(wallClock(changed, rhythm.timeZone).slice(11), rhythm);
  return isEarly || changed < moment ? new Date(until) : changed;
}

/** Until the end of the day that they named. */
export const isPausedAt = (
  { pausedUntil }: Pick<Preferences, "pausedUntil">,
  { timeZone }: Pick<Rhythm, "timeZone">,
  at: Date,
): boolean => pausedUntil !== undefined && dayAt(at, timeZone) <= pausedUntil;

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

const isQuiet = (clock: string, { from, to }: QuietHours): boolean =>
  from <= to ? clock >= from && clock < to : clock >= from || clock < to;

/** Minutes from one time of day (HH:MM) on to another. */
const forwards = (from: string, to: string): number =>
  (minutesOf(to) - minutesOf(from) + dayMinutes) % dayMinutes;

const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

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
