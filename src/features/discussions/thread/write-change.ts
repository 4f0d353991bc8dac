/** Writes a change over what is stored, whoever wrote it meanwhile. */
import type { Discussion } from "../../../core/content.ts";
import type { DiscussionStore } from "../discussion-store.ts";

const writeTries = 5;

export type Written = { readonly before: Discussion; readonly after: Discussion };

/**
 * `change` is asked anew for each version that somebody else has written meanwhile; undefined: there is nothing to
 * change (any more), and nothing is written.
 */
export async function writeChange(
  store: DiscussionStore,
  { network, id }: Pick<Discussion, "network" | "id">,
  change: (discussion: Discussion) => Discussion | undefined,
): Promise<Written | undefined> {
  for (let tries = 0; tries < writeTries; tries++) {
    const stored = await store.find(network, id);
    if (!stored) return undefined;
    const before = stored.doc.value;
    const after = change(before);
    if (!after) return undefined;
    if ((await store.replace(after, stored.etag)) !== "stale") return { before, after };
  }
  throw new Error("A discussion is written by too many at once.");
}
