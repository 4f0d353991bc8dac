import type { JsonObject } from "../../../core/reply.ts";

/** What a button of a meeting card carried, as far as it makes sense: anyone can send anything. */
export type MeetingPress = {
  readonly id?: string;
  readonly network?: string;
  /** An occurrence's id; its series, or the next one, without. */
  readonly occurrence?: string;
  readonly scope?: "one" | "all";
  /** What the editor was filled with (merge-edits.ts). */
  readonly marks?: string;
  /** When the occurrence was, as the form for moving it was shown (wall clock). */
  readonly was?: string;
  /** A lead time. */
  readonly minutes?: number;
  readonly value?: string;
  /** How many of the list were shown. */
  readonly after?: number;
};

export function readMeetingPress(data: JsonObject): MeetingPress {
  const { id, network, occurrence, scope, marks, was, lead, value, after } = data;
  return {
    ...(typeof id === "string" && id !== "" && { id }),
    ...(typeof network === "string" && network !== "" && { network }),
    ...(typeof occurrence === "string" && occurrence !== "" && { occurrence }),
    ...(typeof was === "string" && { was }),
    ...((scope === "one" || scope === "all") && { scope }),
    ...(typeof marks === "string" && { marks }),
    ...(typeof lead === "number" && Number.isSafeInteger(lead) && { minutes: lead }),
    ...(typeof value === "string" && { value }),
    ...(typeof after === "number" && Number.isSafeInteger(after) && after > 0 && { after }),
  };
}

/** What a button about a meeting carries. */
export const meetingData = (of: {
  readonly id: string;
  readonly network: string;
  readonly occurrence?: string;
}): JsonObject => ({
  kind: "meeting",
  id: of.id,
  network: of.network,
  ...(of.occurrence !== undefined && { occurrence: of.occurrence }),
});
