import type { Meeting } from "../../../../src/features/meetings/meeting.ts";

/** A meeting with nothing remarkable, and what a test makes of it. */
export const aMeeting = (changes: Partial<Meeting> = {}): Meeting => ({
  id: "m",
  network: "n",
  titleSv: "Nätverksmöte",
  start: "2026-11-26T13:00",
  minutes: 60,
  audience: "both",
  channel: "forum",
  except: [],
  moved: [],
  remind: [1440, 15],
  status: "planned",
  ...changes,
});
