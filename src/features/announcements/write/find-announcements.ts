/** Which announcements a coordinator looks for. Pure. */
import type { Announcement } from "../announcement.ts";

export type ListStatus = Announcement["status"] | "template";

export const listStatuses: readonly ListStatus[] = [
  "draft",
  "awaiting-approval",
  "scheduled",
  "held",
  "sending",
  "sent",
  "stopped",
  "withdrawn",
  "template",
];

export const listStatusOf = ({ status, template }: Announcement): ListStatus =>
  template ? "template" : status;

/** Those with every word of the query somewhere in title or text, in any language; the latest first. */
export function findAnnouncements(
  all: readonly Announcement[],
  { query, status }: { readonly query: string; readonly status?: ListStatus | undefined },
): readonly Announcement[] {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  return all
    .filter((one) => status === undefined || listStatusOf(one) === status)
    .filter((one) => {
      const text = textOf(one);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => latest(b).localeCompare(latest(a)) || a.id.localeCompare(b.id));
}

export const latest = ({ changedAt, sentAt = "" }: Announcement): string =>
  sentAt > changedAt ? sentAt : changedAt;

const textOf = (one: Announcement): string =>
  folded(
    [one.titleSv, one.titleFi, one.titleEn, one.textSv, one.textFi, one.textEn]
      .filter(Boolean)
      .join("\n"),
  );

const folded = (text: string): string => text.toLocaleLowerCase("sv").normalize("NFC");
