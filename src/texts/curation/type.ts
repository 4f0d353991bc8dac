import type { Draft } from "../../core/content.ts";
import type { CurationDataTexts } from "./data-type.ts";
import type { OwnEntryTexts } from "./own-type.ts";

type ByKind<T> = Readonly<Record<Draft["kind"], T>>;
/** By import column. */
type Columns = Readonly<Record<string, string>>;

/** What is said about proposals, and about looking after what there is; part of `Texts` (all-texts.ts). Names may be "". */
export type CurationTexts = {
  readonly personalData: CurationDataTexts;
  readonly own: OwnEntryTexts;
  /** Said where a card was asked for that opens in the personal chat. */
  readonly openedHeading: string;
  readonly opened: string;
  /** The list. */
  readonly heading: string;
  readonly intro: (count: number) => string;
  readonly pageIntro: (from: number, to: number, all: number) => string;
  readonly nothingWaits: string;
  readonly ownHeading: string;
  readonly ownIntro: string;
  readonly ownEmpty: string;
  readonly sections: Readonly<
    Record<"draft" | "unpublished" | "review" | "consent" | "gap", string>
  >;
  /** One of them by itself. */
  readonly itemHeadings: Readonly<Record<"unpublished" | "review" | "consent", string>>;
  readonly more: (count: number) => string;
  readonly fromStart: string;
  readonly toList: string;
  readonly newPractice: string;
  readonly openQuestions: (count: number) => string;
  readonly kinds: ByKind<string>;
  readonly shared: string;
  readonly dueSince: (day: string) => string;
  readonly consentFrom: (day: string) => string;
  readonly timesAsked: (times: number) => string;
  readonly untitled: string;
  /** Buttons. */
  readonly approve: string;
  readonly edit: string;
  readonly reject: string;
  readonly rejectNow: string;
  readonly publish: string;
  readonly keepAsDraft: string;
  readonly propose: string;
  readonly save: string;
  readonly show: string;
  readonly stillHolds: string;
  readonly archive: string;
  readonly consentAgain: string;
  readonly remove: string;
  readonly removeTerm: string;
  readonly removeTermHeading: string;
  readonly removeTermHint: string;
  readonly describe: string;
  readonly dismiss: string;
  readonly editAgain: string;
  readonly openThread: string;
  readonly openSource: string;
  /** A proposal. */
  readonly draftHeadings: ByKind<string>;
  readonly draftIntro: string;
  readonly draftIntroCoordinator: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly network: string;
  readonly noConsent: string;
  readonly relatedHeading: string;
  readonly reason: string;
  readonly reasonIntro: string;
  readonly reasonMissing: string;
  readonly states: { readonly waiting: string };
  readonly approvedBy: (name: string) => string;
  readonly rejectedBy: (name: string, reason: string) => string;
  /** Why nobody needs to decide any more, by the reason that is stored. */
  readonly withdrawn: Columns;
  readonly decidedAlready: (state: string) => string;
  readonly approved: ByKind<(title: string) => string>;
  readonly rejected: (title: string) => string;
  readonly saved: string;
  readonly proposedAgain: string;
  /** To who proposed it. */
  readonly approvedHeading: string;
  readonly approvedText: (network: string) => string;
  readonly rejectedHeading: string;
  readonly rejectedText: (network: string) => string;
  /** The editor. */
  readonly newHeading: string;
  readonly newIntro: string;
  readonly newIntroCoordinator: string;
  readonly editHeadings: ByKind<string>;
  readonly labels: ByKind<Columns>;
  /** Where they are read, without how they are filled in. */
  readonly shortLabels: Readonly<Partial<ByKind<Columns>>>;
  readonly placeholders: Readonly<Partial<ByKind<Columns>>>;
  readonly faultsHeading: string;
  readonly changesHeading: string;
  readonly changesIntro: string;
  readonly changedThere: (value: string) => string;
  readonly changedBoth: (value: string) => string;
  readonly tooLongForChat: (columns: string) => string;
  readonly versionsHeading: string;
  readonly replaced: (day: string, by: string) => string;
  readonly byImport: string;
  readonly bringBack: (title: string) => string;
  readonly earlierShown: string;
  /** What became of it. */
  readonly keptHeading: string;
  readonly kept: string;
  readonly proposedHeading: string;
  readonly proposed: (network: string) => string;
  readonly publishedHeading: string;
  readonly published: (network: string) => string;
  readonly publishedAlready: string;
  readonly savedHeading: string;
  readonly entrySaved: string;
  readonly reviewed: (title: string) => string;
  readonly consented: (title: string) => string;
  readonly madePublic: (title: string) => string;
  readonly archived: (title: string) => string;
  readonly removed: (title: string) => string;
  readonly termRemoved: string;
  readonly bringTermBack: string;
  readonly termBroughtBack: string;
  readonly dismissed: string;
  readonly describing: (question: string) => string;
  readonly consentHint: string;
  /** From a message. */
  readonly nothingToSave: string;
  readonly messageCut: string;
  readonly askAuthor: string;
  /** Refusals. */
  readonly noNetwork: string;
  readonly notYourNetwork: string;
  readonly onlyCoordinators: (names: string) => string;
  readonly onlyAdmins: string;
  readonly gone: string;
  readonly seenToAlready: string;
  /** Over the text itself: what was to be approved is another one by now. */
  readonly changedSinceShown: string;
  readonly changedMeanwhile: string;
};
