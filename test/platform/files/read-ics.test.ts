import fc from "fast-check";
import type { NumberedRow } from "../../../src/core/import-content.ts";
import type { Row } from "../../../src/core/rows.ts";
import { meetingImport } from "../../../src/features/meetings/calendar/read-meeting-row.ts";
import type { Meeting } from "../../../src/features/meetings/meeting.ts";
import { type Home, rowsOfIcs } from "../../../src/platform/files/read-ics.ts";
import { UnreadableFile } from "../../../src/platform/files/unreadable-file.ts";

const helsinki: Home = { language: "sv", timeZone: "Europe/Helsinki" };

const calendar = (...lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: readonly string[]): string =>
  ["BEGIN:VEVENT", "DTSTAMP:20261101T100000Z", ...lines, "END:VEVENT"].join("\r\n");
const oneEvent = (...lines: readonly string[]): string =>
  calendar(event("UID:a", "SUMMARY:Möte", ...lines));

/** Time zones as Outlook and others describe them. */
const zone = (tzid: string, offset: string, summerOffset: string, ...more: readonly string[]) =>
  [
    "BEGIN:VTIMEZONE",
    `TZID:${tzid}`,
    ...more,
    "BEGIN:STANDARD",
    "DTSTART:16010101T040000",
    `TZOFFSETFROM:${summerOffset}`,
    `TZOFFSETTO:${offset}`,
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T030000",
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${summerOffset}`,
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ].join("\r\n");

const read = (text: string | Buffer, home = helsinki): readonly NumberedRow[] =>
  rowsOfIcs(typeof text === "string" ? Buffer.from(text) : text, home);

function valuesOf(text: string | Buffer, home = helsinki): Row {
  const [row] = read(text, home);
  if (!row || !("values" in row)) throw new Error(`No values: ${JSON.stringify(row)}`);
  return row.values;
}

const context = (home: Home) => ({ networks: ["n"], timeZone: home.timeZone });

/** The first event as the meeting that an import makes of it. */
function meetingOf(text: string, home = helsinki): Meeting {
  const parsed = meetingImport.parse(valuesOf(text, home), context(home));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.doc.value as unknown as Meeting;
}

/** Every note on it: from the file, then from the import. */
function notesOn(text: string): readonly unknown[] {
  const [row] = read(text);
  if (!row || !("values" in row)) throw new Error(`No values: ${JSON.stringify(row)}`);
  const parsed = meetingImport.parse(row.values, context(helsinki));
  return [...(row.notes ?? []), ...((parsed.ok && parsed.notes) || [])];
}

const start = "DTSTART;TZID=Europe/Helsinki:20261126T130000";
const end = "DTEND;TZID=Europe/Helsinki:20261126T143000";

describe("an event", () => {
  it("when it has everything, then the meeting has it", () => {
    const text = oneEvent(
      start,
      end,
      "LOCATION:Kommunernas hus\\, sal 3",
      "DESCRIPTION:1. Öppning\\n2. Övrigt",
      "URL:https://example.org/join",
      "SEQUENCE:4",
      "ORGANIZER;CN=Anna:mailto:anna@example.org",
      "ATTENDEE;CN=Bo:mailto:bo@example.org",
      "STATUS:CONFIRMED",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:-PT15M",
      "END:VALARM",
      "BEGIN:VALARM",
      "ACTION:AUDIO",
      "TRIGGER:-P1D",
      "END:VALARM",
    );

    expect(meetingOf(text)).toEqual({
      id: "a",
      network: "n",
      start: "2026-11-26T13:00",
      minutes: 90,
      titleSv: "Möte",
      place: "Kommunernas hus, sal 3",
      agenda: "1. Öppning\n2. Övrigt",
      joinUrl: "https://example.org/join",
      audience: "both",
      channel: "forum",
      except: [],
      moved: [],
      remind: [1440, 15],
      status: "planned",
      uid: "a",
    });
    expect(notesOn(text)).toEqual([]);
  });

  it.each<[string, readonly string[], number]>([
    ["a length", [start, "DURATION:PT1H45M"], 105],
    ["an end in another zone", [start, "DTEND;TZID=Europe/Stockholm:20261126T130000"], 60],
    [
      "the clock put back in between",
      [
        "DTSTART;TZID=Europe/Helsinki:20271031T020000",
        "DTEND;TZID=Europe/Helsinki:20271031T050000",
      ],
      240,
    ],
  ])("when it has %s, then its minutes follow", (_, lines, minutes) => {
    expect(meetingOf(oneEvent(...lines)).minutes).toBe(minutes);
  });

  it.each<[string, readonly string[]]>([
    ["no end", [start]],
    ["its start for an end", [start, "DTEND;TZID=Europe/Helsinki:20261126T130000"]],
  ])("when it has %s, then it is kept as an hour, and that is said", (_, lines) => {
    expect(meetingOf(oneEvent(...lines)).minutes).toBe(60);
    expect(notesOn(oneEvent(...lines))).toEqual([{ column: "minutes", fault: { code: "noEnd" } }]);
  });

  it.each([
    ["STATUS:CANCELLED", "cancelled"],
    ["STATUS:TENTATIVE", "planned"],
  ])("when it says %s, then it is %s", (line, status) => {
    expect(meetingOf(oneEvent(start, end, line)).status).toBe(status);
  });

  it("when the whole calendar cancels, then its meetings are cancelled", () => {
    const text = calendar("METHOD:CANCEL", event("UID:a", "SUMMARY:x", start, end));

    expect(meetingOf(text).status).toBe("cancelled");
  });

  it("when titles say their language, then each has its column; another goes by the network's", () => {
    const text = calendar(
      event("UID:a", "SUMMARY;LANGUAGE=fi-FI:Kokous", "SUMMARY;LANGUAGE=sv:Möte", start, end),
      event("UID:b", "SUMMARY:Treffen", start, end),
    );
    const titles = read(text, { ...helsinki, language: "fi" }).map((row) =>
      "values" in row ? [row.values["titleSv"], row.values["titleFi"]] : row,
    );

    expect(titles).toEqual([
      ["Möte", "Kokous"],
      [undefined, "Treffen"],
    ]);
  });

  it.each([
    ["X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example/1", "https://teams.example/1"],
    ["CONFERENCE;VALUE=URI:https://meet.example/2", "https://meet.example/2"],
    ["X-GOOGLE-CONFERENCE:https://meet.example/3", "https://meet.example/3"],
    [
      "DESCRIPTION:Se https://example.org/a\\nAnslut: <https://teams.microsoft.com/l/meetup-join/19%3a/0?context=x>\\nTack",
      "https://teams.microsoft.com/l/meetup-join/19%3a/0?context=x",
    ],
    ["LOCATION:https://teams.live.com/meet/123", "https://teams.live.com/meet/123"],
    ["DESCRIPTION:Läs https://example.org/a först", undefined],
  ])("when it says %s, then one joins by %s", (line, link) => {
    expect(meetingOf(oneEvent(start, end, line)).joinUrl).toBe(link);
  });

  it("when its join link is not https, then it is refused", () => {
    const values = valuesOf(oneEvent(start, end, "URL:http://example.org/join"));

    expect(meetingImport.parse(values, context(helsinki))).toEqual({
      ok: false,
      faults: [{ column: "joinUrl", fault: { code: "badUrl", value: "http://example.org/join" } }],
    });
  });

  it("when an alarm goes off at another time than before the start, then that is said", () => {
    const alarm = (trigger: string) =>
      ["BEGIN:VALARM", "ACTION:DISPLAY", trigger, "END:VALARM"].join("\r\n");
    const note = { column: "remind", fault: { code: "notHeld", value: "VALARM" } };

    expect(notesOn(oneEvent(start, end, alarm("TRIGGER;RELATED=END:-PT5M")))).toEqual([note]);
    expect(notesOn(oneEvent(start, end, alarm("TRIGGER:PT5M")))).toEqual([note]);
    expect(meetingOf(oneEvent(start, end, alarm("TRIGGER:PT5M"))).remind).toEqual([1440, 15]);
    expect(meetingOf(oneEvent(start, end, alarm("TRIGGER:PT0S"))).remind).toEqual([0]);
  });

  it.each([
    ["abc-123@example.org", "abc-123@example.org", "abc-123@example.org"],
    ["kick-off@kollega", "kick-off", undefined],
    [`0400000082${"0".repeat(100)}`, expect.stringMatching(/^ics-[\w-]{24}$/u), expect.anything()],
    ["{5/2}", expect.stringMatching(/^ics-[\w-]{24}$/u), "{5/2}"],
  ])("when its UID is %s, then so are its id and uid, every time", (uid, id, kept) => {
    const text = calendar(event(`UID:${uid}`, "SUMMARY:x", start, end));

    expect(valuesOf(text)).toMatchObject({ id });
    expect(valuesOf(text)["uid"]).toEqual(kept);
    expect(valuesOf(text)["id"]).toBe(valuesOf(text.replace("SUMMARY:x", "SUMMARY:y"))["id"]);
  });

  it("when it has no UID, then its time and title name it", () => {
    const text = calendar(event("SUMMARY:x", start, end));

    expect(valuesOf(text)["id"]).toMatch(/^ics-/u);
    expect(valuesOf(text)["id"]).toBe(valuesOf(text)["id"]);
    expect(valuesOf(text)["id"]).not.toBe(valuesOf(text.replace(":x", ":y"))["id"]);
  });

  it("when a line is folded in the middle of a letter, then the letter is whole again", () => {
    const bytes = Buffer.from(oneEvent(start, end));
    const cut = bytes.indexOf("ö") + 1;
    const folded = Buffer.concat([
      bytes.subarray(0, cut),
      Buffer.from("\r\n "),
      bytes.subarray(cut),
    ]);

    expect(valuesOf(folded)["titleSv"]).toBe("Möte");
  });
});

describe("the time of an event", () => {
  it.each([
    ["DTSTART;TZID=Europe/Stockholm:20261126T130000", "2026-11-26T13:00[Europe/Stockholm]"],
    [
      "DTSTART;TZID=/example.org/2024a/Europe/Oslo:20261126T130000",
      "2026-11-26T13:00[Europe/Oslo]",
    ],
    ["DTSTART;TZID=FLE Standard Time:20261126T130000", "2026-11-26T13:00"],
    ['DTSTART;TZID="FLE Standard Time":20261126T130000', "2026-11-26T13:00"],
    ["DTSTART;TZID=Romance Standard Time:20261126T130000", "2026-11-26T13:00[Europe/Paris]"],
    ["DTSTART:20261126T130000", "2026-11-26T13:00"],
    ["DTSTART:20261126T110000Z", "2026-11-26T13:00"],
    ["DTSTART;TZID=UTC:20261126T110000Z", "2026-11-26T13:00"],
  ])("when it is %s, without a VTIMEZONE, then it is %s", (line, kept) => {
    expect(meetingOf(oneEvent(line, "DURATION:PT1H")).start).toBe(kept);
  });

  it.each([
    ["FLE Standard Time", "+0200", "+0300", [], "2026-11-26T13:00"],
    ["W. Europe Standard Time", "+0100", "+0200", [], "2026-11-26T13:00[Europe/Berlin]"],
    // A name that only its rules explain: the network's own zone, if it has them.
    ["Customized Time Zone", "+0200", "+0300", [], "2026-11-26T13:00"],
    ["Hjemme", "+0000", "+0000", [], "2026-11-26T13:00[Africa/Abidjan]"],
    [
      "Min tid",
      "+0100",
      "+0200",
      ["X-LIC-LOCATION:Europe/Copenhagen"],
      "2026-11-26T13:00[Europe/Copenhagen]",
    ],
  ])(
    "when its zone is called %s and described, then it is %s",
    (tzid, winter, summer, more, kept) => {
      const text = calendar(
        zone(tzid, winter, summer, ...more),
        event("UID:a", "SUMMARY:x", `DTSTART;TZID=${tzid}:20261126T130000`, "DURATION:PT1H"),
      );

      expect(meetingOf(text).start).toBe(kept);
    },
  );

  it("when Windows' zone holds the network's, then it is that one", () => {
    const stockholm: Home = { language: "sv", timeZone: "Europe/Stockholm" };
    const text = oneEvent("DTSTART;TZID=W. Europe Standard Time:20261126T130000", "DURATION:PT1H");

    expect(meetingOf(text, stockholm).start).toBe("2026-11-26T13:00");
  });

  it("when nothing says what its zone is, then it is refused", () => {
    expect(read(oneEvent("DTSTART;TZID=Mitt kontor:20261126T130000", "DURATION:PT1H"))).toEqual([
      {
        row: 1,
        faults: [{ column: "start", fault: { code: "badZone", value: "Mitt kontor" } }],
      },
    ]);
  });

  it.each([
    ["a day", ["DTSTART;VALUE=DATE:20261126"], 1440],
    ["a day with an end", ["DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261127"], 1440],
    ["two days", ["DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261128"], 2880],
    ["a day of 23 hours", ["DTSTART;VALUE=DATE:20270328"], 1380],
    ["a day of 25 hours", ["DTSTART;VALUE=DATE:20271031", "DTEND;VALUE=DATE:20271101"], 1500],
    ["a day with a length", ["DTSTART;VALUE=DATE:20261126", "DURATION:P1D"], 1440],
  ])(
    "when it is %s, then it is from midnight to midnight, and that is said",
    (_, lines, minutes) => {
      const text = oneEvent(...lines);

      expect(meetingOf(text).minutes).toBe(minutes);
      expect(meetingOf(text).start).toMatch(/^\d{4}-\d{2}-\d{2}T00:00$/u);
      expect(notesOn(text)).toEqual([{ column: "start", fault: { code: "allDay" } }]);
    },
  );

  it("when summer time skips it, then it is an hour later, and that is said", () => {
    const text = oneEvent("DTSTART;TZID=Europe/Helsinki:20270328T033000", "DURATION:PT1H");

    expect(meetingOf(text).start).toBe("2027-03-28T04:30");
    expect(notesOn(text)).toEqual([
      { column: "start", fault: { code: "skippedHour", value: "2027-03-28T03:30" } },
    ]);
  });

  it("when the clock shows it twice, then it is kept as it is, which means the first", () => {
    const text = oneEvent("DTSTART;TZID=Europe/Helsinki:20271031T033000", "DURATION:PT1H");

    expect(meetingOf(text).start).toBe("2027-10-31T03:30");
    expect(notesOn(text)).toEqual([]);
  });

  it.each([
    [["DTSTART;TZID=Europe/Helsinki:20260230T130000", "DURATION:PT1H"], "start", "badStart"],
    [["DTSTART:soon", "DURATION:PT1H"], "start", "badStart"],
    [[start, "DTEND;TZID=Europe/Helsinki:20261126T120000"], "minutes", "endBeforeStart"],
    [[start, "DURATION:-PT1H"], "minutes", "endBeforeStart"],
    [[start, "DTEND;TZID=Europe/Helsinki:20261131T120000"], "minutes", "badStart"],
    [["DURATION:PT1H"], "start", "required"],
    [[start, "DTEND;TZID=Europe/Helsinki:20270126T130000"], "minutes", "badMinutes"],
    [[start, end, "RRULE:FREQ=SOMETIMES"], "repeat", "badRepeat"],
    [[start, end, "RRULE:FREQ=MINUTELY"], "repeat", "badRepeat"],
    [[start, end, "RRULE:FREQ=DAILY;COUNT=5000"], "repeat", "tooManyTimes"],
  ])("when it says %j, then %s is refused as %s", (lines, column, code) => {
    const [row] = read(oneEvent(...lines));
    const parsed =
      row && "values" in row ? meetingImport.parse(row.values, context(helsinki)) : row;

    expect(parsed).toMatchObject({ faults: [{ column, fault: { code } }] });
  });
});

describe("a series", () => {
  const weekly = "RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231T110000Z";

  it("when occurrences are left out, by time, in UTC or by day, then they are excepted", () => {
    const text = oneEvent(
      start,
      end,
      weekly,
      "EXDATE;TZID=Europe/Helsinki:20261203T130000,20261224T130000",
      "EXDATE:20261210T110000Z",
      "EXDATE;VALUE=DATE:20261217",
    );

    expect(meetingOf(text)).toMatchObject({
      repeat: "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231T110000Z",
      except: ["2026-12-03T13:00", "2026-12-10T13:00", "2026-12-17T13:00", "2026-12-24T13:00"],
    });
    expect(notesOn(text)).toEqual([]);
  });

  it("when occurrences are changed, then moves and cancellations are kept, and the rest is said", () => {
    const text = calendar(
      event(
        "UID:a",
        "RECURRENCE-ID:20261203T110000Z",
        "SUMMARY:Möte",
        "DTSTART:20261204T080000Z",
        "DTEND:20261204T093000Z",
      ),
      event("UID:a", "SUMMARY:Möte", "LOCATION:Esbo", start, end, weekly),
      event(
        "UID:a",
        "RECURRENCE-ID;TZID=FLE Standard Time:20261210T130000",
        "SUMMARY:Julfest",
        "LOCATION:Vanda",
        "DTSTART;TZID=FLE Standard Time:20261210T130000",
        "DURATION:PT3H",
      ),
      event(
        "UID:a",
        "RECURRENCE-ID;TZID=Europe/Helsinki:20261217T130000",
        start,
        end,
        "STATUS:CANCELLED",
      ),
      event("UID:b", "SUMMARY:Annat", start, end),
    );

    expect(read(text).map(({ row }) => row)).toEqual([2, 5]);
    expect(meetingOf(text)).toMatchObject({
      except: ["2026-12-17T13:00"],
      moved: ["2026-12-03T13:00>2026-12-04T10:00"],
    });
    expect(notesOn(text)).toEqual([
      { row: 3, column: "titleSv", fault: { code: "notHeld", value: "Julfest" } },
      { row: 3, column: "place", fault: { code: "notHeld", value: "Vanda" } },
      { row: 3, column: "minutes", fault: { code: "notHeld", value: "180" } },
    ]);
  });

  it("when only one occurrence is there, as for someone invited to it, then it is a meeting of its own", () => {
    const text = calendar(
      event(
        "UID:a",
        "RECURRENCE-ID:20261203T110000Z",
        "SUMMARY:Möte",
        "DTSTART:20261204T080000Z",
        "DTEND:20261204T090000Z",
      ),
    );

    expect(meetingOf(text)).toMatchObject({ start: "2026-12-04T10:00", uid: "a" });
    expect(meetingOf(text).id).not.toBe("a");
  });

  it("when it has no end, then it gets one after two years, and that is said", () => {
    const text = oneEvent(start, end, "RRULE:FREQ=WEEKLY;BYDAY=TH");

    expect(meetingOf(text).repeat).toBe("FREQ=WEEKLY;BYDAY=TH;UNTIL=20281126T130000");
    expect(notesOn(text)).toEqual([
      { column: "repeat", fault: { code: "bounded", value: "2028-11-26" } },
    ]);
  });

  it("when summer time skips one occurrence, then the series stays, and that is said", () => {
    const text = oneEvent(
      "DTSTART;TZID=Europe/Helsinki:20270321T033000",
      "DURATION:PT1H",
      "RRULE:FREQ=WEEKLY;COUNT=3",
    );

    expect(meetingOf(text).start).toBe("2027-03-21T03:30");
    expect(notesOn(text)).toEqual([
      { column: "start", fault: { code: "skippedHour", value: "2027-03-28T03:30" } },
    ]);
  });

  it("when it is in UTC, then it goes on in the network's clock, unless that shows another day", () => {
    const rule = "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=";
    const late = oneEvent("DTSTART:20261126T223000Z", "DURATION:PT1H", `${rule}TH`);
    const noon = oneEvent("DTSTART:20261126T110000Z", "DURATION:PT1H", `${rule}TH`);

    expect(meetingOf(late).start).toBe("2026-11-26T22:30[UTC]");
    expect(meetingOf(noon).start).toBe("2026-11-26T13:00");
  });

  it("when it has dates besides its rule, then those are not kept, and that is said", () => {
    const text = oneEvent(start, end, weekly, "RDATE:20261130T110000Z");

    expect(notesOn(text)).toEqual([
      { column: "repeat", fault: { code: "notHeld", value: "RDATE" } },
    ]);
  });
});

describe("a calendar file", () => {
  it("when one event is broken, then it alone is reported", () => {
    const text = calendar(
      event("UID:a", "SUMMARY:x", start, end),
      event("UID:b", "this is no property", start, end),
      event("UID:c", "SUMMARY:x", "DTSTART;TZID:20261126T130000"),
      event("UID:d", "SUMMARY:x", start, end),
    );

    expect(
      read(text).map((row) => [row.row, "values" in row ? row.values["id"] : row.faults]),
    ).toEqual([
      [1, "a"],
      [2, [{ column: "", fault: { code: "notARow" } }]],
      [3, [{ column: "", fault: { code: "notARow" } }]],
      [4, "d"],
    ]);
  });

  it.each([
    ["is empty", "", "notIcs"],
    ["is something else", "id,start\n1,2\n", "notIcs"],
    ["is a web page", "<!doctype html><title>Sign in</title>", "notIcs"],
    ["has something before the calendar", `x\r\n${calendar()}`, "notIcs"],
    ["is cut off", oneEvent(start, end).slice(0, -30), "broken"],
    ["ends an event that did not begin", calendar("END:VEVENT"), "broken"],
    ["ends twice", `${calendar()}END:VCALENDAR\r\n`, "notIcs"],
    ["is no text", "BEGIN:VCALENDAR\u0000END:VCALENDAR", "utf16"],
  ])("when it %s, then all of it is refused", (_, text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ fault: { code } }) as Error);
  });

  it("when it has no events, or tasks only, then there are no rows", () => {
    expect(read(calendar())).toEqual([]);
    expect(read(calendar("BEGIN:VTODO", "UID:t", "SUMMARY:x", "END:VTODO"))).toEqual([]);
  });

  it("when two calendars follow each other, lines end in any way and names are small, then all is read", () => {
    const text = oneEvent(start, end).toLowerCase().replaceAll("\r\n", "\n");

    expect(read(text + text.replace("uid:a", "uid:b")).map(({ row }) => row)).toEqual([1, 2]);
  });

  it("when it has 500 events, then there are 500 rows", () => {
    const events = Array.from({ length: 500 }, (_, i) =>
      event(`UID:m${i}`, `SUMMARY:Möte ${i}`, start, end, "RRULE:FREQ=WEEKLY"),
    );
    const rows = read(calendar(zone("FLE Standard Time", "+0200", "+0300"), ...events));

    expect(rows).toHaveLength(500);
    expect(rows.at(-1)).toMatchObject({ row: 500, values: { id: "m499" } });
  });

  it("when it holds anything at all, then it is read or refused, never a crash", () => {
    const piece = fc.constantFrom(
      "BEGIN:VEVENT",
      "END:VEVENT",
      "BEGIN:VALARM",
      "END:VALARM",
      "UID:a",
      "UID:",
      start,
      end,
      "DTSTART:",
      "DTSTART;VALUE=DATE:2026",
      "DTSTART;TZID=:20261126T130000",
      "DTSTART;TZID=Europe/Helsinki:99999999T999999",
      "DTSTART:00000000T000000Z",
      "DURATION:P",
      "DURATION:P9999999999W",
      "TRIGGER:x",
      "RRULE:FREQ=WEEKLY",
      "RRULE:",
      "EXDATE:x,y",
      "RECURRENCE-ID:20261203T110000Z",
      "RECURRENCE-ID:x",
      "SUMMARY:\\",
      "SUMMARY;LANGUAGE=:x",
      ";:=",
      " folded",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 14 }), (lines) => {
        for (const text of [calendar(...lines), oneEvent(...lines)]) {
          let rows: readonly NumberedRow[] = [];
          try {
            rows = read(text);
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableFile);
          }
          for (const row of rows) {
            if ("values" in row) meetingImport.parse(row.values, context(helsinki));
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
