/** What coordinators and admins did. Created once, never changed, gone after two years. */
import { partitionOf } from "./content.ts";
import type { Clock, Document, Documents } from "./ports.ts";
import type { JsonObject } from "./reply.ts";

export type Act = {
  /** The network it concerns; undefined: shared content. */
  readonly network?: string;
  /**
   * `tenant:person`, which is stored as a keyed hash; "command-line"; "kollega": the bot by itself; or `formerMember`.
   */
  readonly actor: string;
  /** What was done, such as "import". */
  readonly act: string;
  /**
   * To what, and how it changed; ids and counts, no texts. A contact entry's id, which often is a name, belongs under
   * `contact`: it is stored as a keyed hash (`contactKey`).
   */
  readonly details: JsonObject;
};

export type AuditEntry = Document & Act & { readonly type: "act"; readonly at: string };

/** Names an act, so that it is kept once however often it is recorded. */
export type ActName = { readonly at: Date; readonly id: string };

export type Audit = { record(act: Act, name?: ActName): Promise<void> };

/** What a contact entry is called, before it is hashed. */
export const contactKey = (network: string | undefined, id: string): string =>
  JSON.stringify(["contact", partitionOf(network), id]);

const keptYears = 2;

/**
 * `nameOf` gives people, and entries about them, a name that says nothing once they are forgotten (core/forgotten.ts):
 * entries are never changed, so nobody's id may stand in one.
 */
export function createAudit(
  documents: Documents,
  clock: Clock,
  newId: () => string,
  nameOf: (key: string) => Promise<string> = async (key) => key,
): Audit {
  return {
    async record(act, name) {
      const now = name?.at ?? clock.now();
      const expiresAt = new Date(now);
      expiresAt.setUTCFullYear(expiresAt.getUTCFullYear() + keptYears);
      const isPerson = act.actor.indexOf(":") > 0;
      const { contact } = act.details;
      const hashed =
        typeof contact === "string"
          ? { ...act.details, contact: await nameOf(contactKey(act.network, contact)) }
          : act.details;
      const entry: AuditEntry = {
        ...act,
        details: hashed,
        ...(isPerson && { actor: await nameOf(act.actor) }),
        id: `${now.toISOString()}-${name?.id ?? newId()}`,
        type: "act",
        v: 1,
        at: now.toISOString(),
      };
      await documents.create("audit", partitionOf(act.network), entry, { expiresAt });
    },
  };
}
