/** What is known of a meeting once a change of it was told; pure. */
import type { Network } from "../../../core/content.ts";
import type { Meeting } from "../meeting.ts";
import type { MeetingState } from "../meeting-state.ts";
import { hasSameLeads, isSameInCalendars } from "./changes.ts";
import type { MeetingNow, Settled } from "./read-meeting.ts";

/** As long as anything is known of what was sent about an occurrence. */
const movesKeptMs = 120 * 24 * 60 * 60_000;

export function stateAfter({ meeting, state }: MeetingNow, network: Network, now: Date): Settled {
  const before = state as MeetingState & { readonly known: Meeting };
  // One that was deleted is cancelled.
  const known: Meeting = meeting ?? { ...before.known, status: "cancelled" };
  const isSame =
    isSameInCalendars(before.known, known) &&
    hasSameLeads(before.known, known) &&
    before.zone === network.timeZone;
  return {
    ...before,
    known,
    zone: network.timeZone,
    since: before.since ?? now.toISOString(),
    version: before.version + (isSame ? 0 : 1),
    moves: (before.moves ?? []).filter(
      ({ to }) => Date.parse(`${to}Z`) > now.getTime() - movesKeptMs,
    ),
  };
}

export const whatIsKnown = ({
  known,
  zone,
  since,
  version,
  moves,
}: Settled): Partial<MeetingState> => ({
  known,
  since,
  version,
  ...(zone !== undefined && { zone }),
  ...(moves && { moves }),
});
