/** Days on which people can be expected to answer. Pure. Days are YYYY-MM-DD. */
export type IsHoliday = (day: string) => boolean;

const dayMs = 86_400_000;

export const isWorkingDay = (day: string, isHoliday: IsHoliday): boolean =>
  !isWeekend(day) && !isHoliday(day) && !isEve(day);

/** Christmas Eve and Midsummer Eve are no public holidays by law, but nobody is at work. */
function isEve(day: string): boolean {
  const date = day.slice(5);
  const isMidsummer = date >= "06-19" && date <= "06-25" && weekdayOf(day) === friday;
  return date === "12-24" || isMidsummer;
}

const friday = 5;

export const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day));

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export const addDays = (day: string, days: number): string =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + days * dayMs).toISOString().slice(0, 10);

/** The day that is so many working days later; the day itself does not count. */
export function addWorkingDays(day: string, days: number, isHoliday: IsHoliday): string {
  let reached = day;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, isHoliday)) left -= 1;
  }
  return reached;
}

/** The day itself if people work then, else the next on which they do. */
export function orNextWorkingDay(day: string, isHoliday: IsHoliday): string {
  return isWorkingDay(day, isHoliday) ? day : addWorkingDays(day, 1, isHoliday);
}
