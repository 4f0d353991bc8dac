/** What a meeting is. Its fields are the import columns (design.md 8); what else is known about it lies in its state. */
import type { ContentDocument } from "../../core/content.ts";

export type Meeting = {
  readonly id: string;
  readonly network: string;
  readonly titleSv?: string;
  readonly titleFi?: string;
  readonly titleEn?: string;
  /**
   * Wall-clock time, to the minute: `2026-11-26T13:00` in the network's zone, or with a zone of its own,
   * `2026-11-26T13:00[Europe/Stockholm]` (RFC 9557). The wall clock holds over changes of summer time. A start that came with an offset
   * or as UTC is written in the network's zone.
   */
  readonly start: string;
  /** How long it lasts. */
  readonly minutes: number;
  readonly place?: string;
  /** https only. */
  readonly joinUrl?: string;
  readonly agenda?: string;
  readonly audience: "channel" | "members" | "both";
  /** forum, announcements, or a channel's id. */
  readonly channel: string;
  /** RFC 5545 RRULE without its name: `FREQ=WEEKLY;UNTIL=…`. Bounded: what came without an end ends after two years. */
  readonly repeat?: string;
  /** Starts of the series that do not take place (`2026-12-24T13:00`, as `start`, without a zone). */
  readonly except: readonly string[];
  /** `<old start>><new start>`, both as in `except`: one occurrence takes place at another time. */
  readonly moved: readonly string[];
  /** Minutes before the start, longest first. */
  readonly remind: readonly number[];
  readonly status: "planned" | "cancelled";
  /** The UID of the calendar it was imported from. */
  readonly uid?: string;
};

export type MeetingDocument = ContentDocument<Meeting>;

/** One time that a meeting takes place. */
export type Occurrence = {
  /**
   * Its name for good, also when it is moved: the wall-clock start that the series gives it (`2026-11-26T13:00`,
   * without zone).
   */
  readonly id: string;
  readonly start: Date;
  readonly end: Date;
  /** The wall-clock start now, without zone. */
  readonly localStart: string;
  readonly isMoved: boolean;
};

/** Document ids in `content`, partition = network. */
export const meetingDocId = (id: string): string => `meeting:${id}`;
