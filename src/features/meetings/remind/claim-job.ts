/** Work that one instance at a time does. */
import type { Document } from "../../../core/ports.ts";
import type { RemindJobDeps } from "./remind-deps.ts";

const claimMs = 20_000;

/**
 * Undefined if another instance has it. One that died holds nothing up for longer than a claim lasts; should two do
 * the work all the same, the names of what they plan are the same.
 */
export async function claimJob(
  { documents, clock, digest }: Pick<RemindJobDeps, "documents" | "clock" | "digest">,
  name: string,
): Promise<{ readonly release: () => Promise<unknown> } | undefined> {
  const claim: Document = { id: "claim", type: "claim", v: 1 };
  const expiresAt = new Date(clock.now().getTime() + claimMs);
  const partition = `job:${digest(name)}`;
  const taken = await documents.create("claims", partition, claim, { expiresAt });
  if (taken === "exists") return undefined;
  return { release: () => documents.delete("claims", partition, claim.id, taken.etag) };
}
