/** What a member's form says they want, or what is wrong with it. Pure. */
import { isLanguage, type Language } from "../../core/language.ts";
import type { Preferences } from "../../core/preferences.ts";
import { isDate, isNamedZone } from "../../core/rows.ts";
import { splitChoices, type Values } from "./form.ts";
import { isClockTime } from "./is-clock-time.ts";

/** Lead times a member may choose, in minutes. */
const leadTimes = [1_440, 60, 15] as const;
/** The choice that leaves it to the meeting. */
export const asMeeting = "meeting";

const longestPauseDays = 366;
export const mostTopics = 50;
/** As long as a tag. */
export const longestTopic = 100;

export type OwnFault =
  | {
      readonly field: string;
      readonly code: "badTime" | "badDay" | "badZone";
      readonly value: string;
    }
  | { readonly field: string; readonly code: "pastDay"; readonly day: string }
  | { readonly field: string; readonly code: "bothTimes" };

export type ReadOwn =
  | { readonly ok: true; readonly preferences: Preferences; readonly language?: Language }
  | { readonly ok: false; readonly faults: readonly OwnFault[] };

/**
 * A form that comes whole (with its lists of choices, which always have a value) says by an empty input that something
 * shall be empty, for clients leave those out; of one that does not, what is missing stays as it is. `today`:
 * YYYY-MM-DD where the member is.
 */
export function readOwnForm(before: Preferences, typed: Values, today: string): ReadOwn {
  const isWhole = typed["remind"] !== undefined || typed["language"] !== undefined;
  const value = (field: string, now: string | undefined): string | undefined =>
    (typed[field] ?? (isWhole ? "" : now)) || undefined;
  const faults: OwnFault[] = [];

  const quietFrom = value("quietFrom", before.quietFrom);
  const quietTo = value("quietTo", before.quietTo);
  for (const [field, time] of [["quietFrom", quietFrom] as const, ["quietTo", quietTo] as const]) {
    if (time !== undefined && !isClockTime(time))
      faults.push({ field, code: "badTime", value: time });
  }
  if ((quietFrom === undefined) !== (quietTo === undefined))
    faults.push({ field: quietFrom === undefined ? "quietFrom" : "quietTo", code: "bothTimes" });
  const timeZone = value("timeZone", before.timeZone);
  if (timeZone !== undefined && !isNamedZone(timeZone))
    faults.push({ field: "timeZone", code: "badZone", value: timeZone });
  const pausedUntil = value("pausedUntil", before.pausedUntil);
  const isLeft = pausedUntil === before.pausedUntil;
  if (pausedUntil !== undefined && !isLeft) {
    if (!isDate(pausedUntil))
      faults.push({ field: "pausedUntil", code: "badDay", value: pausedUntil });
    else if (!isWithinPause(pausedUntil, today))
      faults.push({ field: "pausedUntil", code: "pastDay", day: pausedUntil });
  }
  if (faults.length > 0) return { ok: false, faults };

  const muted = typed["mutedTopics"];
  const mutedTopics =
    muted === undefined && !isWhole ? before.mutedTopics : splitChoices(muted ?? "");
  const remindMinutes = readLeadTime(typed["remind"], before.remindMinutes);
  const language = typed["language"];
  return {
    ok: true,
    preferences: {
      topics: readTopics(before.topics, typed, isWhole),
      ...(mutedTopics &&
        mutedTopics.length > 0 && { mutedTopics: mutedTopics.slice(0, mostTopics) }),
      reminders: readToggle(typed["reminders"], before.reminders),
      ...(remindMinutes !== undefined && { remindMinutes }),
      ...(quietFrom !== undefined && quietTo !== undefined && { quietFrom, quietTo }),
      ...(timeZone !== undefined && { timeZone }),
      ...(pausedUntil !== undefined && pausedUntil >= today && { pausedUntil }),
    },
    ...(isLanguage(language) && { language }),
  };
}

/** From today to a year ahead; days as YYYY-MM-DD. */
export function isWithinPause(day: string, today: string): boolean {
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  return days >= 0 && days <= longestPauseDays;
}

const readToggle = (typed: string | undefined, now: boolean): boolean =>
  typed === undefined ? now : typed === "true";

function readLeadTime(typed: string | undefined, now: number | undefined): number | undefined {
  if (typed === undefined) return now;
  return leadTimes.find((minutes) => String(minutes) === typed);
}

function readTopics(
  now: readonly string[],
  { topics, topicsOther }: Values,
  isWhole: boolean,
): readonly string[] {
  if (topics === undefined && topicsOther === undefined && !isWhole) return now;
  return splitChoices(`${topics ?? ""},${topicsOther ?? ""}`)
    .map((topic) => topic.slice(0, longestTopic))
    .slice(0, mostTopics);
}
