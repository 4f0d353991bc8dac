/** Announcements as they lie in the store, and the few things asked of them. */
import type { Library } from "../../core/library.ts";
import type { Clock, Documents, Stored } from "../../core/ports.ts";
import { type Announcement, type AnnouncementDocument, announcementDocId } from "./announcement.ts";

export const announcementType = "announcement";

export type AnnouncementStore = {
  /** From memory: of these networks, in every status, templates too. */
  list(networks: readonly string[]): readonly Announcement[];
  /** As it is in the store now. */
  find(network: string, id: string): Promise<Stored<AnnouncementDocument> | undefined>;
  /** "exists" if there is an announcement with its id. */
  create(announcement: Announcement): Promise<Stored<AnnouncementDocument> | "exists">;
  /** "stale" if it was changed since `etag` was read. */
  replace(
    announcement: Announcement,
    etag: string,
  ): Promise<Stored<AnnouncementDocument> | "stale">;
  /** Leaves a tombstone. "stale" as in `replace`. */
  remove(announcement: Announcement, etag: string): Promise<"removed" | "stale">;
};

export function createAnnouncementStore(deps: {
  readonly documents: Documents;
  readonly library: Pick<Library, "contentOf" | "saw">;
  readonly clock: Clock;
}): AnnouncementStore {
  const { documents, library, clock } = deps;

  function seen(written: Stored<AnnouncementDocument>): Stored<AnnouncementDocument> {
    library.saw(written.doc.value.network, written);
    return written;
  }

  return {
    list: (networks) =>
      library
        .contentOf<Announcement>(announcementType)
        .map(({ value }) => value)
        .filter(({ network }) => networks.includes(network)),
    async find(network, id) {
      if (id.length > longestId) return undefined;
      const stored = await documents.read<AnnouncementDocument>(
        "content",
        network,
        announcementDocId(id),
      );
      return stored === undefined || stored.doc.deleted ? undefined : stored;
    },
    async create(announcement) {
      const { network } = announcement;
      const created = await documents.create("content", network, documentOf(announcement));
      return created === "exists" ? "exists" : seen(created);
    },
    async replace(announcement, etag) {
      const { network } = announcement;
      const doc = documentOf(announcement);
      const replaced = await documents.replace("content", network, doc, etag);
      return replaced === "stale" ? "stale" : seen(replaced);
    },
    async remove(announcement, etag) {
      const { network } = announcement;
      const doc = { ...documentOf(withoutWords(announcement)), deleted: true } as const;
      const expiresAt = new Date(clock.now().getTime() + tombstoneMs);
      const removed = await documents.replace("content", network, doc, etag, { expiresAt });
      if (removed === "stale") return "stale";
      seen(removed);
      return "removed";
    },
  };
}

/** So long others find out that it is gone. */
const tombstoneMs = 30 * 24 * 3_600_000;
/** Longer than any id there is; a card may carry anything. */
const longestId = 150;

/** What is deleted is deleted: of its tombstone nobody needs more than its id. */
function withoutWords(announcement: Announcement): Announcement {
  const { titleSv, titleFi, titleEn, textSv, textFi, textEn, imageUrl, ...rest } = announcement;
  return { ...rest, links: [] };
}

const documentOf = (value: Announcement): AnnouncementDocument => ({
  id: announcementDocId(value.id),
  type: announcementType,
  v: 1,
  value,
});
