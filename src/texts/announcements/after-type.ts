/** What is said once an announcement is on its way: on its card, to its coordinators, and in its report. */
export type AfterTexts = {
  /** Over the card, by importance. */
  readonly heading: Readonly<Record<"normal" | "important" | "urgent", string>>;
  /** Before the names of who sent it. */
  readonly sender: string;
  /** Over a card that is only looked at; and that the readers' buttons are not on it. */
  readonly preview: string;
  readonly previewButtons: string;
  readonly corrected: (at: string) => string;
  readonly withdrawn: string;
  readonly withdrawnText: string;
  /** Said in its own language: it does not exist in this one. */
  readonly notInThis: string;
  readonly imageAlt: (title: string) => string;
  readonly confirmAsk: string;
  readonly confirmNudge: string;
  readonly read: string;
  readonly confirmedAt: (at: string) => string;
  /** On a corrected card, to whoever confirmed it before: they need not do it again. */
  readonly confirmedBefore: string;
  readonly mute: (topics: string) => string;
  readonly summaryCorrected: (title: string) => string;
  readonly summaryWithdrawn: string;
  /** A moment: "kl. 14.05", or with its day. */
  readonly at: (clock: string) => string;
  readonly onDay: (day: string, clock: string) => string;
  /** To whoever pressed a button of the card. */
  readonly thanks: string;
  readonly onlyPreview: string;
  readonly noConfirmation: string;
  readonly cardGone: string;
  /** To the coordinator who acts. */
  readonly sendingNow: string;
  readonly scheduledFor: (at: string) => string;
  readonly awaiting: (names: string) => string;
  readonly awaitingSomebody: string;
  readonly alreadySent: string;
  readonly cannotSend: string;
  readonly changedMeanwhile: string;
  readonly nobody: string;
  readonly nobodyToApprove: string;
  readonly notYourNetwork: string;
  readonly ownApproval: string;
  readonly nothingToApprove: string;
  readonly approvedNow: string;
  readonly takenOver: string;
  readonly stoppedNow: string;
  /** Of what was being sent once more. */
  readonly stoppedAgain: string;
  readonly cannotStop: string;
  readonly cannotCorrect: string;
  /** Its messages were sent so long ago that nobody knows any more where they are. */
  readonly tooOld: string;
  readonly correctedNow: string;
  /** A correction that another coordinator must approve first. */
  readonly correctionAwaiting: (names: string) => string;
  readonly correctionAwaitingSomebody: string;
  readonly correctionPending: string;
  readonly correctionDropped: string;
  readonly nobodyToApproveCorrection: string;
  readonly approveCorrectionHeading: string;
  readonly approveCorrectionAsk: (author: string) => string;
  readonly approveCorrection: string;
  readonly dropCorrection: string;
  readonly withdrawAsk: string;
  readonly withdrawnNow: string;
  readonly cannotWithdraw: string;
  readonly retriedNow: string;
  readonly nothingToRetry: string;
  readonly retryUnderWay: string;
  readonly nudgedNow: string;
  readonly nudgedBefore: string;
  readonly nobodyToNudge: string;
  /** Buttons. */
  readonly approve: string;
  readonly takeOver: string;
  readonly stop: string;
  readonly edit: string;
  readonly correct: string;
  readonly withdraw: string;
  readonly withdrawSure: string;
  readonly withdrawNot: string;
  /** `teams`: whose members could not be read, and are tried again, too. Either number may be 0. */
  readonly retryRefused: (count: number, teams: number) => string;
  readonly retryUnknown: (count: number) => string;
  readonly nudge: string;
  readonly more: string;
  readonly report: string;
  readonly refresh: string;
  /** Notices to other coordinators. */
  readonly approveHeading: string;
  readonly approveAsk: (author: string) => string;
  readonly approveUrgent: string;
  readonly approveMany: (limit: number) => string;
  /** Its members could not all be counted. */
  readonly approveUncounted: (limit: number) => string;
  readonly approveTime: (at: string) => string;
  readonly approveNow: string;
  readonly heldHeading: string;
  readonly heldText: (author: string) => string;
  /** The report. */
  readonly reportHeading: string;
  readonly status: Readonly<
    Record<
      | "draft"
      | "awaiting-approval"
      | "scheduled"
      | "held"
      | "sending"
      | "sent"
      | "stopped"
      | "withdrawn",
      string
    >
  >;
  readonly labels: Readonly<
    Record<
      | "status"
      | "author"
      | "approvedBy"
      | "planned"
      | "sentAt"
      | "correctedAt"
      | "withdrawnAt"
      | "intended"
      | "delivered"
      | "waiting"
      | "sending"
      | "refused"
      | "skipped"
      | "unknown"
      | "duplicates"
      | "end"
      | "confirmed",
      string
    >
  >;
  readonly beingPlanned: string;
  readonly waitsForQuiet: (count: number, until: string) => string;
  readonly waitsForTeams: (count: number) => string;
  readonly waitsForTurn: (count: number) => string;
  readonly confirmed: (confirmed: number, told: number) => string;
  readonly nudgedAt: (at: string) => string;
  readonly editing: (done: number, all: number) => string;
  readonly deleting: (done: number, all: number) => string;
  readonly notEdited: (count: number) => string;
  readonly notDeleted: (count: number) => string;
  /** Of what may have arrived twice, only one message is known and was changed. */
  readonly secondCopy: string;
  readonly reasonsHeading: string;
  readonly reasons: Readonly<Record<SendReason, string>>;
  readonly failuresHeading: (from: number, to: number, all: number) => string;
  readonly unconfirmedHeading: (all: number) => string;
  readonly andOthers: (count: number) => string;
  readonly channel: string;
  readonly fileHint: (id: string) => string;
};

export type SendReason =
  | "blocked"
  | "unreachable"
  | "paused"
  | "topic"
  | "left"
  | "roster-unread"
  | "stopped"
  | "withdrawn"
  | "corrected"
  | "not-installed"
  | "gone"
  | "too-big"
  | "forbidden"
  | "invalid"
  | "throttled"
  | "unknown"
  | "confirmed"
  | "other";
