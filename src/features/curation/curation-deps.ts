import type { Audit } from "../../core/audit.ts";
import type { ContentDocument, Draft, Practice, Term } from "../../core/content.ts";
import type { Directory } from "../../core/directory.ts";
import type { ImportTarget } from "../../core/feature.ts";
import type { Language } from "../../core/language.ts";
import type { Library } from "../../core/library.ts";
import type { Outbox } from "../../core/outbox/outbox.ts";
import type { Clock, Digest, Documents, Log, Messenger, Stored } from "../../core/ports.ts";

/** What the parts of this feature are made of. */
export type CurationDeps = {
  /** For turns, which must end in time. */
  readonly documents: Documents;
  /** The same store for jobs, which can wait for it. */
  readonly jobDocuments: Documents;
  readonly library: Library;
  readonly directory: Directory;
  /** For turns. */
  readonly messenger: Pick<Messenger, "member">;
  /** On the store for jobs: turns only write what has to be sent. */
  readonly jobOutbox: Outbox;
  /** On the store for turns. */
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  readonly digest: Digest;
  /** Entra object ids (roles.ts). */
  readonly admins: readonly string[];
  /** Of content without a network. */
  readonly timeZone: string;
  /** How rows of a kind are checked: as an import checks them. */
  readonly targetOf: (kind: Draft["kind"]) => ImportTarget | undefined;
  readonly termBank: TermBank;
  /** Practices that answer a text already, best first; none if nothing comes near enough. */
  readonly practicesLike: (text: LikeText) => readonly Practice[];
  /** Terms of the networks that bear a name already. */
  readonly termsNamed: (name: string, networks: readonly string[]) => readonly Term[];
  /** Whoever asked in the forum, and the thread, are told what the coordinators decided: the discussions feature's. */
  readonly draftDecided: (draft: Draft) => Promise<void>;
  /** How many days a partition keeps questions without an answer; without it two years. */
  readonly keptDays?: (partition: string) => number;
};

export type LikeText = {
  readonly text: string;
  readonly language: Language;
  readonly networks: readonly string[];
};

type TermId = Pick<Term, "id" | "network">;
type StoredTerm = Stored<ContentDocument<Term>>;

/** The terms feature's store, with its history. */
export type TermBank = {
  readonly read: (documents: Documents, term: TermId) => Promise<StoredTerm | undefined>;
  /** `by` is `tenant:person`. "stale": somebody else was faster, or there is one with the id already. */
  readonly change: (
    documents: Documents,
    change: { readonly before?: StoredTerm; readonly after: Term; readonly by: string },
  ) => Promise<"saved" | "stale">;
  /** The history keeps it. */
  readonly remove: (
    documents: Documents,
    change: { readonly before: StoredTerm; readonly by: string },
  ) => Promise<"saved" | "stale">;
  /** As it was until it was removed. */
  readonly bringBack: (
    documents: Documents,
    term: TermId & { readonly by: string },
  ) => Promise<"saved" | "stale" | "none">;
  /** Newest first. */
  readonly history: (
    documents: Documents,
    term: TermId,
  ) => Promise<
    readonly {
      readonly value: Term;
      /** ISO. */
      readonly replacedAt?: string;
      readonly replacedBy: string;
    }[]
  >;
};
