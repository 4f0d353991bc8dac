/** The reminder as the feature makes it, with everything that it can hold. */
import type { JsonObject } from "../../../src/core/reply.ts";
import { allOccurrences } from "../../../src/features/meetings/calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../../../src/features/meetings/meeting.ts";
import { reminderCard } from "../../../src/features/meetings/remind/reminder-card.ts";

const meeting: Meeting = {
  id: "traff",
  network: "upphandlare",
  titleSv: "Nätverksträff om marknadsdialog",
  titleFi: "Verkostotapaaminen markkinavuoropuhelusta",
  start: "2026-11-26T13:00",
  minutes: 60,
  place: "Helsingfors, Andra linjen 14",
  joinUrl: "https://teams.microsoft.com/l/meetup-join/abc",
  agenda: "Marknadsdialog i praktiken\nErfarenheter från Åbo\nNästa träff",
  audience: "both",
  channel: "announcements",
  except: [],
  moved: [],
  remind: [1440, 15],
  status: "planned",
};

const { view } = reminderCard({
  meeting,
  occurrence: allOccurrences(meeting, "Europe/Helsinki")[0] as Occurrence,
  zone: "Europe/Helsinki",
  languages: ["sv"],
  readerZone: "Europe/Stockholm",
  now: new Date("2026-11-25T11:00:00Z"),
  counts: { yes: 12, maybe: 3, no: 1 },
  own: "yes",
  calendarUrl: "https://kollega.example/calendar/abc.ics",
  status: { kind: "moved", was: new Date("2026-11-24T11:00:00Z") },
});

/** No card is both moved and cancelled. */
export const reminderView: JsonObject = { ...view, cancelled: "Mötet är inställt." };
