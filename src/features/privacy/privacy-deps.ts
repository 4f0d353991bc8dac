import type { Contact } from "../../core/content.ts";
import type { Directory } from "../../core/directory.ts";
import type { Forgotten } from "../../core/forgotten.ts";
import type { Library } from "../../core/library.ts";
import type { DataSubject, PersonalDataSource } from "../../core/personal-data.ts";
import type { Clock, Digest, Documents, Log } from "../../core/ports.ts";
import type { Turn } from "../../core/turn.ts";

/** What the parts of this feature are made of. */
export type PrivacyDeps = {
  /** For turns, which must end in time. */
  readonly documents: Documents;
  /** The same store for jobs, which can wait for it. */
  readonly jobDocuments: Documents;
  readonly library: Library;
  readonly directory: Pick<Directory, "teams" | "rosterOf" | "networksOfPerson">;
  readonly forgotten: Forgotten;
  readonly clock: Clock;
  readonly log: Log;
  readonly digest: Digest;
  /** A new unguessable name for a download. */
  readonly newToken: () => string;
  /** The public address of a download; empty: nobody told where the bot is. */
  readonly dataUrl: (token: string) => string;
  /** Entra object ids (roles.ts). */
  readonly admins: readonly string[];
  /** Of every feature, this one's own left out. */
  readonly otherSources: () => readonly PersonalDataSource[];
  /** Contact entries with one of these names. */
  readonly contactsNamed: (names: readonly string[]) => readonly Contact[];
  /** Those that carry the sign-in name of a turn's actor, whatever they are called; none if Teams does not say it. */
  readonly ownContacts: (turn: Turn) => Promise<readonly Contact[]>;
  readonly placeOfContact: (contact: Contact) => DataSubject["contacts"][number];
  /** Takes what was deleted out of the store's files, too; undefined: the store does so by itself. */
  readonly compact?: () => Promise<void>;
  /** When somebody last did something, ms since 1970: files are tidied up in a quiet moment. */
  readonly lastTurnAt: () => number;
};
