/** What is said while announcements are written, checked and found again. */
import type { Language } from "../../core/language.ts";

type Status =
  | "draft"
  | "awaiting-approval"
  | "scheduled"
  | "held"
  | "sending"
  | "sent"
  | "stopped"
  | "withdrawn"
  | "template";

type Field =
  | "network"
  | "titleSv"
  | "titleFi"
  | "titleEn"
  | "textSv"
  | "textFi"
  | "textEn"
  | "link1"
  | "link1Title"
  | "link2"
  | "link2Title"
  | "link3"
  | "link3Title"
  | "imageUrl"
  | "importance"
  | "confirm"
  | "audience"
  | "date"
  | "time";

export type WritingTexts = {
  readonly newHeading: string;
  readonly editHeading: string;
  readonly templateHeading: string;
  readonly correctHeading: string;
  readonly editorIntro: string;
  readonly templateIntro: string;
  readonly correctIntro: string;
  readonly labels: Readonly<Record<Field, string>>;
  /** Said under an input that was left empty. */
  readonly inputErrors: { readonly network: string; readonly audience: string };
  /** Beside the toggle. */
  readonly confirmTitle: string;
  readonly whenNote: string;
  readonly topicsNote: string;
  readonly importances: Readonly<Record<"normal" | "important" | "urgent", string>>;
  readonly yes: string;
  readonly no: string;

  /** Choices of the audience. */
  readonly membersOf: (network: string) => string;
  readonly readersOf: Readonly<Record<Language, string>>;
  readonly followersOf: (topic: string) => string;
  readonly forum: string;
  readonly announcementsChannel: string;
  readonly channelNamed: (name: string) => string;
  readonly otherChannel: string;
  /** Of an audience in words: the members among them who read these languages, or follow these topics. */
  readonly whoRead: (languages: string) => string;
  readonly whoFollow: (topics: string) => string;
  readonly languagesNamed: Readonly<Record<Language, string>>;
  readonly nobody: string;

  readonly save: string;
  readonly preview: string;
  readonly saveTemplate: string;
  readonly useTemplate: string;
  readonly editTemplate: string;
  readonly fromTemplate: string;
  readonly toList: string;
  readonly correctDo: string;
  readonly discard: string;
  readonly discardTemplate: string;
  readonly discardAsk: string;
  readonly discardTemplateAsk: string;
  readonly discardSure: string;
  readonly discardNot: string;
  readonly discarded: string;
  readonly templateDiscarded: string;
  readonly cannotDiscard: string;

  readonly faultsHeading: string;
  readonly faults: {
    readonly noTitle: string;
    readonly noTitleHere: string;
    readonly noUrl: string;
    readonly notHttps: string;
    readonly unknownChoice: string;
    readonly required: string;
    readonly inPast: string;
    readonly tooFar: string;
    readonly nobody: string;
    readonly notYours: string;
    readonly badDate: (value: string) => string;
    readonly badTime: (value: string) => string;
    readonly tooLong: (length: number, most: number) => string;
  };
  readonly noNetwork: string;
  readonly missingHeading: string;
  /** `languages`: "på finska och på engelska". */
  readonly missingTitles: (languages: string) => string;
  readonly missingTexts: (languages: string) => string;
  readonly changesHeading: string;
  readonly changesIntro: string;
  /** What somebody else saved meanwhile, in a field that the reader has changed too, or has not. */
  readonly changedBoth: (stored: string) => string;
  readonly changedThere: (stored: string) => string;
  readonly noValue: string;

  readonly saved: string;
  readonly changed: string;
  readonly savedBefore: string;
  readonly unchanged: string;
  readonly templateSaved: string;
  readonly copied: string;
  readonly begunFromTemplate: string;
  /** A change took it back from whoever waited for it. */
  readonly backToDraft: string;
  readonly hourSkipped: (time: string) => string;
  /** Of the message action "announce this": said over the editor, … */
  readonly fromMessage: string;
  readonly messageCut: (most: number) => string;
  /** … and where the action was chosen. */
  readonly keptFromMessage: string;
  readonly openedFromMessage: string;
  readonly nothingToAnnounce: string;
  readonly openedHeading: string;
  readonly opened: string;

  readonly previewHeading: string;
  readonly previewIntro: string;
  readonly facts: {
    readonly to: string;
    readonly when: string;
    readonly importance: string;
    readonly confirm: string;
    readonly reached: string;
    readonly channels: string;
    readonly approval: string;
  };
  readonly now: string;
  /** How the members of the audience would be reached; each number may be 0. */
  readonly coverage: (
    members: number,
    inChat: number,
    byMention: number,
    unreached: number,
    spared: number,
    /** False: there are others, who were not counted; nobody knows whether somebody is missed. */
    isAll: boolean,
  ) => string;
  /** Its members could not be counted. */
  readonly unreadTeam: (team: string) => string;
  /** There are more members than could be counted in time. */
  readonly notWhole: string;
  readonly channelPosts: (count: number) => string;
  readonly nobodyReached: string;
  readonly approvalUrgent: string;
  readonly approvalMany: (limit: number) => string;
  readonly approvalUncounted: string;
  readonly noApproval: string;
  readonly test: string;
  readonly send: string;
  readonly schedule: string;
  readonly askApproval: string;
  readonly edit: string;
  readonly tested: string;
  /** It is being sent, or was: it can no longer be edited. */
  readonly tooLate: string;

  readonly listHeading: string;
  readonly listIntro: string;
  readonly listEmpty: string;
  readonly nothingFound: (query: string) => string;
  readonly query: string;
  readonly queryPlaceholder: string;
  readonly status: string;
  readonly allStatuses: string;
  readonly search: string;
  readonly more: string;
  readonly write: string;
  readonly open: (title: string) => string;
  readonly copy: string;
  readonly copyOf: (title: string) => string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly changedAt: (when: string) => string;
  readonly sentAt: (when: string) => string;
  readonly sendsAt: (when: string) => string;
  readonly untitled: string;

  readonly gone: string;
  readonly onlyCoordinators: string;
  readonly onlyCoordinatorsNamed: (names: string) => string;
};
