/** What coordinators and admins did. Created once, never changed, gone after two years. */
import { partitionOf } from "./content.ts";
import type { Clock, Document, Documents } from "./ports.ts";
import type { JsonObject } from "./reply.ts";

export type Act = {
  /** The network it concerns; undefined: shared content. */
  readonly network?: string;
  /** A key into the member document, "command-line", or "kollega": the bot by itself. */
  readonly actor: string;
  /** What was done, such as "import". */
  readonly act: string;
  /** To what, and how it changed; ids and counts, no texts. */
  readonly details: JsonObject;
};

export type AuditEntry = Document & Act & { readonly type: "act"; readonly at: string };

/** Names an act, so that it is kept once however often it is recorded. */
export type ActName = { readonly at: Date; readonly id: string };

export type Audit = { record(act: Act, name?: ActName): Promise<void> };

const keptYears = 2;

export function createAudit(documents: Documents, clock: Clock, newId: () => string): Audit {
  return {
    async record(act, name) {
      const now = name?.at ?? clock.now();
      const expiresAt = new Date(now);
      expiresAt.setUTCFullYear(expiresAt.getUTCFullYear() + keptYears);
      const entry: AuditEntry = {
        ...act,
        id: `${now.toISOString()}-${name?.id ?? newId()}`,
        type: "act",
        v: 1,
        at: now.toISOString(),
      };
      await documents.create("audit", partitionOf(act.network), entry, { expiresAt });
    },
  };
}
