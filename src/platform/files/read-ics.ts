/**
 * The events of an iCalendar file (RFC 5545) as rows of an import of meetings, numbered as the VEVENTs are. One series
 * with its changed occurrences is one row. Who is invited is not read.
 */
import { createHash } from "node:crypto";
import type ICAL from "ical.js";
import { dayAt } from "../../core/dates.ts";
import type { NumberedRow } from "../../core/import-content.ts";
import { type Language, languageOfLocale } from "../../core/language.ts";
import { type ColumnFault, shorten } from "../../core/rows.ts";
import { joinLinkOf } from "./ics/join-link.ts";
import {
  EventFault,
  type IcsEvent,
  type IcsTime,
  readEvent,
  textOf,
  timesOf,
} from "./ics/read-event.ts";
import { remindersOf } from "./ics/reminders.ts";
import { splitCalendar, unfold } from "./ics/split-calendar.ts";
import { createZoneFinder, type ZoneFinder } from "./ics/zone-of-tzid.ts";
import { textIn } from "./read-text.ts";

/** Of the network that the meetings are for. */
export type Home = {
  /** The language of titles that do not say theirs. */
  readonly language: Language;
  readonly timeZone: string;
};

type Numbered = { readonly row: number; readonly event: IcsEvent };
type Note = ColumnFault & { readonly row?: number };

/** Meetings published by Kollega carry their id (`<id>@kollega`). */
const ownUid = /^(.{1,100})@kollega$/u;
const assumedMinutes = 60;

/** Throws UnreadableFile for what is no whole calendar. */
export function rowsOfIcs(bytes: Buffer, home: Home): readonly NumberedRow[] {
  const calendar = splitCalendar(textIn(unfold(bytes)));
  const zoneOf = createZoneFinder(calendar.zones, home.timeZone);
  const rows: NumberedRow[] = [];
  const found: Numbered[] = [];
  calendar.events.forEach((lines, index) => {
    const row = index + 1;
    try {
      found.push({ row, event: readEvent(lines, zoneOf, home.timeZone) });
    } catch (error) {
      const fault: ColumnFault =
        error instanceof EventFault ? error.at : { column: "", fault: { code: "notARow" } };
      rows.push({ row, faults: [fault] });
    }
  });
  const series = found.filter(({ event }) => event.recurrence === undefined);
  const changes = Map.groupBy(
    found.filter(({ event }) => event.recurrence !== undefined),
    ({ event }) => event.uid,
  );
  const rowOf = (one: Numbered, changed: readonly Numbered[], id: string) => {
    try {
      rows.push(meetingRow(one, changed, { id, home, zoneOf, isCancelled: calendar.isCancelled }));
    } catch (error) {
      if (!(error instanceof EventFault)) throw error;
      rows.push({ row: one.row, faults: [error.at] });
    }
  };
  for (const one of series) {
    rowOf(one, changes.get(one.event.uid) ?? [], idOf(one.event));
    changes.delete(one.event.uid);
  }
  // Someone who is invited to one occurrence only has that without its series.
  for (const one of [...changes.values()].flat()) rowOf(one, [], idOf(one.event));
  return rows.sort((a, b) => a.row - b.row);
}

function meetingRow(
  { row, event }: Numbered,
  changed: readonly Numbered[],
  context: {
    readonly id: string;
    readonly home: Home;
    readonly zoneOf: ZoneFinder;
    readonly isCancelled: boolean;
  },
): NumberedRow {
  const { home, zoneOf } = context;
  const { component, start, uid, rules } = event;
  const notes: Note[] = [];
  const unheld = (column: string, value: string, of?: number) =>
    notes.push({ column, fault: { code: "notHeld", value }, ...(of !== undefined && { row: of }) });

  if (start.isDay) notes.push({ column: "start", fault: { code: "allDay" } });
  if (event.minutes === undefined) notes.push({ column: "minutes", fault: { code: "noEnd" } });
  for (const name of ["rdate", "exrule"]) {
    if (component.getFirstProperty(name)) unheld("repeat", name.toUpperCase());
  }
  for (const rule of rules.slice(1)) unheld("repeat", shorten(rule));

  const except = timesOf(component, "exdate", "except", zoneOf, home.timeZone).map(nameOf);
  const moved: string[] = [];
  for (const { row: of, event: other } of changed) {
    const { recurrence } = other;
    if (recurrence === undefined) continue;
    if (other.isCancelled) {
      except.push(nameOf(recurrence));
      continue;
    }
    if (recurrence.moment !== other.start.moment) {
      moved.push(`${nameOf(recurrence)}>${other.start.text}`);
    }
    for (const [column, value] of changesIn(event, other)) unheld(column, value, of);
  }
  const reminders = remindersOf(component);
  if (reminders.hasOther) unheld("remind", "VALARM");

  return {
    row,
    values: {
      id: context.id,
      start: startOf(event, home),
      minutes: event.minutes ?? assumedMinutes,
      ...titlesOf(component, home.language),
      place: textOf(component, "location"),
      agenda: textOf(component, "description"),
      joinUrl: joinLinkOf(component),
      repeat: rules[0],
      except,
      moved,
      ...(reminders.minutes.length > 0 && { remind: reminders.minutes }),
      status: event.isCancelled || context.isCancelled ? "cancelled" : "planned",
      ...(uid && !ownUid.test(uid) && { uid }),
    },
    notes,
  };
}

/** Of an occurrence: a day alone means the one that is on it. */
const nameOf = ({ text, isDay }: IcsTime): string => (isDay ? text.slice(0, 10) : text);

/**
 * A series in UTC goes on in the network's clock, unless that shows another day than its rule counts in.
 */
function startOf({ start, rules }: IcsEvent, home: Home): string {
  const { text, moment } = start;
  if (rules.length === 0 || moment === undefined || !text.endsWith("Z")) return text;
  const isSameDay = dayAt(new Date(moment), home.timeZone) === text.slice(0, 10);
  return isSameDay ? text : text.replace(/Z$/u, "[UTC]");
}

/** A title in each language that it is given in; one that does not say is in the network's. */
function titlesOf(component: ICAL.Component, usual: Language): Readonly<Record<string, string>> {
  const columns = { sv: "titleSv", fi: "titleFi", en: "titleEn" } as const;
  return Object.fromEntries(
    component.getAllProperties("summary").map((property) => {
      const tag = property.getFirstParameter("language");
      return [columns[languageOfLocale(tag) ?? usual], String(property.getFirstValue() ?? "")];
    }),
  );
}

/** What one occurrence has of its own, besides its time: only that is kept. */
function changesIn(series: IcsEvent, one: IcsEvent): readonly (readonly [string, string])[] {
  const texts = [
    ["titleSv", "summary"],
    ["place", "location"],
    ["agenda", "description"],
  ] as const;
  const changed = texts.flatMap(([column, name]) => {
    const text = textOf(one.component, name);
    return text === undefined || text === textOf(series.component, name)
      ? []
      : [[column, shorten(text)] as const];
  });
  return one.minutes === series.minutes
    ? changed
    : [...changed, ["minutes", String(one.minutes ?? assumedMinutes)] as const];
}

/** The same for the same UID, whenever it is imported; without one for the same time and title. */
function idOf({ uid, recurrence, start, component }: IcsEvent): string {
  const own = uid === undefined ? undefined : ownUid.exec(uid)?.[1];
  if (own !== undefined && recurrence === undefined) return own;
  const name = [uid ?? `${start.text} ${textOf(component, "summary")}`, recurrence?.text ?? ""]
    .filter(Boolean)
    .join(" ");
  if (/^[\w.@-]{1,64}$/u.test(name)) return name;
  return `ics-${createHash("sha256").update(name).digest("base64url").slice(0, 24)}`;
}
