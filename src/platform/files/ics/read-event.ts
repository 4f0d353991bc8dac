/** One VEVENT in the words of the import columns; times as text, which the import itself checks. */
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import type { ColumnFault, RowFault } from "../../../core/rows.ts";
import type { ZoneFinder } from "./zone-of-tzid.ts";

export type IcsEvent = {
  readonly component: ICAL.Component;
  /** The text of its RRULEs, unread. */
  readonly rules: readonly string[];
  readonly uid?: string;
  readonly start: IcsTime;
  /** Undefined: it has no end. */
  readonly minutes?: number;
  /** Which occurrence of its series it stands for. */
  readonly recurrence?: IcsTime;
  readonly isCancelled: boolean;
};

/** A time as the import takes it (`2026-11-26T13:00:00[Europe/Oslo]`), and the moment, if there is such a time. */
export type IcsTime = { readonly text: string; readonly isDay: boolean; readonly moment?: number };

/** Something in an event that keeps it out. */
export class EventFault extends Error {
  readonly at: ColumnFault;
  constructor(column: string, fault: RowFault) {
    super(fault.code);
    this.at = { column, fault };
  }
}

/** Throws EventFault, or ical.js' errors for what is no VEVENT at all. */
export function readEvent(lines: readonly string[], zoneOf: ZoneFinder, home: string): IcsEvent {
  const isRule = (line: string) => /^RRULE[;:]/iu.test(line);
  const rest = lines.filter((line) => !isRule(line)).join("\r\n");
  const component = new ICAL.Component(ICAL.parse(rest));
  const [start] = timesOf(component, "dtstart", "start", zoneOf, home);
  if (start === undefined) throw new EventFault("start", { code: "required" });
  const [recurrence] = timesOf(component, "recurrence-id", "moved", zoneOf, home);
  const minutes = minutesOf(component, start, zoneOf, home);
  const uid = textOf(component, "uid");
  return {
    component,
    rules: lines.filter(isRule).map((line) => line.slice(line.indexOf(":") + 1)),
    ...(uid && { uid }),
    start,
    ...(minutes !== undefined && { minutes }),
    ...(recurrence && { recurrence }),
    isCancelled: textOf(component, "status")?.toUpperCase() === "CANCELLED",
  };
}

/** All values of a property that holds times. A day stands for its first moment. */
export function timesOf(
  component: ICAL.Component,
  name: string,
  column: string,
  zoneOf: ZoneFinder,
  home: string,
): readonly IcsTime[] {
  return component.getAllProperties(name).flatMap((property) => {
    const tzid = property.getFirstParameter("tzid");
    // What ical.js makes of an impossible date is another date: the text still says which it was.
    const values = (property.jCal as unknown as readonly unknown[]).slice(3).map(String);
    return values.map((value): IcsTime => {
      const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(value);
      const isUtc = value.endsWith("Z");
      const zone = isUtc ? "UTC" : tzid && !isDay ? zoneOf(tzid) : home;
      if (zone === undefined) throw new EventFault(column, { code: "badZone", value: tzid });
      const text = isDay ? `${value}T00:00` : value;
      const moment = momentOf(text.replace(/Z$/u, ""), zone);
      return {
        text: tzid && !isDay && !isUtc ? `${text}[${zone}]` : text,
        isDay,
        ...(moment !== undefined && { moment }),
      };
    });
  });
}

const minuteMs = 60_000;

/** Undefined if there is no end, or it ends the moment it starts. */
function minutesOf(
  component: ICAL.Component,
  start: IcsTime,
  zoneOf: ZoneFinder,
  home: string,
): number | undefined {
  const [end] = timesOf(component, "dtend", "minutes", zoneOf, home);
  const length = lengthMs(component, start, end, home);
  if (length === undefined) return undefined;
  if (length < 0) throw new EventFault("minutes", { code: "endBeforeStart" });
  return length === 0 ? undefined : Math.max(1, Math.round(length / minuteMs));
}

function lengthMs(
  component: ICAL.Component,
  start: IcsTime,
  end: IcsTime | undefined,
  home: string,
): number | undefined {
  // A time that does not exist is reported when the row is read.
  if (start.moment === undefined) return undefined;
  if (end !== undefined) {
    if (end.moment !== undefined) return end.moment - start.moment;
    throw new EventFault("minutes", { code: "badStart", value: end.text });
  }
  const duration = component.getFirstPropertyValue("duration");
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1_000;
  if (!start.isDay) return undefined;
  const midnight = Temporal.PlainDateTime.from(start.text).add({ days: 1 });
  return midnight.toZonedDateTime(home).epochMilliseconds - start.moment;
}

function momentOf(local: string, zone: string): number | undefined {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: "reject" }).toZonedDateTime(zone)
      .epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** The text of a property, if it is there and says something. */
export function textOf(component: ICAL.Component, name: string): string | undefined {
  const value = component.getFirstPropertyValue(name);
  const text = value === null ? "" : String(value).trim();
  return text === "" ? undefined : text;
}
