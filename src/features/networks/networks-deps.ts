import type { Audit } from "../../core/audit.ts";
import type { Library } from "../../core/library.ts";
import type { Outbox } from "../../core/outbox/outbox.ts";
import type { Digest, Documents, Log } from "../../core/ports.ts";
import type { WorkingDirectory } from "./create-directory.ts";

/** What the feature needs to know and do within a turn. */
export type NetworksDeps = {
  readonly documents: Documents;
  /** The same store for jobs, which can wait for it. */
  readonly jobDocuments: Documents;
  readonly library: Library;
  readonly directory: WorkingDirectory;
  /** On the store for jobs. */
  readonly jobOutbox: Outbox;
  readonly digest: Digest;
  readonly audit: Audit;
  readonly log: Log;
  readonly mode: "local" | "teams";
  /** Whose teams may be linked; undefined: local mode, where there is no tenant to tell from another. */
  readonly allowedTenants?: readonly string[];
  /** Entra object ids. */
  readonly admins: readonly string[];
  /** Where neither network nor person names another. */
  readonly timeZone: string;
};
