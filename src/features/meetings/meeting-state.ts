/**
 * What is known of a meeting besides its own fields: the version people were last told of, the calendar's secret
 * address, reminders that a coordinator wants skipped. Apart from the meeting, so that an import of the same file
 * changes nothing, and every way to change a meeting (chat, file) is noticed in the same way.
 */
import type { ContentDocument } from "../../core/content.ts";
import type { Documents, Stored } from "../../core/ports.ts";
import type { Meeting } from "./meeting.ts";
import type { Move } from "./remind/moves.ts";

export type MeetingState = {
  readonly meeting: string;
  readonly network: string;
  /** Grows with every change that people are told of; the calendar's SEQUENCE. The first is 0. */
  readonly version: number;
  /** The meeting as of that version; undefined until the reminders have taken it in. */
  readonly known?: Meeting;
  /** The network's zone then: what its wall-clock times stood for. */
  readonly zone?: string;
  /** ISO: when the reminders took the meeting in for the first time. */
  readonly since?: string;
  /** What moved, or came up so late that some of its reminders could not be sent; the oldest first. */
  readonly moves?: readonly Move[];
  /** Names its calendar, `/calendar/<token>.ics`; unguessable. */
  readonly token: string;
  /** Reminders that are not sent: `<occurrence id>/<minutes>`. */
  readonly skipped: readonly string[];
};

export type MeetingStateDocument = ContentDocument<MeetingState>;

export const meetingStateId = (meeting: string): string => `meeting-state:${meeting}`;

const writeTries = 8;

/** See `changeStoredState`; the state as it then is. */
export async function changeMeetingState(
  ...call: Parameters<typeof changeStoredState>
): Promise<MeetingState> {
  return (await changeStoredState(...call)).doc.value;
}

/**
 * Changes the state, making it first if there is none; someone else's change in between is kept. `change` returns
 * undefined to leave it as it is. Returns it as it then is.
 */
export async function changeStoredState(
  deps: { readonly documents: Documents; readonly newToken: () => string },
  of: Pick<Meeting, "id" | "network">,
  change: (state: MeetingState) => MeetingState | undefined,
): Promise<Stored<MeetingStateDocument>> {
  const { documents } = deps;
  const id = meetingStateId(of.id);
  for (let tries = 0; tries < writeTries; tries++) {
    const stored: Stored<MeetingStateDocument> | undefined = await documents.read(
      "content",
      of.network,
      id,
    );
    const isThere = stored !== undefined && stored.doc.deleted !== true;
    const before = isThere ? stored.doc.value : firstState(of, deps.newToken());
    const after = change(before);
    if (after === undefined && isThere) return stored;
    const doc: MeetingStateDocument = { id, type: "meeting-state", v: 1, value: after ?? before };
    const written = stored
      ? await documents.replace("content", of.network, doc, stored.etag)
      : await documents.create("content", of.network, doc);
    if (written !== "stale" && written !== "exists") return written;
  }
  throw new Error(`The state of meeting ${of.id} is written by too many at once.`);
}

const firstState = (
  { id, network }: Pick<Meeting, "id" | "network">,
  token: string,
): MeetingState => ({
  meeting: id,
  network,
  version: 0,
  token,
  skipped: [],
});
