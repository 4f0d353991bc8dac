import type { ColumnFault } from "../../../core/rows.ts";
import type { Meeting } from "../meeting.ts";
import { allOccurrences, zoneOf } from "./occurrences.ts";
import { isSkipped } from "./wall-clock.ts";

/** What whoever imports a meeting should know of when it takes place. */
export function notesOnTimes(
  meeting: Meeting,
  networkZone: string,
  now: Date | undefined,
): readonly ColumnFault[] {
  const zone = zoneOf(meeting, networkZone);
  const all = allOccurrences(meeting, networkZone);
  const skipped = all.find(({ id, isMoved }) => !isMoved && isSkipped(id, zone));
  const last = all.at(-1);
  const isOver =
    now !== undefined && last !== undefined && last.end <= now && meeting.status === "planned";
  return [
    ...(skipped && meeting.repeat
      ? [{ column: "start", fault: { code: "skippedHour", value: skipped.id } } as const]
      : []),
    ...(isOver
      ? [{ column: "start", fault: { code: "startInPast", value: last.localStart } } as const]
      : []),
  ];
}
