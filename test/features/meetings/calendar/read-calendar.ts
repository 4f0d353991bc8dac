import ICAL from "ical.js";

/** When the events of a calendar take place, as a program reads it that knows of time zones only what the calendar says. */
export function startsIn(text: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
  }
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const [series, ...changed] = events;
  if (!series) return [];
  for (const one of changed) series.relateException(one);
  if (!series.isRecurring()) return [`${isoOf(series.startDate)}/${isoOf(series.endDate)}`];
  const all: string[] = [];
  const iterator = series.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { startDate, endDate } = series.getOccurrenceDetails(next);
    all.push(`${isoOf(startDate)}/${isoOf(endDate)}`);
  }
  return all.sort();
}

const isoOf = (time: ICAL.Time): string => time.toJSDate().toISOString();
