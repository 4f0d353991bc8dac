/** What became of a meeting since people were last told of it. Pure. */
import { allOccurrences } from "../calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../meeting.ts";

export type Change =
  | { readonly kind: "moved"; readonly before: Occurrence; readonly after: Occurrence }
  | { readonly kind: "cancelled"; readonly before: Occurrence }
  /** New, or on again. */
  | { readonly kind: "added"; readonly after: Occurrence }
  /** Another title, place, link, agenda or length. */
  | { readonly kind: "updated"; readonly after: Occurrence }
  /** A new lead time lies in the past already, or there was none at all before. */
  | { readonly kind: "leads"; readonly after: Occurrence };

/** A meeting in its network's zone. */
export type Zoned = { readonly meeting: Meeting; readonly zone: string };

/** A series whose days were changed goes on about when it did before. */
const nearMs = 16 * 24 * 60 * 60_000;

const content = ["titleSv", "titleFi", "titleEn", "place", "joinUrl", "agenda", "minutes"] as const;
const calendar = [...content, "start", "repeat", "except", "moved", "status"] as const;
const all = [...calendar, "audience", "channel", "remind", "uid", "id", "network"] as const;

/** Changes of occurrences that have not ended. Undefined: there is no such meeting, or none any more. */
export function changesOf(
  before: Zoned | undefined,
  after: Zoned | undefined,
  now: Date,
): readonly Change[] {
  const old = takingPlace(before);
  const next = takingPlace(after);
  const isUpdated =
    before !== undefined && after !== undefined && differ(before.meeting, after.meeting, content);
  const isOnlyOnce = !before?.meeting.repeat && !after?.meeting.repeat;

  const newLeads = after && before ? leadsAdded(before.meeting, after.meeting) : [];
  // What was planned before the last lead time was removed has been stopped for good (stop-batches.ts).
  const isRemindedAgain = newLeads.length > 0 && before?.meeting.remind.length === 0;

  const changes: Change[] = [];
  const vanished: Occurrence[] = [];
  for (const one of old.values()) {
    const same = next.get(one.id);
    if (!same) {
      if (one.end > now) vanished.push(one);
    } else if (same.start.getTime() !== one.start.getTime()) {
      if (one.end > now || same.end > now)
        changes.push({ kind: "moved", before: one, after: same });
    } else if (isUpdated && (one.end > now || same.end > now)) {
      changes.push({ kind: "updated", after: same });
    } else if (same.start > now && (isRemindedAgain || arePast(newLeads, same, now))) {
      changes.push({ kind: "leads", after: same });
    }
  }
  const appeared = [...next.values()].filter(({ id, start }) => !old.has(id) && start > now);
  for (const one of vanished) {
    const place = nearest(one, appeared, isOnlyOnce ? Number.POSITIVE_INFINITY : nearMs);
    if (place === undefined) changes.push({ kind: "cancelled", before: one });
    else {
      changes.push({ kind: "moved", before: one, after: place });
      appeared.splice(appeared.indexOf(place), 1);
    }
  }
  return [...changes, ...appeared.map((one): Change => ({ kind: "added", after: one }))];
}

/** Whether nothing at all is different. Asked again and again of the same two, so worked out once. */
export function isSameMeeting(one: Meeting, other: Meeting): boolean {
  const known = compared.get(one);
  if (known?.other === other) return known.isSame;
  const isSame = !differ(one, other, all);
  compared.set(one, { other, isSame });
  return isSame;
}

const compared = new WeakMap<Meeting, { readonly other: Meeting; readonly isSame: boolean }>();

/** Whether a calendar would show it differently. */
export const isSameInCalendars = (one: Meeting, other: Meeting): boolean =>
  !differ(one, other, calendar);

export const hasSameLeads = (one: Meeting, other: Meeting): boolean =>
  !differ(one, other, ["remind"]);

/** Whether the moment of some of these lead times has gone by. */
export const arePast = (leads: readonly number[], { start }: Occurrence, now: Date): boolean =>
  leads.some((minutes) => start.getTime() - minutes * 60_000 < now.getTime());

const leadsAdded = (before: Meeting, after: Meeting): readonly number[] =>
  after.remind.filter((minutes) => !before.remind.includes(minutes));

function takingPlace(of: Zoned | undefined): ReadonlyMap<string, Occurrence> {
  if (!of || of.meeting.status === "cancelled") return new Map();
  return new Map(allOccurrences(of.meeting, of.zone).map((one) => [one.id, one]));
}

function nearest(
  to: Occurrence,
  among: readonly Occurrence[],
  within: number,
): Occurrence | undefined {
  const distance = (one: Occurrence) => Math.abs(one.start.getTime() - to.start.getTime());
  const [found] = among
    .filter((one) => distance(one) <= within)
    .sort((a, b) => distance(a) - distance(b));
  return found;
}

const differ = (one: Meeting, other: Meeting, fields: readonly (keyof Meeting)[]): boolean =>
  fields.some((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
