import type { IsHoliday } from "../../../core/quiet-hours.ts";

/** Loaded when it is first needed: it brings the holidays of the whole world. */
export async function loadFinnishHolidays(): Promise<IsHoliday> {
  const { default: Holidays } = await import("date-holidays");
  const calendar = new Holidays("FI", { types: ["public"] });
  const years = new Map<string, ReadonlySet<string>>();
  return (day) => {
    const year = day.slice(0, 4);
    let days = years.get(year);
    if (!days) {
      days = new Set(calendar.getHolidays(year).map(({ date }) => date.slice(0, 10)));
      years.set(year, days);
    }
    return days.has(day);
  };
}
