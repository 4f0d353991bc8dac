import type { Discussion } from "../../core/content.ts";
import type { DiscussionDataTexts } from "./data-type.ts";

/** What is said about questions in the forum; part of `Texts` (all-texts.ts). Names may be "": nobody knows them. */
export type DiscussionsTexts = {
  readonly personalData: DiscussionDataTexts;
  /** The button everywhere. */
  readonly askNetwork: string;
  /** On a choice in a channel. */
  readonly noneSoAsk: string;
  /** What something that was found is. */
  readonly kinds: Readonly<Record<"practice" | "term" | "discussion", string>>;
  /** Before the question is open. `network` is "" if it is still to be chosen. */
  readonly askHeading: string;
  readonly askIntro: (network: string) => string;
  readonly askIntroThread: (network: string) => string;
  readonly askLabel: string;
  readonly network: string;
  readonly chooseNetwork: string;
  readonly perhaps: string;
  readonly post: string;
  readonly openHere: string;
  /** Nobody asked Kollega. */
  readonly offerHeading: string;
  readonly offerIntro: (network: string) => string;
  readonly opened: string;
  readonly openAlready: string;
  readonly posted: (network: string) => string;
  readonly noForum: (network: string) => string;
  readonly noNetwork: string;
  readonly noQuestion: string;
  /** The card of a discussion. */
  readonly headings: Readonly<Record<Discussion["status"], string>>;
  readonly questionDeleted: string;
  readonly askedBy: string;
  readonly asked: string;
  readonly closedBecauseLabel: string;
  readonly closedBecause: Readonly<Record<NonNullable<Discussion["closedBecause"]>, string>>;
  readonly answerHeading: string;
  /** The words are not kept. */
  readonly answerInThread: string;
  readonly repliesHeading: string;
  readonly howToAnswer: string;
  readonly isAnswer: string;
  readonly isAnswerNumber: (number: number) => string;
  readonly isMine: string;
  readonly close: string;
  readonly reopen: string;
  readonly openThread: string;
  /** What became of a press or a word in the thread. */
  readonly marked: string;
  readonly markedAlready: string;
  readonly markedInstead: (by: string, earlier: string) => string;
  readonly proposed: (asker: string) => string;
  readonly closed: string;
  readonly reopened: string;
  readonly notOpen: string;
  readonly cannotReopen: string;
  readonly whoDecides: (asker: string, coordinators: string) => string;
  readonly gone: string;
  readonly replyGone: string;
  readonly whichAnswer: string;
  readonly notInForum: string;
  readonly notTakenUp: string;
  readonly isQuestion: string;
  readonly noWords: string;
  /** To the author of an answer. */
  readonly consentAsk: string;
  readonly consentYes: string;
  readonly consentNo: string;
  readonly consentGiven: string;
  readonly consentRefused: string;
  readonly notTheAnswer: string;
  readonly onlyAuthor: string;
  readonly textGone: string;
  readonly keptAlready: string;
  /** Told later. */
  readonly yoursAnswered: string;
  readonly answerDeleted: string;
  readonly notPosted: string;
  readonly approved: Readonly<Record<"terms" | "practices", string>>;
  readonly rejected: (reason: string) => string;
  readonly nudge: string;
  readonly nudgeMark: string;
  /** `open questions`. */
  readonly openHeading: string;
  readonly openIntro: (count: number) => string;
  readonly noneOpen: string;
  readonly openNote: string;
  readonly answeredHeading: string;
  readonly askedAge: (age: string) => string;
  readonly answeredAge: (age: string) => string;
  readonly replies: (count: number) => string;
  readonly more: string;
  /** The weekly digest. */
  readonly digestHeading: string;
  readonly digestOpen: (count: number) => string;
  readonly digestAnswered: (count: number) => string;
  readonly digestTerms: (count: number) => string;
  readonly digestNote: string;
};
