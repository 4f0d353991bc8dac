/** Writes meetings as an import would. */
import { networksPartition } from "../../../../../src/core/content.ts";
import type { Documents } from "../../../../../src/core/ports.ts";
import {
  type Meeting,
  type MeetingDocument,
  meetingDocId,
} from "../../../../../src/features/meetings/meeting.ts";
import { changeMeetingState } from "../../../../../src/features/meetings/meeting-state.ts";
import { network } from "./world.ts";

export async function putNetwork(documents: Documents): Promise<void> {
  const doc = { id: `network:${network.id}`, type: "network", v: 1, value: network };
  await documents.create("content", networksPartition, doc);
}

export async function putMeeting(documents: Documents, value: Meeting): Promise<void> {
  const doc: MeetingDocument = { id: meetingDocId(value.id), type: "meeting", v: 1, value };
  const stored = await documents.read("content", network.id, doc.id);
  if (stored) await documents.replace("content", network.id, doc, stored.etag);
  else await documents.create("content", network.id, doc);
}

export async function removeMeeting(documents: Documents, value: Meeting): Promise<void> {
  const id = meetingDocId(value.id);
  const stored = await documents.read("content", network.id, id);
  if (!stored) throw new Error(`there is no meeting ${value.id}`);
  const tombstone: MeetingDocument = { id, type: "meeting", v: 1, value, deleted: true };
  await documents.replace("content", network.id, tombstone, stored.etag);
}

export async function skipReminder(
  documents: Documents,
  meeting: string,
  occurrence: string,
  minutes: number,
): Promise<void> {
  await changeMeetingState(
    { documents, newToken: () => `token-${meeting}` },
    { id: meeting, network: network.id },
    (state) => ({ ...state, skipped: [...state.skipped, `${occurrence}/${minutes}`] }),
  );
}
