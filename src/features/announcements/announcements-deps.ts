import type { Audit } from "../../core/audit.ts";
import type { Network } from "../../core/content.ts";
import type { Directory } from "../../core/directory.ts";
import type { Job, Outcome } from "../../core/feature.ts";
import type { Language } from "../../core/language.ts";
import type { Library } from "../../core/library.ts";
import type { LastLook } from "../../core/outbox/delivery.ts";
import type { Outbox } from "../../core/outbox/outbox.ts";
import type { Clock, Digest, Documents, Log } from "../../core/ports.ts";
import type { Card } from "../../core/reply.ts";
import type { ActionTurn, Turn } from "../../core/turn.ts";
import type { Announcement } from "./announcement.ts";

/** What the parts of this feature are made of. */
export type AnnouncementsDeps = {
  /** For turns, which must end in time. */
  readonly documents: Documents;
  /** The same store for jobs, which can wait for it. */
  readonly jobDocuments: Documents;
  readonly library: Library;
  readonly directory: Directory;
  /** On the store for turns. */
  readonly outbox: Outbox;
  /** The same on the store for jobs. */
  readonly jobOutbox: Outbox;
  /** On the store for turns. */
  readonly audit: Audit;
  /** The same on the store for jobs. */
  readonly jobAudit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  readonly digest: Digest;
  readonly mode: "local" | "teams";
  /** Entra object ids (roles.ts). */
  readonly admins: readonly string[];
  /** Connector calls a second that the outbox makes at most. */
  readonly sendRate: number;
};

/** What writing shows and uses of the sending (send/). */
export type Sending = {
  /** Takes the verbs send, approve, stop, correct, withdraw, retry, report and read. */
  take(turn: ActionTurn): Promise<Outcome | undefined>;
  /** How the audience would be reached if it were sent now. Nothing is sent. */
  coverageOf(announcement: Announcement): Promise<Coverage>;
  /**
   * The card that is sent, marked as a preview and without its readers' buttons: for a language (a missing one falls
   * back visibly), or for channels with all.
   */
  card(announcement: Announcement, network: Network, language: Language | "all"): Card;
  /** What became of it, for its coordinator: for anything that is no longer a draft. The role has been checked. */
  showReport(turn: Turn, found: FoundAnnouncement): Promise<Outcome>;
  readonly jobs: readonly Job[];
  readonly lastLook: LastLook;
};

/** `members` is the sum of the next four. */
export type Coverage = {
  /** Members of the audience, each once. */
  readonly members: number;
  readonly inChat: number;
  /** Mentioned in their team's channel, since no chat reaches them. */
  readonly byMention: number;
  /** Nothing reaches them: they blocked Kollega, or have neither chat nor channel. */
  readonly unreached: number;
  readonly blocked: number;
  /** They do not want it now: paused, or other topics. */
  readonly spared: number;
  readonly paused: number;
  readonly topic: number;
  /** Of all members. */
  readonly byLanguage: Readonly<Record<Language, number>>;
  /** False: they are so many that not all could be counted in time, and there are more. */
  readonly isWhole: boolean;
  /** Names of teams whose members nobody could read just now: they belong to it, and are not counted. */
  readonly unreadTeams: readonly string[];
  /** Channels that get a post. */
  readonly channels: number;
};

/** An announcement looked up for whoever asked, who may act on it. */
export type FoundAnnouncement = {
  readonly announcement: Announcement;
  readonly etag: string;
  readonly network: Network;
};
