/** Discussions as they lie in the store, and the few things asked of them. */
import type { ContentDocument, Discussion } from "../../core/content.ts";
import type { Library } from "../../core/library.ts";
import type { Documents, Stored } from "../../core/ports.ts";

export const discussionType = "discussion";

export type StoredDiscussion = Stored<ContentDocument<Discussion>>;

export type DiscussionStore = {
  /** From memory: of these networks, in every status. */
  list(networks: readonly string[]): readonly Discussion[];
  /** As it is in the store now. */
  find(network: string, id: string): Promise<StoredDiscussion | undefined>;
  /** "exists" if there is a discussion with its id. */
  create(discussion: Discussion): Promise<StoredDiscussion | "exists">;
  /** "stale" if it was changed since `etag` was read. */
  replace(discussion: Discussion, etag: string): Promise<StoredDiscussion | "stale">;
};

export function createDiscussionStore(deps: {
  readonly documents: Documents;
  readonly library: Pick<Library, "contentOf" | "saw">;
}): DiscussionStore {
  const { documents, library } = deps;

  function seen(written: StoredDiscussion): StoredDiscussion {
    library.saw(written.doc.value.network, written);
    return written;
  }

  return {
    list: (networks) =>
      library
        .contentOf<Discussion>(discussionType)
        .map(({ value }) => value)
        .filter(({ network }) => networks.includes(network)),
    async find(network, id) {
      if (id === "" || id.length > longestId) return undefined;
      const stored = await documents.read<ContentDocument<Discussion>>(
        "content",
        network,
        discussionDocId(id),
      );
      return stored === undefined || stored.doc.deleted ? undefined : stored;
    },
    async create(discussion) {
      const doc = documentOf(discussion);
      const created = await documents.create("content", discussion.network, doc);
      return created === "exists" ? "exists" : seen(created);
    },
    async replace(discussion, etag) {
      const doc = documentOf(discussion);
      const replaced = await documents.replace("content", discussion.network, doc, etag);
      return replaced === "stale" ? "stale" : seen(replaced);
    },
  };
}

/** Longer than any id there is; a card may carry anything. */
const longestId = 150;

const discussionDocId = (id: string): string => `discussion:${id}`;

const documentOf = (value: Discussion): ContentDocument<Discussion> => ({
  id: discussionDocId(value.id),
  type: discussionType,
  v: 1,
  value,
});
