/** A meeting as a calendar of its own (RFC 5545): what anyone subscribes to or adds. Nobody is named in it. */
import ICAL from "ical.js";
import { type Language, languages } from "../../../core/language.ts";
import { tidy } from "../../../core/rows.ts";
import { momentOf, wallClock } from "../../../core/wall-clock.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import { fold } from "./fold.ts";
import { allOccurrences, localStartOf, zoneOf } from "./occurrences.ts";
import { repeatForCalendar } from "./repeat.ts";
import { type JComponent, type JProperty, timeZoneRules } from "./time-zone-rules.ts";

export type CalendarOf = {
  readonly meeting: Meeting;
  readonly networkZone: string;
  /** SEQUENCE: grows with every change that people are told of. */
  readonly version: number;
  /** Of the title, if there is one in it. */
  readonly language: Language;
  readonly now: Date;
};

const minuteMs = 60_000;
/** How often a calendar that subscribes should look again. */
const refreshEvery = "PT1H";

export function writeCalendar(of: CalendarOf): string {
  const { meeting, networkZone } = of;
  const zone = zoneOf(meeting, networkZone);
  const all = allOccurrences(meeting, networkZone);
  const years = [localStartOf(meeting), ...all.map(({ localStart }) => localStart)].map((local) =>
    Number(local.slice(0, 4)),
  );
  const calendar: JComponent = [
    "vcalendar",
    [
      ["version", {}, "text", "2.0"],
      ["prodid", {}, "text", "-//Kollega//Kollega//EN"],
      ["calscale", {}, "text", "GREGORIAN"],
      ["method", {}, "text", "PUBLISH"],
      ["refresh-interval", {}, "duration", refreshEvery],
      ["x-published-ttl", {}, "unknown", refreshEvery],
    ],
    [
      ...(zone === "UTC" ? [] : [timeZoneRules(zone, Math.min(...years), Math.max(...years))]),
      ...eventsOf(of, zone, all),
    ],
  ];
  return fold(ICAL.stringify(calendar as unknown as object[]));
}

/** The series, then each occurrence that takes place at another time than the series gives it. */
function eventsOf(of: CalendarOf, zone: string, all: readonly Occurrence[]): readonly JComponent[] {
  const { meeting } = of;
  const local = localStartOf(meeting);
  const isOff = meeting.status === "cancelled" || all.length === 0;
  const common = textsOf(of, isOff);
  if (meeting.repeat === undefined) {
    const start = all[0]?.localStart ?? wallClock(momentOf(local, zone), zone);
    return [["vevent", [...common, ...timesOf(start, meeting.minutes, zone)], []]];
  }
  const { repeat, hasExtraStart } = repeatForCalendar(meeting.repeat, local, zone);
  const series: JProperty[] = [
    ...common,
    ...timesOf(local, meeting.minutes, zone),
    ["rrule", {}, "recur", ICAL.Recur.fromString(repeat).toJSON()],
    ...(hasExtraStart ? [time("rdate", local, zone)] : []),
    ...meeting.except.map((id) => time("exdate", id, zone)),
  ];
  const elsewhere = all
    .filter(({ id, localStart }) => id !== localStart)
    .map(({ id, localStart }): JComponent => {
      const times = timesOf(localStart, meeting.minutes, zone);
      return ["vevent", [...common, time("recurrence-id", id, zone), ...times], []];
    });
  return [["vevent", series, []], ...elsewhere];
}

function textsOf({ meeting, version, language, now }: CalendarOf, isOff: boolean): JProperty[] {
  const { place, agenda } = meeting;
  const title = titleOf(meeting, language);
  const link = linkOf(meeting);
  const description = [agenda, link].filter(Boolean).join("\n\n");
  return [
    ["uid", {}, "text", `${tidy(meeting.id)}@kollega`],
    ["dtstamp", {}, "date-time", `${now.toISOString().slice(0, 19)}Z`],
    ["sequence", {}, "integer", version],
    ["status", {}, "text", isOff ? "CANCELLED" : "CONFIRMED"],
    ["summary", { language: title.language }, "text", tidy(title.text)],
    ...(place ? [["location", {}, "text", tidy(place)] as const] : []),
    ...(description ? [["description", {}, "text", tidy(description)] as const] : []),
    ...(link ? [["url", {}, "uri", link] as const] : []),
  ];
}

/** An address is written unescaped: as a URL it has no line ends. */
const linkOf = ({ joinUrl }: Meeting): string | undefined =>
  joinUrl?.startsWith("https://") && URL.canParse(joinUrl) ? new URL(joinUrl).href : undefined;

function titleOf(
  { titleSv: sv, titleFi: fi, titleEn: en }: Meeting,
  wanted: Language,
): { readonly language: Language; readonly text: string } {
  const titles = { sv, fi, en };
  const language = [wanted, ...languages].find((one) => titles[one]) ?? wanted;
  return { language, text: titles[language] ?? "" };
}

/** Start and end. Where the clock is put back in between, only a duration says how long it really lasts. */
function timesOf(local: string, minutes: number, zone: string): readonly JProperty[] {
  const end = new Date(momentOf(local, zone).getTime() + minutes * minuteMs);
  const localEnd = wallClock(end, zone);
  const isPlain = momentOf(localEnd, zone).getTime() === end.getTime();
  return [
    time("dtstart", local, zone),
    isPlain ? time("dtend", localEnd, zone) : ["duration", {}, "duration", `PT${minutes}M`],
  ];
}

const time = (name: string, local: string, zone: string): JProperty =>
  zone === "UTC"
    ? [name, {}, "date-time", `${local}:00Z`]
    : [name, { tzid: zone }, "date-time", `${local}:00`];
