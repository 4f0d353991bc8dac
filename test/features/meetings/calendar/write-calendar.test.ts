import fc from "fast-check";
import ICAL from "ical.js";
import { allOccurrences } from "../../../../src/features/meetings/calendar/occurrences.ts";
import { writeCalendar } from "../../../../src/features/meetings/calendar/write-calendar.ts";
import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import { aMeeting } from "./a-meeting.ts";
import { startsIn } from "./read-calendar.ts";

const helsinki = "Europe/Helsinki";
const now = new Date("2026-11-01T10:00:12.345Z");

const write = (changes: Partial<Meeting>, networkZone = helsinki, version = 0): string =>
  writeCalendar({ meeting: aMeeting(changes), networkZone, version, language: "sv", now });

const linesOf = (text: string): readonly string[] => text.replaceAll("\r\n ", "").split("\r\n");

/** What a calendar shows of a meeting, and what the house thinks of it. */
function compared(meeting: Meeting, networkZone: string) {
  const text = writeCalendar({ meeting, networkZone, version: 0, language: "sv", now });
  return {
    shown: startsIn(text),
    meant: allOccurrences(meeting, networkZone)
      .map(({ start, end }) => `${start.toISOString()}/${end.toISOString()}`)
      .sort(),
  };
}

describe("a meeting's calendar", () => {
  it("when it is written, then a program may take it in, and nobody is named", () => {
    const text = write(
      {
        place: "Kommunernas hus, sal 3; andra våningen",
        agenda: "1. Öppning\n2. Övrigt",
        joinUrl: "https://teams.microsoft.com/l/meetup-join/a,b;c?x=1",
      },
      helsinki,
      4,
    );

    expect(linesOf(text)).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Kollega//Kollega//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
      "BEGIN:VTIMEZONE",
      "TZID:Europe/Helsinki",
      "BEGIN:DAYLIGHT",
      "DTSTART:20250330T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0300",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "DTSTART:20251026T040000",
      "TZOFFSETFROM:+0300",
      "TZOFFSETTO:+0200",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "UID:m@kollega",
      "DTSTAMP:20261101T100012Z",
      "SEQUENCE:4",
      "STATUS:CONFIRMED",
      "SUMMARY;LANGUAGE=sv:Nätverksmöte",
      "LOCATION:Kommunernas hus\\, sal 3\\; andra våningen",
      "DESCRIPTION:1. Öppning\\n2. Övrigt\\n\\nhttps://teams.microsoft.com/l/meetup-join/a\\,b\\;c?x=1",
      "URL:https://teams.microsoft.com/l/meetup-join/a,b;c?x=1",
      "DTSTART;TZID=Europe/Helsinki:20261126T130000",
      "DTEND;TZID=Europe/Helsinki:20261126T140000",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("when lines are long, then they are folded at 75 octets, letters whole", () => {
    const text = write({ titleSv: "åäö👩🏽‍💻".repeat(40), agenda: "x".repeat(1_000) });

    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(linesOf(text)).toContain(`SUMMARY;LANGUAGE=sv:${"åäö👩🏽‍💻".repeat(40)}`);
  });

  it("when texts try to become lines of their own, then they stay texts", () => {
    const evil = "x\r\nATTENDEE:mailto:a@example.org\rEND:VEVENT\nBEGIN:VEVENT\u0085\u2028Y:1";
    const text = write({ titleSv: evil, place: evil, agenda: evil, id: evil, joinUrl: evil });
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");

    expect(events).toHaveLength(1);
    expect(events[0]?.getAllProperties("attendee")).toEqual([]);
    expect(events[0]?.getAllProperties("url")).toEqual([]);
    expect(events[0]?.getFirstPropertyValue("summary")).toBe(
      "x\nATTENDEE:mailto:a@example.org\nEND:VEVENT\nBEGIN:VEVENTY:1",
    );
  });

  it("when it is cancelled, then it says so, and still when it would have been", () => {
    const text = write({ status: "cancelled", repeat: "FREQ=WEEKLY;COUNT=3" }, helsinki, 7);

    expect(linesOf(text)).toEqual(expect.arrayContaining(["STATUS:CANCELLED", "SEQUENCE:7"]));
    expect(startsIn(text)).toHaveLength(3);
  });

  it("when nothing is left of it, then it is as good as cancelled", () => {
    expect(linesOf(write({ except: ["2026-11-26T13:00"] }))).toContain("STATUS:CANCELLED");
  });

  it("when it has no title in the language asked for, then another says which it is", () => {
    const text = writeCalendar({
      meeting: aMeeting({ titleSv: undefined, titleFi: "Kokous", titleEn: "Meeting" }),
      networkZone: helsinki,
      version: 0,
      language: "sv",
      now,
    });

    expect(linesOf(text)).toContain("SUMMARY;LANGUAGE=fi:Kokous");
  });

  it("when the series has exceptions and moves, then the calendar has them", () => {
    const lines = linesOf(
      write({
        repeat: "FREQ=WEEKLY;UNTIL=20261224",
        except: ["2026-12-03T13:00"],
        moved: ["2026-12-10T13:00>2026-12-11T09:00"],
      }),
    );

    expect(lines.slice(lines.indexOf("END:VTIMEZONE") + 1)).toEqual([
      "BEGIN:VEVENT",
      "UID:m@kollega",
      "DTSTAMP:20261101T100012Z",
      "SEQUENCE:0",
      "STATUS:CONFIRMED",
      "SUMMARY;LANGUAGE=sv:Nätverksmöte",
      "DTSTART;TZID=Europe/Helsinki:20261126T130000",
      "DTEND;TZID=Europe/Helsinki:20261126T140000",
      "RRULE:FREQ=WEEKLY;UNTIL=20261224T215900Z",
      "EXDATE;TZID=Europe/Helsinki:20261203T130000",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:m@kollega",
      "DTSTAMP:20261101T100012Z",
      "SEQUENCE:0",
      "STATUS:CONFIRMED",
      "SUMMARY;LANGUAGE=sv:Nätverksmöte",
      "RECURRENCE-ID;TZID=Europe/Helsinki:20261210T130000",
      "DTSTART;TZID=Europe/Helsinki:20261211T090000",
      "DTEND;TZID=Europe/Helsinki:20261211T100000",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("when it is in UTC, then it needs no description of a zone", () => {
    const lines = linesOf(write({ start: "2026-11-26T13:00[UTC]", repeat: "FREQ=DAILY;COUNT=2" }));

    expect(lines).not.toContain("BEGIN:VTIMEZONE");
    expect(lines).toEqual(
      expect.arrayContaining(["DTSTART:20261126T130000Z", "DTEND:20261126T140000Z"]),
    );
  });

  it.each([
    ["Europe/Helsinki", "the summer of 2027", "2027-03-21T09:00", "FREQ=WEEKLY;COUNT=40"],
    ["Europe/Helsinki", "the hour skipped", "2027-03-25T03:30", "FREQ=DAILY;COUNT=6"],
    ["Europe/Stockholm", "the summer of 2027", "2027-03-21T09:00", "FREQ=WEEKLY;COUNT=40"],
    ["Europe/Stockholm", "the hour skipped", "2027-03-25T02:30", "FREQ=DAILY;COUNT=6"],
    ["America/New_York", "the summer of 2027", "2027-03-01T09:00", "FREQ=WEEKLY;COUNT=40"],
    ["Australia/Lord_Howe", "half an hour's change", "2027-03-28T09:00", "FREQ=WEEKLY;COUNT=40"],
    ["Africa/Casablanca", "changes by no rule", "2025-01-01T09:00", "FREQ=WEEKLY;COUNT=120"],
    ["Asia/Tokyo", "no change ever", "2027-03-28T09:00", "FREQ=MONTHLY;BYDAY=-1SU;COUNT=9"],
    [
      "Europe/Helsinki",
      "a start beside its rule",
      "2027-03-22T09:00",
      "FREQ=WEEKLY;BYDAY=TH;COUNT=5",
    ],
    [
      "Europe/Helsinki",
      "a rule that yields nothing",
      "2027-03-22T09:00",
      "FREQ=DAILY;UNTIL=20200101",
    ],
  ])("when %s has %s, then others show the same times", (zone, _, start, repeat) => {
    const { shown, meant } = compared(aMeeting({ start: `${start}[${zone}]`, repeat }), helsinki);

    expect(shown).toEqual(meant);
  });

  it("when the clock is put back while it lasts, then it is as long as it is", () => {
    // RFC 5545 3.3.5: of a time that the clock shows twice, the first is meant. (ical.js takes the second.)
    expect(linesOf(write({ start: "2027-10-31T03:30", minutes: 60 }))).toEqual(
      expect.arrayContaining(["DTSTART;TZID=Europe/Helsinki:20271031T033000", "DURATION:PT60M"]),
    );
  });

  it("when any meeting is written, then others show the same times", () => {
    const zones = ["Europe/Helsinki", "Europe/Stockholm", "America/New_York", "Asia/Kolkata"];
    const rules = [
      undefined,
      "FREQ=WEEKLY;COUNT=30",
      "FREQ=WEEKLY;INTERVAL=2;UNTIL=20281231",
      "FREQ=MONTHLY;COUNT=14",
      "FREQ=MONTHLY;UNTIL=20281231T120000",
      "FREQ=DAILY;COUNT=60",
      "FREQ=YEARLY;COUNT=3",
    ];
    const plan = fc.record({
      day: fc.date({
        min: new Date("2026-01-01"),
        max: new Date("2027-12-28"),
        noInvalidDate: true,
      }),
      hour: fc.integer({ min: 5, max: 22 }),
      zone: fc.constantFrom(...zones),
      repeat: fc.constantFrom(...rules),
      minutes: fc.integer({ min: 1, max: 100 }),
      excepted: fc.nat({ max: 5 }),
      moved: fc.nat({ max: 5 }),
    });
    fc.assert(
      fc.property(plan, ({ day, hour, zone, repeat, minutes, excepted, moved }) => {
        const date = day.toISOString().slice(0, 10);
        const base = aMeeting({
          start: `${date}T${String(hour).padStart(2, "0")}:15[${zone}]`,
          minutes,
          ...(repeat && { repeat }),
        });
        const ids = allOccurrences(base, helsinki).map(({ id }) => id);
        const except = ids.slice(1).filter((_, at) => at === excepted);
        const to = `${date.slice(0, 8)}15T07:45`;
        const meeting: Meeting = {
          ...base,
          except,
          moved: ids
            .slice(1)
            .filter((id, at) => at === moved && !except.includes(id))
            .map((id) => `${id}>${to}`),
        };

        const { shown, meant } = compared(meeting, helsinki);
        expect(shown).toEqual(meant);
      }),
      { numRuns: 150 },
    );
  });
});
