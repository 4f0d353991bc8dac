/** Meetings as they lie in the store, and the few things asked of them. */
import type { Library } from "../../core/library.ts";
import type { Documents, Stored } from "../../core/ports.ts";
import { type Meeting, type MeetingDocument, meetingDocId } from "./meeting.ts";

export type MeetingStore = {
  /** From memory: of these networks, cancelled ones too. */
  list(networks: readonly string[]): readonly Meeting[];
  /** As it is in the store now. */
  find(network: string, id: string): Promise<Stored<MeetingDocument> | undefined>;
  /** "exists" if there is a meeting with its id. */
  create(meeting: Meeting): Promise<Stored<MeetingDocument> | "exists">;
  /** "stale" if it was changed since `etag` was read. */
  replace(meeting: Meeting, etag: string): Promise<Stored<MeetingDocument> | "stale">;
};

export function createMeetingStore(deps: {
  readonly documents: Documents;
  readonly library: Pick<Library, "contentOf" | "saw">;
}): MeetingStore {
  const { documents, library } = deps;

  async function find(network: string, id: string) {
    if (id.length > longestId) return undefined;
    const stored = await documents.read<MeetingDocument>("content", network, meetingDocId(id));
    return stored === undefined || stored.doc.deleted ? undefined : stored;
  }

  return {
    list: (networks) =>
      library
        .contentOf<Meeting>("meeting")
        .map(({ value }) => value)
        .filter(({ network }) => networks.includes(network)),
    find,
    async create(meeting) {
      const doc = documentOf(meeting);
      const created = await documents.create("content", meeting.network, doc);
      if (created !== "exists") return seen(created);
      const there = await documents.read<MeetingDocument>("content", meeting.network, doc.id);
      if (!there?.doc.deleted) return "exists";
      // A tombstone gives way.
      const replaced = await documents.replace("content", meeting.network, doc, there.etag);
      return replaced === "stale" ? "exists" : seen(replaced);
    },
    async replace(meeting, etag) {
      const doc = documentOf(meeting);
      const replaced = await documents.replace("content", meeting.network, doc, etag);
      return replaced === "stale" ? "stale" : seen(replaced);
    },
  };

  function seen(written: Stored<MeetingDocument>): Stored<MeetingDocument> {
    library.saw(written.doc.value.network, written);
    return written;
  }
}

/** Longer than any id there is (rows.ts); a card may carry anything. */
const longestId = 150;

const documentOf = (value: Meeting): MeetingDocument => ({
  id: meetingDocId(value.id),
  type: "meeting",
  v: 1,
  value,
});
