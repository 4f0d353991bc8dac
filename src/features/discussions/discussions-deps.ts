import type { Audit } from "../../core/audit.ts";
import type { Draft } from "../../core/content.ts";
import type { Directory } from "../../core/directory.ts";
import type { Language } from "../../core/language.ts";
import type { Finding, Library } from "../../core/library.ts";
import type { Outbox } from "../../core/outbox/outbox.ts";
import type { Clock, Digest, Documents, Log, TermIndex } from "../../core/ports.ts";
import type { BatchIds } from "./batch-ids.ts";
import type { DiscussionStore } from "./discussion-store.ts";

/** A question as it is looked up. */
export type AskedText = {
  readonly text: string;
  readonly language: Language;
  readonly networks: readonly string[];
};

/** What the parts of this feature are made of. */
export type DiscussionsDeps = {
  /** For turns, which must end in time. */
  readonly documents: Documents;
  /** The same store for jobs, which can wait for it. */
  readonly jobDocuments: Documents;
  readonly library: Library;
  readonly directory: Directory;
  /** On the store for jobs: turns only write what has to be sent. */
  readonly jobOutbox: Outbox;
  /** On the store for turns. */
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  readonly digest: Digest;
  /** Entra object ids (roles.ts). */
  readonly admins: readonly string[];
  /** How practices and earlier discussions answer a question: the ask feature's. */
  readonly findAnswers: (question: AskedText) => {
    readonly results: readonly Finding[];
  };
  readonly terms: Pick<TermIndex, "inText">;
  /** Whether a message goes on with an earlier question ("more", "in Finnish?"): the ask feature's. */
  readonly isFollowUp: (text: string) => boolean;
  /** Puts a proposal on the coordinators' list, once. */
  readonly proposeDraft: (documents: Documents, draft: Draft) => Promise<unknown>;
  /** Whether a day (YYYY-MM-DD) is a public holiday; loaded when it is first needed. */
  readonly loadHolidays: () => Promise<(day: string) => boolean>;
  /** How many days a network keeps questions without an answer; without it two years. */
  readonly keptDays?: (network: string) => number;
};

/** What turns work with; the job has the same on the store for jobs. */
export type TurnDeps = DiscussionsDeps & {
  readonly store: DiscussionStore;
  readonly batchIds: BatchIds;
};
