/** One row of an import of meetings (design.md 8) as the meeting it becomes. */
import type { ImportContext, ImportTarget, ParsedRow } from "../../../core/feature.ts";
import type { JsonObject } from "../../../core/reply.ts";
import {
  type ColumnFault,
  createRowReader,
  type Row,
  shorten,
  withoutGaps,
} from "../../../core/rows.ts";
import { type Meeting, meetingDocId } from "../meeting.ts";
import { notesOnTimes } from "./notes-on-times.ts";
import { readTimes } from "./read-times.ts";

const audiences = ["channel", "members", "both"] as const;
const statuses = ["planned", "cancelled"] as const;
/** Where a meeting is announced unless it says so. */
const usualChannel = "forum";
const usualRemind = [1440, 15];
/** In a table an empty cell means the usual, so no reminder at all has a word of its own. */
const noReminder = "none";
const longestMinutes = 10_080;
const longestLead = 40_320;

export const meetingImport: ImportTarget = {
  kind: "meetings",
  type: "meeting",
  columns: [
    "id",
    "network",
    "start",
    "minutes",
    "titleSv",
    "titleFi",
    "titleEn",
    "place",
    "joinUrl",
    "agenda",
    "audience",
    "channel",
    "repeat",
    "except",
    "moved",
    "remind",
    "status",
    "uid",
  ],
  lists: ["except", "moved", "remind"],
  parse: readMeetingRow,
  inTable: (value) =>
    Array.isArray(value["remind"]) && value["remind"].length === 0
      ? { ...value, remind: noReminder }
      : value,
};

/**
 * A meeting that is over is taken and said to be, so that what was exported can be imported again. A row without a
 * network belongs to the one there is, or to the one named on the command line.
 */
function readMeetingRow(row: Row, context: ImportContext): ParsedRow {
  const read = createRowReader({ ...row, remind: asTexts(row["remind"]) });
  const onlyNetwork = context.networks.length === 1 ? context.networks[0] : undefined;
  const network = read.network("network", context.networks, context.network) ?? onlyNetwork;
  const home = (network && context.networkNamed?.(network)?.timeZone) || context.timeZone;
  const titles = withoutGaps({
    titleSv: read.text("titleSv"),
    titleFi: read.text("titleFi"),
    titleEn: read.text("titleEn"),
  });
  const hasTitleFault = read.faults.some(({ column }) => column.startsWith("title"));
  if (Object.keys(titles).length === 0 && !hasTitleFault) read.fail("titleSv", { code: "noTitle" });
  const notes: ColumnFault[] = [];
  const meeting: Meeting = {
    id: read.required("id", read.id("id")),
    network: read.required("network", network),
    ...readTimes(read, home, (column, fault) => notes.push({ column, fault })),
    minutes: readMinutes(read),
    ...titles,
    ...withoutGaps({
      place: read.text("place"),
      joinUrl: read.httpsUrl("joinUrl"),
      agenda: read.longText("agenda"),
      uid: read.text("uid"),
    }),
    audience: oneOf(read, "audience", audiences) ?? "both",
    channel: read.checked("channel", isChannel, "badChannel") ?? usualChannel,
    remind: readRemind(read, row["remind"]),
    status: oneOf(read, "status", statuses) ?? "planned",
  };
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  return {
    ok: true,
    partition: meeting.network,
    doc: {
      id: meetingDocId(meeting.id),
      type: "meeting",
      v: 1,
      value: meeting as unknown as JsonObject,
    },
    notes: [...notes, ...notesOnTimes(meeting, home, context.now)],
  };
}

type RowReader = ReturnType<typeof createRowReader>;

function readMinutes(read: RowReader): number {
  const value = read.text("minutes");
  if (value === undefined) return read.required<number>("minutes", undefined);
  const minutes = wholeNumber(value, 1, longestMinutes);
  if (minutes === undefined) read.fail("minutes", { code: "badMinutes", value: shorten(value) });
  return minutes ?? 0;
}

/** Longest first, each once. */
function readRemind(read: RowReader, written: unknown): readonly number[] {
  const items = read.list("remind");
  if (items.length === 1 && items[0] === noReminder) return [];
  if (items.length === 0) return Array.isArray(written) && written.length === 0 ? [] : usualRemind;
  const leads = items.flatMap((item) => {
    const lead = wholeNumber(item, 0, longestLead);
    if (lead === undefined) read.fail("remind", { code: "badRemind", value: shorten(item) });
    return lead ?? [];
  });
  return [...new Set(leads)].sort((a, b) => b - a);
}

function oneOf<T extends string>(
  read: RowReader,
  column: string,
  allowed: readonly T[],
): T | undefined {
  const value = read.text(column);
  const found = allowed.find((one) => one === value);
  if (value !== undefined && found === undefined) {
    read.fail(column, { code: "notOneOf", value: shorten(value), allowed: allowed.join(", ") });
  }
  return found;
}

/** A channel's id (`19:…@thread.tacv2`) can be told from a misspelt word. */
const isChannel = (value: string): boolean =>
  value === "forum" || value === "announcements" || /^\S*:\S+$/u.test(value);

const wholeNumber = (text: string, least: number, most: number): number | undefined =>
  /^\d{1,9}$/u.test(text.trim()) && Number(text) >= least && Number(text) <= most
    ? Number(text)
    : undefined;

/** In jsonl lead times may well be numbers. */
const asTexts = (value: unknown): unknown =>
  typeof value === "number"
    ? String(value)
    : Array.isArray(value)
      ? value.map((item) => (typeof item === "number" ? String(item) : item))
      : value;
