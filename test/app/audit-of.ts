import type { AuditEntry } from "../../src/core/audit.ts";
import type { Document, Documents } from "../../src/core/ports.ts";
import { digest } from "../../src/platform/system/digest.ts";

/** The audit of a network, oldest first as it is stored, with these people (`tenant:person`) in place of their hashes. */
export async function auditOf(
  store: Documents,
  network: string,
  people: readonly string[],
): Promise<readonly AuditEntry[]> {
  const { items } = await store.query<AuditEntry>({ container: "audit", partition: network });
  const secret = await store.read<Document & { readonly value: string }>(
    "conversations",
    "_forgotten",
    "secret",
  );
  const names = new Map(
    people.map((key) => [digest(JSON.stringify([secret?.doc.value, key])), key]),
  );
  return items.map(({ doc }) => ({ ...doc, actor: names.get(doc.actor) ?? doc.actor }));
}
