/** What is said about reminders; part of `Texts` (all-texts.ts). */
export type RemindersTexts = {
  readonly heading: string;
  readonly headingMoved: string;
  readonly headingCancelled: string;
  /** Over a reminder that only its coordinator sees. */
  readonly preview: string;
  readonly place: string;
  readonly agenda: string;
  /** The time again, in the reader's own zone. */
  readonly inYourZone: (when: string) => string;
  readonly question: string;
  readonly answers: Readonly<Record<Answer, string>>;
  readonly counts: Readonly<Record<Answer, (number: string) => string>>;
  readonly ownAnswer: Readonly<Record<Answer, string>>;
  readonly join: string;
  readonly later: string;
  readonly addToCalendar: string;
  /** On the card of a cancelled meeting: whoever had it in their calendar gets it out of there. */
  readonly updateCalendar: string;
  /** On a card in several languages, where each button says it in all of them. */
  readonly laterShort: string;
  readonly calendarShort: string;
  readonly cancelled: string;
  readonly moved: (earlier: string) => string;
  readonly restored: string;
  readonly updated: string;
  readonly summary: (what: string) => string;
  readonly summaryMoved: (what: string) => string;
  readonly summaryCancelled: (what: string) => string;
  /** Sentences to whoever pressed. */
  readonly remindsAt: (clock: string) => string;
  readonly tooSoon: string;
  readonly noChat: string;
  readonly isCancelled: string;
  readonly hasEnded: string;
  readonly gone: string;
  readonly membersOnly: string;
  /** What is known of a lead time, to a coordinator. */
  readonly ledger: Readonly<Record<"waiting" | "underWay" | "done" | "cancelled", string>>;
  /** Why somebody was not sent a reminder, to a coordinator. */
  readonly reasons: Readonly<Record<ReminderReason, string>>;
};

type Answer = "yes" | "maybe" | "no";

export type ReminderReason =
  | "own-lead-time"
  | "reminders-off"
  | "blocked"
  | "unreachable"
  | "coordinator"
  | "too-late"
  | "superseded"
  | "planned-later"
  | "paused"
  | "quiet-hours"
  | "moved"
  | "cancelled"
  | "updated"
  | "left"
  | "roster-unread"
  | "not-installed"
  | "gone"
  | "too-big"
  | "forbidden"
  | "invalid"
  | "throttled"
  | "unknown"
  | "other";
