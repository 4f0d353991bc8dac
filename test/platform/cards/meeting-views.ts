/** Cards about meetings as the feature makes them, with everything that they can hold. */
import type { Network } from "../../../src/core/content.ts";
import type { CardKind, JsonObject } from "../../../src/core/reply.ts";
import { allOccurrences } from "../../../src/features/meetings/calendar/occurrences.ts";
import type { Meeting } from "../../../src/features/meetings/meeting.ts";
import { moveCard, skipCard } from "../../../src/features/meetings/plan/ask-cards.ts";
import { editorCard } from "../../../src/features/meetings/plan/editor-card.ts";
import { formOfMeeting } from "../../../src/features/meetings/plan/form-of-meeting.ts";
import { listCard } from "../../../src/features/meetings/plan/list-card.ts";
import { meetingCard } from "../../../src/features/meetings/plan/meeting-card.ts";

const language = "sv";
const now = new Date("2026-11-23T08:00:00Z");

const network: Network = {
  id: "upphandlare",
  nameSv: "Inflytelserika upphandlare",
  nameFi: "Vaikuttavat hankkijat",
  nameEn: "Influential Procurers",
  coordinators: [],
  languages: ["sv", "fi", "en"],
  timeZone: "Europe/Helsinki",
  teams: [],
};

const meeting: Meeting = {
  id: "m-1",
  network: network.id,
  titleSv: "Nätverksträff om marknadsdialog",
  titleFi: "Verkostotapaaminen markkinavuoropuhelusta",
  start: "2026-11-26T13:00",
  minutes: 60,
  place: "Norra esplanaden 11, Helsingfors",
  joinUrl: "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
  agenda: "1. Läget i nätverket\n2. Marknadsdialog: tre exempel\n3. Nästa träff",
  audience: "both",
  channel: "forum",
  repeat: "FREQ=MONTHLY;BYDAY=4TH;UNTIL=20271126T235900",
  except: [],
  moved: [],
  remind: [1_440, 15],
  status: "planned",
};

const occurrences = allOccurrences(meeting, network.timeZone);
const [occurrence = occurrences[0]] = occurrences;
if (!occurrence) throw new Error("the meeting has no occurrence");
const answers = { yes: 5, maybe: 2, no: 1, own: "yes" } as const;
const about = { meeting, network, occurrence, language, now } as const;
const form = formOfMeeting(meeting, network.timeZone);
const other = { ...network, id: "oversattare", nameSv: "Översättarna i kommunsektorn" };

/** The buttons of a new meeting's editor are those of any: what it has besides is the choice of a network. */
const editor = {
  ...editorCard({
    language,
    form: { ...form, place: "Esbo" },
    meeting: { id: meeting.id, network: network.id, marks: "abc" },
    networks: [network],
    faults: [
      { field: "date", code: "badDate", value: "2026-02-30" },
      { field: "joinUrl", code: "notHttps" },
    ],
    changes: {
      of: [
        { field: "place", isMine: true },
        { field: "time", isMine: false },
      ],
      stored: form,
    },
  }).view,
  networks: editorCard({ language, form, networks: [network, other], network: network.id }).view[
    "networks"
  ] as JsonObject,
};

export const meetingViews = {
  meetings: listCard(
    occurrences.slice(0, 5).map((one) => ({ meeting, network, occurrence: one, answers })),
    { language, now, after: 0, hasMore: true, isPast: false, mayPlan: true, namesNetworks: true },
  ).view,
  meeting: meetingCard({
    ...about,
    answers,
    isCoordinator: true,
    calendarUrl: "https://kollega.example/calendar/abc.ics",
    ledger: ["25 november kl. 13.00: skickat till 40, 2 nåddes inte."],
    notices: ["Mötet är sparat."],
    warnings: ["Rubriken saknas på engelska."],
  }).view,
  "meeting-move": moveCard(about, {
    date: "2026-11-27",
    time: "09:00",
    scope: "one",
    offersAll: true,
    faults: ["Datum: värdet saknas."],
  }).view,
  "meeting-choice": skipCard(about, [
    { occurrence, minutes: 1_440, isSkipped: true },
    { occurrence, minutes: 15, isSkipped: false },
  ]).view,
  "meeting-editor": editor,
} satisfies Partial<Record<CardKind, JsonObject>>;
