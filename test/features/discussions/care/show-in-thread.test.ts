import type { Discussion } from "../../../../src/core/content.ts";
import { createBatchIds } from "../../../../src/features/discussions/batch-ids.ts";
import type { JobDeps } from "../../../../src/features/discussions/care/job-deps.ts";
import { editPost } from "../../../../src/features/discussions/care/show-in-thread.ts";
import { discussion, network } from "../make-discussion.ts";

const batchIds = createBatchIds((text) => text);
const shown = { address: discussion.thread, activityId: "card" };
const changed: Discussion = { ...discussion, changedAt: "2026-03-02T10:00:00.000Z" };
const newest = batchIds.edit(changed, changed.changedAt);

describe("the edit of a thread's card", () => {
  let acts: string[];
  beforeEach(() => {
    acts = [];
  });

  /** Another instance has written `stored`, and planned the edits `planned`. */
  const depsWith = (stored: Discussion, planned: readonly string[]): JobDeps =>
    ({
      batchIds,
      store: { find: async () => ({ doc: { value: stored }, etag: "1" }) },
      jobOutbox: {
        head: async (id: string) => (planned.includes(id) ? { id, state: "open" } : undefined),
        skip: async (id: string) => acts.push(`skip ${id}`),
        plan: async ({ id }: { readonly id: string }) => acts.push(`plan ${id}`),
      },
    }) as unknown as JobDeps;

  it("when the stored discussion is newer than the one in memory, then nothing is planned or taken back", async () => {
    const deps = depsWith({ ...changed, changedAt: "2026-03-02T10:00:01.000Z" }, []);
    expect(await editPost(deps, { discussion: changed, network }, shown, "before")).toBe("again");
    expect(acts).toEqual([]);
  });

  it("when another instance has planned the newest edit, then this one's edit before it is taken back", async () => {
    const deps = depsWith(changed, [newest]);
    const edit = await editPost(deps, { discussion: changed, network }, shown, "before");
    expect(edit).toEqual({ id: newest });
    expect(acts).toEqual(["skip before"]);
  });
});
