/** Every sentence Kollega says. One file per language implements it all, so that a missing text fails the type check. */
import type { ErrorCode } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import type { AnnouncementsTexts } from "./announcements/type.ts";
import type { MeetingsTexts } from "./meetings/type.ts";
import type { NetworksTexts } from "./networks/type.ts";
import type { OutboxTexts } from "./outbox/type.ts";
import type { RemindersTexts } from "./reminders/type.ts";

type Section = { readonly title: string; readonly lines: readonly string[] };

export type Texts = {
  /** What the languages are called: "svenska". */
  readonly languageName: Readonly<Record<Language, string>>;
  /** "på svenska" */
  readonly inLanguage: Readonly<Record<Language, string>>;
  readonly ask: {
    readonly helpful: string;
    readonly up: string;
    readonly down: string;
    readonly votedUp: string;
    readonly votedDown: string;
    readonly more: string;
    readonly noneOfThese: string;
    readonly whoToAsk: string;
    readonly readSource: string;
    readonly factOrganisation: string;
    readonly factDate: string;
    readonly factSource: string;
    /** The version shown is not in the asker's language. */
    readonly onlyIn: (language: Language) => string;
    readonly reviewDue: (date: string) => string;
    readonly contactsHeading: string;
    readonly relatedHeading: string;
    readonly open: (title: string) => string;
    readonly choose: (number: number) => string;
    readonly choicesHeading: string;
    readonly choicesIntro: string;
    readonly moreHeading: string;
    readonly moreIntro: (from: number, to: number, all: number) => string;
    readonly noMore: string;
    readonly nothingHeading: string;
    readonly nothingText: string;
    readonly nothingHints: readonly string[];
    readonly reportGap: string;
    readonly gapHeading: string;
    readonly gapText: string;
    readonly emptyHeading: string;
    readonly emptyText: string;
    /** A button of a card whose question is no longer remembered, or that carries something unknown. */
    readonly stale: string;
    readonly gone: string;
    readonly answerSummary: (title: string) => string;
    readonly choicesSummary: (titles: string) => string;
    readonly topicsHeading: string;
    readonly topicsIntro: (practices: number) => string;
    readonly topicsEmpty: string;
    readonly topicsLabel: string;
    readonly topicsPlaceholder: string;
    readonly topicsError: string;
    readonly topicsShow: string;
    readonly topicHeading: (topic: string) => string;
    readonly topicIntro: (shown: number, all: number) => string;
  };
  readonly contacts: {
    readonly heading: string;
    readonly intro: string;
    readonly about: (title: string) => string;
    readonly nobodyHeading: string;
    readonly nobodyText: string;
    readonly nobodyHints: readonly string[];
    readonly oneHeading: string;
    readonly email: string;
    readonly phone: string;
    readonly topics: string;
    readonly languages: string;
    readonly practices: string;
    readonly chat: string;
    readonly chatOpening: string;
    readonly summary: (names: string) => string;
  };
  readonly help: {
    readonly greeting: string;
    readonly heading: string;
    readonly intro: string;
    readonly sections: readonly Section[];
    readonly note: string;
    readonly welcomeHeading: string;
    readonly welcomeIntro: string;
    readonly welcomeTeamIntro: string;
    readonly thanksHeading: string;
    readonly thanksText: string;
    readonly languageSetHeading: string;
    readonly languageSet: string;
    readonly languageUnknownHeading: string;
    readonly languageUnknown: string;
    /** A command whose feature is still to come. */
    readonly notYetHeading: string;
    readonly notYetText: string;
    readonly refusedHeading: string;
    /** Somebody pressed a second time what counts once. */
    readonly alreadyDone: string;
    readonly unknownAction: string;
  };
  readonly errors: Readonly<Record<ErrorCode | "bug", string>> & { readonly heading: string };
  readonly imports: {
    readonly required: string;
    readonly unknownColumn: string;
    readonly unknownLanguage: (value: string) => string;
    readonly unknownNetwork: (value: string) => string;
    readonly badId: string;
    readonly badDate: (value: string) => string;
    readonly badUrl: (value: string) => string;
    readonly badStatus: (value: string) => string;
    readonly badZone: (value: string) => string;
    readonly badList: string;
    readonly badText: string;
    readonly badEmail: (value: string) => string;
    readonly badPhone: (value: string) => string;
    readonly badPerson: (value: string) => string;
    readonly badTeam: (value: string) => string;
    readonly cellError: (value: string) => string;
    readonly tooLong: (most: number) => string;
    readonly noConsent: string;
    readonly notARow: string;
    readonly twice: (row: number) => string;
    readonly columnCount: string;
    readonly notOneOf: (value: string, allowed: string) => string;
    readonly noTitle: string;
    readonly badStart: (value: string) => string;
    readonly badMinutes: (value: string) => string;
    readonly badRepeat: (value: string) => string;
    readonly badRemind: (value: string) => string;
    readonly badMove: (value: string) => string;
    readonly badChannel: (value: string) => string;
    readonly tooManyTimes: (most: number) => string;
    readonly endBeforeStart: string;
    /** The row is taken; what follows says what became of something in it. */
    readonly startInPast: (value: string) => string;
    readonly skippedHour: (value: string) => string;
    readonly doubledHour: (value: string) => string;
    readonly bounded: (value: string) => string;
    readonly notInSeries: (value: string) => string;
    readonly notHeld: (value: string) => string;
    readonly allDay: string;
    readonly noEnd: string;
  };
  readonly meetings: MeetingsTexts;
  readonly reminders: RemindersTexts;
  readonly networks: NetworksTexts;
  readonly announcements: AnnouncementsTexts;
  readonly outbox: OutboxTexts;
};
