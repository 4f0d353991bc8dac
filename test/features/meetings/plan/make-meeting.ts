import type { Meeting } from "../../../../src/features/meetings/meeting.ts";

/** Thursday 26 November 2026 at 13.00. */
export const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  id: "m-1",
  network: "alfa",
  titleSv: "Träff",
  start: "2026-11-26T13:00",
  minutes: 60,
  audience: "both",
  channel: "forum",
  except: [],
  moved: [],
  remind: [1_440, 15],
  status: "planned",
  ...more,
});
