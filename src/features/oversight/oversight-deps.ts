import type { Directory } from "../../core/directory.ts";
import type { Forgotten } from "../../core/forgotten.ts";
import type { Library } from "../../core/library.ts";
import type { Outbox } from "../../core/outbox/outbox.ts";
import type { Clock, Documents } from "../../core/ports.ts";

export type OversightDeps = {
  /** For turns, which must end in time. */
  readonly documents: Documents;
  /** The same store for jobs. */
  readonly jobDocuments: Documents;
  readonly library: Library;
  readonly directory: Pick<Directory, "teams" | "rosterOf">;
  readonly forgotten: Pick<Forgotten, "hashOf">;
  /** On the store for jobs: what it sent is counted beside turns. */
  readonly jobOutbox: Pick<Outbox, "heads">;
  readonly clock: Clock;
  /** Entra object ids. */
  readonly admins: readonly string[];
};
