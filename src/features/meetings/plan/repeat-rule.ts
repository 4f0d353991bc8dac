/** How often a meeting is held: the editor's five choices, and the recurrence rule (RFC 5545) each stands for. */

/** "imported": a rule from a file that is none of the others; it is kept as it is. */
export const repeatChoices = [
  "none",
  "weekly",
  "biweekly",
  "monthly-date",
  "monthly-weekday",
] as const;
export type RepeatChoice = (typeof repeatChoices)[number] | "imported";

const weekdayCodes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

/** The last weeks and days are counted from the end: not every month has a fifth Thursday, or a 31st. */
const daysInEveryMonth = 28;

/** The rule without its end. `day` (YYYY-MM-DD) is the first day it is held. */
export function ruleOf(choice: RepeatChoice, day: string): string | undefined {
  switch (choice) {
    case "weekly":
      return "FREQ=WEEKLY";
    case "biweekly":
      return "FREQ=WEEKLY;INTERVAL=2";
    case "monthly-date":
      return `FREQ=MONTHLY;${monthDays(dayOfMonth(day))}`;
    case "monthly-weekday":
      return `FREQ=MONTHLY;BYDAY=${weekOfMonth(day)}${weekdayCode(day)}`;
    default:
      return undefined;
  }
}

/** Which of the choices a stored rule is, as far as it is one of them for a meeting first held on `day`. */
export function choiceOf(rule: string | undefined, day: string): RepeatChoice {
  if (rule === undefined) return "none";
  const parts = partsOf(rule);
  const bare = [...parts]
    .filter(([name, value]) => !isWithoutMeaning(name, value, day, parts.get("FREQ")))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(";");
  const found = repeatChoices.find((choice) => {
    const own = ruleOf(choice, day);
    return own !== undefined && own.split(";").sort().join(";") === bare;
  });
  return found ?? "imported";
}

/** When a rule ends, as it stands in it: `20271126T215959Z`, `20271126T235959` or `20271126`. */
export const untilOf = (rule: string | undefined): string | undefined =>
  rule === undefined ? undefined : partsOf(rule).get("UNTIL");

/** The rule with another end. */
export const withUntil = (rule: string, until: string): string =>
  [...[...partsOf(rule)].filter(([name]) => name !== "UNTIL" && name !== "COUNT"), ["UNTIL", until]]
    .map(([name, value]) => `${name}=${value}`)
    .join(";");

/** 1–4, or -1 for the last. */
export function weekOfMonth(day: string): number {
  const week = Math.ceil(dayOfMonth(day) / 7);
  return week > 4 ? -1 : week;
}

export const dayOfMonth = (day: string): number => Number(day.slice(8, 10));

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const weekdayCode = (day: string) => weekdayCodes[weekdayOf(day)];

/** The 31st is the last day of a shorter month, which a plain BYMONTHDAY=31 would pass over. */
function monthDays(day: number): string {
  if (day <= daysInEveryMonth) return `BYMONTHDAY=${day}`;
  const days = Array.from({ length: day - daysInEveryMonth + 1 }, (_, at) => daysInEveryMonth + at);
  return `BYMONTHDAY=${days.join(",")};BYSETPOS=-1`;
}

const partsOf = (rule: string): ReadonlyMap<string, string> =>
  new Map(
    rule
      .toUpperCase()
      .split(";")
      .filter((part) => part !== "")
      .map((part) => {
        const [name = "", value = ""] = part.split("=", 2);
        return [name, value] as const;
      }),
  );

/** Parts that other calendars write although they say nothing new. */
function isWithoutMeaning(name: string, value: string, day: string, frequency?: string): boolean {
  if (name === "UNTIL" || name === "WKST") return true;
  if (name === "INTERVAL") return value === "1";
  return name === "BYDAY" && frequency === "WEEKLY" && value === weekdayCode(day);
}
