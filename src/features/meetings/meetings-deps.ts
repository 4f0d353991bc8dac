import type { Audit } from "../../core/audit.ts";
import type { Directory } from "../../core/directory.ts";
import type { Library } from "../../core/library.ts";
import type { Outbox } from "../../core/outbox/outbox.ts";
import type { Clock, Digest, Documents, Log } from "../../core/ports.ts";

/** What the parts of this feature are made of. */
export type MeetingsDeps = {
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
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  readonly digest: Digest;
  /** A new unguessable name for a meeting's calendar. */
  readonly newToken: () => string;
  /** The public address of a meeting's calendar. */
  readonly calendarUrl: (token: string) => string;
  /** Entra object ids (roles.ts). */
  readonly admins: readonly string[];
};
