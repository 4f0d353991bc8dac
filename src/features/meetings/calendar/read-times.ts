import { type ColumnFault, type createRowReader, shorten } from "../../../core/rows.ts";
import { momentOf, wallClock } from "../../../core/wall-clock.ts";
import type { Meeting } from "../meeting.ts";
import { readRepeat } from "./read-repeat.ts";
import { readOccurrenceId, readTime, startIn } from "./read-start.ts";
import { boundedRepeat, mostOccurrences, wallClockStarts } from "./repeat.ts";
import { isSkipped } from "./wall-clock.ts";

type RowReader = ReturnType<typeof createRowReader>;
type Times = Pick<Meeting, "start" | "repeat" | "except" | "moved">;

/** What a row says of when its meeting takes place. `home` is the network's zone. */
export function readTimes(
  read: RowReader,
  home: string,
  note: (column: string, fault: ColumnFault["fault"]) => void,
): Times {
  const nothing: Times = { start: "", except: [], moved: [] };
  const text = read.text("start");
  const asked = readRule(read);
  if (text === undefined) return { ...nothing, start: read.required<string>("start", undefined) };
  const start = readTime(text, home);
  if (!start.ok) {
    read.fail("start", { code: start.why, value: shorten(text) });
    return nothing;
  }
  const { zone } = start;
  // A series counts from the time as it was written; only what falls into the skipped hour moves.
  const local = asked === undefined ? start.local : start.written;
  if (start.shift === "doubled") note("start", { code: "doubledHour", value: local });
  if (start.shift === "skipped" && asked === undefined) {
    note("start", { code: "skippedHour", value: start.written });
  }
  const bound = asked === undefined ? undefined : boundedRepeat(asked, local);
  if (bound?.wasBounded) {
    const until = /UNTIL=(\d{4})(\d{2})(\d{2})/u.exec(bound.repeat)?.slice(1).join("-") ?? "";
    note("repeat", { code: "bounded", value: until });
  }
  const starts = bound ? wallClockStarts(bound.repeat, local, zone) : [local];
  if (starts.length > mostOccurrences) {
    read.fail("repeat", { code: "tooManyTimes", most: mostOccurrences });
  }
  const except = readExcept(read, local, zone);
  const moved = readMoved(read, local, zone, note);
  const known = new Set(starts);
  const strays = [
    ...except.map((id) => ({ column: "except", id })),
    ...moved.map(([id]) => ({ column: "moved", id })),
  ];
  for (const { column, id } of strays) {
    if (!known.has(id)) note(column, { code: "notInSeries", value: id });
  }
  return {
    start: startIn(local, zone, home),
    ...(bound && { repeat: bound.repeat }),
    except,
    moved: moved.map((move) => move.join(">")),
  };
}

function readRule(read: RowReader): string | undefined {
  const text = read.text("repeat");
  if (text === undefined) return undefined;
  const repeat = readRepeat(text);
  if (repeat === undefined) read.fail("repeat", { code: "badRepeat", value: shorten(text) });
  return repeat;
}

function readExcept(read: RowReader, start: string, zone: string): readonly string[] {
  const ids = read.list("except").flatMap((text) => {
    const id = readOccurrenceId(text, start, zone);
    if (id === undefined) read.fail("except", { code: "badStart", value: shorten(text) });
    return id ?? [];
  });
  return [...new Set(ids)].sort();
}

function readMoved(
  read: RowReader,
  start: string,
  zone: string,
  note: (column: string, fault: ColumnFault["fault"]) => void,
): readonly (readonly [from: string, to: string])[] {
  const moves = new Map<string, string>();
  for (const text of read.list("moved")) {
    const [from = "", to = "", ...more] = text.split(">");
    const id = readOccurrenceId(from, start, zone);
    const time = readTime(to, zone);
    if (id === undefined || !time.ok || more.length > 0 || moves.has(id)) {
      read.fail("moved", { code: "badMove", value: shorten(text) });
      continue;
    }
    if (time.shift === "skipped") note("moved", { code: "skippedHour", value: time.written });
    if (time.shift === "doubled") note("moved", { code: "doubledHour", value: time.local });
    moves.set(id, wallClock(momentOf(time.local, time.zone), zone));
  }
  // To where it is already is no move, unless it keeps an hour that summer time skips.
  return [...moves].filter(([from, to]) => from !== to || isSkipped(from, zone)).sort();
}
