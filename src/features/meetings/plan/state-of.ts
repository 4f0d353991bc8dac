import type { Stored } from "../../../core/ports.ts";
import type { Meeting } from "../meeting.ts";
import {
  changeStoredState,
  type MeetingState,
  type MeetingStateDocument,
  meetingStateId,
} from "../meeting-state.ts";
import type { PlanDeps } from "./plan-deps.ts";

type StateDeps = Pick<PlanDeps, "documents" | "library" | "newToken">;

/** The meeting's state, made if there is none yet: from then on its calendar can be fetched. */
export async function stateOf(
  deps: StateDeps,
  meeting: Pick<Meeting, "id" | "network">,
): Promise<MeetingState> {
  const stored = await changeStoredState(deps, meeting, () => undefined);
  deps.library.saw(meeting.network, stored);
  return stored.doc.value;
}

/** The state of a meeting that may not be there; none is made. */
export async function stateIfAny(
  deps: StateDeps,
  network: string,
  meeting: string,
): Promise<MeetingState | undefined> {
  const id = meetingStateId(meeting);
  const stored: Stored<MeetingStateDocument> | undefined = await deps.documents.read(
    "content",
    network,
    id,
  );
  if (!stored || stored.doc.deleted) return undefined;
  deps.library.saw(network, stored);
  return stored.doc.value;
}
