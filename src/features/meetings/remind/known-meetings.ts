/** Every meeting there is or was, as far as anything is known of it; from memory. */
import type { Network } from "../../../core/content.ts";
import type { Meeting } from "../meeting.ts";
import type { MeetingState } from "../meeting-state.ts";
import type { RemindJobDeps } from "./remind-deps.ts";

export type Known = {
  readonly network: Network;
  readonly id: string;
  readonly meeting: Meeting | undefined;
  readonly state: MeetingState | undefined;
};

export const keyOf = ({ network, id }: Known): string => `${network.id}/${id}`;

export function* knownMeetings({ library }: Pick<RemindJobDeps, "library">): Generator<Known> {
  const networks = new Map(library.networks().map((one) => [one.id, one]));
  const states = new Map(
    library
      .contentOf<MeetingState>("meeting-state")
      .map(({ value }) => [`${value.network}/${value.meeting}`, value]),
  );
  for (const { value: meeting } of library.contentOf<Meeting>("meeting")) {
    const network = networks.get(meeting.network);
    const key = `${meeting.network}/${meeting.id}`;
    if (network) yield { network, id: meeting.id, meeting, state: states.get(key) };
    states.delete(key);
  }
  // Meetings that were deleted.
  for (const state of states.values()) {
    const network = networks.get(state.network);
    if (network && state.known) yield { network, id: state.meeting, meeting: undefined, state };
  }
}
