import type { Network } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import type { Person } from "../../../core/turn.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import type { MeetingState } from "../meeting-state.ts";
import type { MeetingStore } from "../meeting-store.ts";
import type { MeetingsDeps } from "../meetings-deps.ts";

/** What planning shows of the reminders (remind/). */
export type RemindersShown = {
  /** What people answered, and this person. */
  answers(
    of: { readonly network: string; readonly meeting: string; readonly occurrence: string },
    person: Pick<Person, "tenant" | "person">,
  ): Promise<Answers>;
  /** What became of each of an occurrence's reminders, a line for each. */
  ledger(
    of: {
      readonly meeting: Meeting;
      readonly network: Network;
      readonly state: Pick<MeetingState, "skipped">;
    },
    occurrence: Occurrence,
    language: Language,
  ): Promise<readonly string[]>;
  /** The card as it would be sent. */
  preview(
    of: { readonly meeting: Meeting; readonly network: Network; readonly state: MeetingState },
    occurrence: Occurrence,
    language: Language,
    now: Date,
  ): Card;
};

export type Answers = {
  readonly yes: number;
  readonly maybe: number;
  readonly no: number;
  readonly own?: "yes" | "maybe" | "no";
};

export type PlanDeps = Pick<
  MeetingsDeps,
  | "documents"
  | "library"
  | "directory"
  | "audit"
  | "log"
  | "digest"
  | "newToken"
  | "calendarUrl"
  | "admins"
> & { readonly store: MeetingStore; readonly reminders: RemindersShown };
