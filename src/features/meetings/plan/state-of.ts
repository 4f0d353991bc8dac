import type { Stored } from "../../../core/ports.ts";
import type { Meeting } from "../meeting.ts";
import {
  changeMeetingState,
  type MeetingState,
  type MeetingStateDocument,
  meetingStateId,
} from "../meeting-state.ts";
import type { PlanDeps } from "./plan-deps.ts";

/** The meeting's state, made if there is none yet: from then on its calendar can be fetched. */
export async function stateOf(
  deps: Pick<PlanDeps, "documents" | "library" | "newToken">,
  meeting: Pick<Meeting, "id" | "network">,
): Promise<MeetingState> {
  const state = await changeMeetingState(deps, meeting, () => undefined);
  const id = meetingStateId(meeting.id);
  const isKnown = deps.library
    .contentOf<MeetingState>("meeting-state")
    .some(({ value }) => value.token === state.token);
  if (isKnown) return state;
  const stored: Stored<MeetingStateDocument> | undefined = await deps.documents.read(
    "content",
    meeting.network,
    id,
  );
  if (stored) deps.library.saw(meeting.network, stored);
  return state;
}
