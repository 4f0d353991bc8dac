import type { IsHoliday } from "../../../core/quiet-hours.ts";
import type { MeetingsDeps } from "../meetings-deps.ts";
import type { BatchIds } from "./batch-ids.ts";
import type { CensusTaker } from "./census.ts";
import type { Rsvps } from "./rsvp.ts";

/** What the jobs work with; the store is the one that jobs may wait for. */
export type RemindJobDeps = Pick<
  MeetingsDeps,
  "library" | "directory" | "outbox" | "clock" | "digest" | "newToken" | "calendarUrl"
> & {
  readonly documents: MeetingsDeps["jobDocuments"];
  readonly batchIds: BatchIds;
  readonly rsvps: Rsvps;
  readonly census: CensusTaker;
  readonly isHoliday: IsHoliday;
};
