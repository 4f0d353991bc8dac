/** What is said about meetings; part of `Texts` (all-texts.ts). */
export type MeetingsTexts = {
  readonly listHeading: string;
  readonly listIntro: string;
  /** In one sentence: the first meeting with its time. */
  readonly listSummary: (first: string) => string;
  readonly emptyHeading: string;
  readonly emptyText: string;
  /** For whoever can do something about it. */
  readonly emptyPlan: string;
  readonly more: string;
  readonly past: string;
  readonly pastHeading: string;
  readonly pastIntro: string;
  readonly pastEmpty: string;
  readonly plan: string;
  readonly open: (title: string) => string;

  readonly when: string;
  readonly place: string;
  readonly network: string;
  readonly repeats: string;
  readonly answers: string;
  readonly agenda: string;
  readonly join: string;
  readonly addToCalendar: string;
  readonly isCancelled: string;
  readonly counts: (yes: number, maybe: number, no: number) => string;
  readonly ownAnswer: Readonly<Record<"yes" | "maybe" | "no", string>>;
  readonly reminders: string;
  /** When reminders go out, and to whom. */
  readonly remindersTo: (when: string, whom: string) => string;
  readonly noReminders: string;
  readonly ledgerHeading: string;
  readonly skipped: string;
  /** Nobody was sent it, and why. */
  readonly ledgerNone: (reasons: string) => string;
  /** There was nobody to send it to. */
  readonly ledgerNobody: string;
  readonly ledgerSent: (sent: number, all: number) => string;
  /** Why the rest were not sent it. */
  readonly ledgerOthers: (reasons: string) => string;
  /** Nobody could read who is in these teams, before the meeting began, or so far. */
  readonly ledgerUnread: (teams: string) => string;
  readonly ledgerUnreadYet: (teams: string) => string;

  readonly edit: string;
  readonly move: string;
  readonly cancel: string;
  readonly skip: string;
  readonly preview: string;
  readonly back: string;

  readonly newHeading: string;
  readonly editHeading: string;
  readonly editorIntro: string;
  readonly labels: {
    readonly titleSv: string;
    readonly titleFi: string;
    readonly titleEn: string;
    readonly date: string;
    readonly time: string;
    readonly minutes: string;
    readonly joinUrl: string;
    readonly place: string;
    readonly agenda: string;
    readonly audience: string;
    readonly repeat: string;
    readonly until: string;
    readonly remind: string;
    readonly network: string;
  };
  /** Said under an input that was left empty. */
  readonly inputErrors: {
    readonly date: string;
    readonly time: string;
    readonly minutes: string;
    readonly network: string;
  };
  readonly untilPlaceholder: string;
  readonly audiences: Readonly<Record<"channel" | "members" | "both", string>>;
  readonly repeatChoices: Readonly<
    Record<"none" | "weekly" | "biweekly" | "monthly-date" | "monthly-weekday" | "imported", string>
  >;
  readonly noReminderChoice: string;
  readonly save: string;
  readonly faultsHeading: string;
  readonly faults: {
    readonly required: string;
    readonly noTitle: string;
    readonly startInPast: string;
    readonly untilBeforeStart: string;
    readonly unknownChoice: string;
    readonly tooFar: string;
    readonly endBeforeStart: string;
    readonly notHttps: string;
    readonly badRemind: string;
    readonly badDate: (value: string) => string;
    readonly badTime: (value: string) => string;
    readonly tooLong: (most: number) => string;
    readonly badMinutes: (most: number) => string;
  };
  readonly changesHeading: string;
  readonly changesIntro: string;
  /** What somebody else saved meanwhile, in a field that the reader has changed too, or has not. */
  readonly changedBoth: (stored: string) => string;
  readonly changedThere: (stored: string) => string;
  readonly noValue: string;

  readonly planned: string;
  readonly saved: string;
  readonly savedBefore: string;
  readonly unchanged: string;
  readonly hourSkipped: (time: string) => string;
  readonly twoYears: (day: string) => string;
  /** `languages`: "på finska, på engelska". */
  readonly missingTitles: (languages: string) => string;

  readonly moveHeading: string;
  readonly moveNow: (when: string) => string;
  readonly scope: string;
  readonly scopeOne: (when: string) => string;
  readonly scopeAll: string;
  readonly moveDo: string;
  readonly moved: string;
  readonly movedAll: string;
  readonly movedMeanwhile: string;
  readonly sameTime: string;
  readonly tellsThose: string;

  readonly cancelHeading: string;
  readonly cancelOne: string;
  readonly cancelAll: string;
  readonly cancelDo: string;
  readonly keep: string;
  readonly cancelledOne: (when: string) => string;
  readonly cancelledAll: string;

  readonly skipHeading: string;
  readonly skipIntro: string;
  readonly skipNothing: string;
  readonly skipDo: (reminder: string) => string;
  readonly skipUndo: (reminder: string) => string;
  readonly willBeSent: string;
  readonly willBeSkipped: string;

  readonly previewed: string;
  readonly openedHeading: string;
  readonly opened: string;
  readonly gone: string;
  readonly goneOccurrence: string;
  readonly onlyCoordinators: string;
  readonly onlyCoordinatorsNamed: (names: string) => string;
  readonly noNetwork: string;

  /** How long before: "en dag före". */
  readonly leads: Readonly<
    Record<"weeks" | "days" | "hours" | "minutes", (count: number) => string>
  >;
  readonly atStart: string;
  readonly weekly: (weekday: string) => string;
  readonly biweekly: (weekday: string) => string;
  readonly monthlyDate: (day: number) => string;
  readonly monthlyLastDay: string;
  /** `week` 1–4, or -1 for the last. */
  readonly monthlyWeekday: (weekday: string, week: number) => string;
  readonly asImported: string;
  readonly repeatUntil: (repeat: string, day: string) => string;
};
