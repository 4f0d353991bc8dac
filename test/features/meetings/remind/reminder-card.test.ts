import type { Button, Link } from "../../../../src/core/buttons.ts";
import type { Json } from "../../../../src/core/reply.ts";
import { allOccurrences } from "../../../../src/features/meetings/calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../../../../src/features/meetings/meeting.ts";
import {
  type ReminderCard,
  reminderCard,
} from "../../../../src/features/meetings/remind/reminder-card.ts";
import { createCardRenderer } from "../../../../src/platform/cards/card-renderer.ts";
import { checkCard } from "../../../platform/cards/check-card.ts";

const zone = "Europe/Helsinki";
const meeting: Meeting = {
  id: "traff",
  network: "nat",
  titleSv: "Nätverksträff",
  titleFi: "Verkostotapaaminen",
  start: "2026-11-26T13:00",
  minutes: 60,
  place: "Helsingfors",
  joinUrl: "https://teams.microsoft.com/l/meetup-join/abc",
  agenda: "Marknadsdialog",
  audience: "both",
  channel: "announcements",
  except: [],
  moved: [],
  remind: [1440, 15],
  status: "planned",
};

const made = (change: Partial<ReminderCard> = {}) =>
  reminderCard({
    meeting,
    occurrence: allOccurrences(meeting, zone)[0] as Occurrence,
    zone,
    languages: ["sv"],
    now: new Date("2026-11-25T11:00:00Z"),
    counts: { yes: 5, maybe: 2, no: 0 },
    calendarUrl: "https://kollega.example/calendar/abc.ics",
    ...change,
  });

const { render } = createCardRenderer();
const buttonsIn = (json: Json | undefined) => json as unknown as readonly Button[];
const linksIn = (json: Json | undefined) => json as unknown as readonly Link[];
const linesIn = (json: Json | undefined) =>
  json as unknown as readonly { readonly title: string; readonly when: string }[];

describe("the reminder's card", () => {
  it.each([
    ["sv", "Nätverksträff", "torsdag 26 november kl. 13.00–14.00, Helsingforstid"],
    ["fi", "Verkostotapaaminen", "torstaina 26. marraskuuta klo 13.00–14.00, Helsingin aikaa"],
    ["en", "Nätverksträff", "Thursday 26 November, 13:00–14:00, Helsinki time"],
  ] as const)("when it is in %s, then it says what and when", (language, title, when) => {
    const { view, summary } = made({ languages: [language] });

    expect(linesIn(view["versions"])).toEqual([{ title, when }]);
    expect(summary).toContain(title);
    expect(summary).toContain(when);
  });

  it("when it goes to a channel, then it speaks all its languages and each button too", () => {
    const card = made({ languages: ["sv", "fi"] });

    expect(linesIn(card.view["versions"]).map(({ title }) => title)).toEqual([
      "Nätverksträff",
      "Verkostotapaaminen",
    ]);
    expect(buttonsIn(card.view["buttons"]).map(({ title }) => title)).toEqual([
      "Ja / Kyllä",
      "Kanske / Ehkä",
      "Nej / Ei",
      "Senare / Myöhemmin",
    ]);
    expect(linksIn(card.view["links"])[0]?.title).toBe("Kalender / Kalenteri");
    expect(card.view["ownAnswer"]).toBe("");
  });

  it("when a title is the same in every language, then it stands there once", () => {
    const { titleFi: _, ...only } = meeting;
    const { view } = made({ meeting: only, languages: ["sv", "fi"] });

    expect(linesIn(view["versions"]).map(({ title }) => title)).toEqual(["Nätverksträff", ""]);
  });

  it.each([
    ["Europe/Stockholm", "torsdag 26 november kl. 12.00–13.00, Stockholmstid"],
    ["America/New_York", "kl. 6.00–7.00"],
    ["Europe/Helsinki", undefined],
    ["Europe/Mariehamn", undefined],
    ["Europe/Tallinn", undefined],
  ])(
    "when the reader is in %s, then it says their own time if that is another",
    (readerZone, own) => {
      const { view } = made({ readerZone });

      if (own === undefined) expect(view["inYourZone"]).toBe("");
      else expect(view["inYourZone"]).toContain(own);
    },
  );

  it("when somebody has answered, then their own copy says so, with the numbers", () => {
    const { view } = made({ own: "maybe" });

    expect(view["counts"]).toBe("Ja: 5 · Kanske: 2 · Nej: 0");
    expect(view["ownAnswer"]).toContain("kanske");
  });

  it("when a meeting is cancelled, then it says so and there is nothing left to answer or join", () => {
    const { view, summary } = made({ status: { kind: "cancelled" }, own: "yes" });

    expect(view).toMatchObject({
      cancelled: "Mötet är inställt.",
      buttons: [],
      joins: [],
      question: "",
      counts: "",
      ownAnswer: "",
    });
    expect(summary).toMatch(/^Inställt: Nätverksträff/u);
  });

  it("when it was moved, then it says from when", () => {
    const was = new Date("2026-11-24T11:00:00Z");
    const reminder = made({ status: { kind: "moved", was } });
    const notice = made({ status: { kind: "moved", was }, isNotice: true });

    expect(reminder.view["notice"]).toContain("tisdag 24 november kl. 13.00–14.00");
    expect(reminder.summary).toMatch(/^Påminnelse/u);
    expect([notice.view["heading"], notice.summary]).toEqual([
      "Mötet har fått en ny tid",
      expect.stringMatching(/^Ny tid: Nätverksträff/u),
    ]);
  });

  it("when the agenda is long, then it is shortened at a word", () => {
    const { view } = made({ meeting: { ...meeting, agenda: "punkt ".repeat(500) } });

    expect(String(view["agenda"]).length).toBeLessThan(610);
    expect(view["agenda"]).toMatch(/punkt…$/u);
  });

  it.each([
    [made()],
    [made({ languages: ["sv", "fi", "en"] as never, status: { kind: "preview" } })],
    [made({ status: { kind: "cancelled" } })],
    [made({ own: "yes", readerZone: "Europe/Stockholm", status: { kind: "updated" } })],
    [made({ calendarUrl: "" })],
  ])("when it is rendered, then Teams takes it", (card) => {
    expect(checkCard(render(card, "key"))).toEqual([]);
  });

  it("when texts are hostile, then they are shown as they were typed, and only https is opened", () => {
    const hostile = "[klicka](javascript:alert(1)) **fet** <at>alla</at>";
    const text = JSON.stringify(
      render(
        made({
          meeting: { ...meeting, titleSv: hostile, agenda: hostile, joinUrl: "http://x.example" },
        }),
        "key",
      ),
    );

    expect(text).not.toMatch(/[^\\]\]\(javascript/u);
    expect(text).not.toMatch(/[^\\]<at/u);
    expect(text).not.toContain("http://x.example");
  });
});
