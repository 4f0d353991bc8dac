/** Meetings: planned by coordinators in chat or imported, listed for members, reminded of, and kept in calendars. */
import type { ContentKind, Feature } from "../../core/feature.ts";
import { answersData } from "./answers-data.ts";
import { createCalendarRoute } from "./calendar/calendar-route.ts";
import { meetingImport } from "./calendar/read-meeting-row.ts";
import { createMeetingStore } from "./meeting-store.ts";
import type { MeetingsDeps } from "./meetings-deps.ts";
import { createPlanning } from "./plan/create-planning.ts";
import { createReminders } from "./remind/reminders.ts";
import { createRsvps } from "./remind/rsvp.ts";
import { createRemindersShown } from "./shown-reminders.ts";

export { loadFinnishHolidays } from "./remind/finnish-holidays.ts";

export const meetingContent: readonly ContentKind[] = [
  { type: "meeting" },
  { type: "meeting-state" },
];

export function createMeetingsFeature(deps: MeetingsDeps): Feature {
  const reminders = createReminders(deps);
  const planning = createPlanning({
    ...deps,
    store: createMeetingStore(deps),
    reminders: createRemindersShown(deps, reminders),
  });

  return {
    name: "meetings",
    take: async (turn) => (await reminders.take(turn)) ?? planning.take(turn),
    importTargets: [meetingImport],
    jobs: reminders.jobs,
    personalData: [
      answersData({
        documents: deps.jobDocuments,
        library: deps.library,
        rsvps: createRsvps({ documents: deps.jobDocuments, digest: deps.digest }),
      }),
    ],
    routes: [createCalendarRoute(deps)],
  };
}
