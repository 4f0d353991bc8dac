import { timeInWords } from "../../src/core/dates.ts";
import type { Language } from "../../src/core/language.ts";

const now = new Date("2026-11-01T12:00Z");

describe("timeInWords", () => {
  it.each<[string, string, string, Language, string]>([
    [
      "2026-11-26T11:00Z",
      "2026-11-26T12:00Z",
      "Europe/Helsinki",
      "sv",
      "torsdag 26 november kl. 13.00–14.00, Helsingforstid",
    ],
    [
      "2026-11-26T11:00Z",
      "2026-11-26T12:00Z",
      "Europe/Helsinki",
      "fi",
      "torstaina 26. marraskuuta klo 13.00–14.00, Helsingin aikaa",
    ],
    [
      "2026-11-26T11:00Z",
      "2026-11-26T12:00Z",
      "Europe/Helsinki",
      "en",
      "Thursday 26 November, 13:00–14:00, Helsinki time",
    ],
    [
      "2027-03-28T05:00Z",
      "2027-03-28T06:30Z",
      "Europe/Helsinki",
      "sv",
      "söndag 28 mars 2027 kl. 8.00–9.30, Helsingforstid",
    ],
    [
      "2027-03-31T05:00Z",
      "2027-03-31T06:30Z",
      "Europe/Helsinki",
      "fi",
      "keskiviikkona 31. maaliskuuta 2027 klo 8.00–9.30, Helsingin aikaa",
    ],
    [
      "2027-03-28T05:00Z",
      "2027-03-28T06:30Z",
      "Europe/Helsinki",
      "en",
      "Sunday 28 March 2027, 08:00–09:30, Helsinki time",
    ],
    [
      "2026-11-26T20:30Z",
      "2026-11-26T23:15Z",
      "Europe/Helsinki",
      "sv",
      "torsdag 26 november kl. 22.30 – fredag 27 november kl. 1.15, Helsingforstid",
    ],
    [
      "2026-12-31T20:30Z",
      "2026-12-31T23:15Z",
      "Europe/Helsinki",
      "fi",
      "torstaina 31. joulukuuta klo 22.30 – perjantaina 1. tammikuuta 2027 klo 1.15, Helsingin aikaa",
    ],
    [
      "2026-11-26T20:30Z",
      "2026-11-26T23:15Z",
      "Europe/Helsinki",
      "en",
      "Thursday 26 November, 22:30 – Friday 27 November, 01:15, Helsinki time",
    ],
    // A whole day.
    [
      "2026-11-25T22:00Z",
      "2026-11-26T22:00Z",
      "Europe/Helsinki",
      "sv",
      "torsdag 26 november kl. 0.00–24.00, Helsingforstid",
    ],
    [
      "2026-11-26T11:00Z",
      "2026-11-26T12:00Z",
      "Europe/Stockholm",
      "fi",
      "torstaina 26. marraskuuta klo 12.00–13.00, Tukholman aikaa",
    ],
    [
      "2026-11-26T11:00Z",
      "2026-11-26T12:00Z",
      "America/New_York",
      "fi",
      "torstaina 26. marraskuuta klo 6.00–7.00, Yhdysvaltain itäinen aika",
    ],
    [
      "2026-11-26T11:00Z",
      "2026-11-26T12:00Z",
      "Europe/Kyiv",
      "fi",
      "torstaina 26. marraskuuta klo 13.00–14.00, Itä-Euroopan aikaa",
    ],
    [
      "2026-11-26T11:00Z",
      "2026-11-26T12:00Z",
      "America/New_York",
      "en",
      "Thursday 26 November, 06:00–07:00, Eastern Time",
    ],
    [
      "2026-11-26T11:00Z",
      "2026-11-26T12:00Z",
      "UTC",
      "sv",
      "torsdag 26 november kl. 11.00–12.00, UTC",
    ],
  ])("when %s–%s is said in %s in %s, then it reads so", (start, end, zone, language, words) => {
    expect(timeInWords(new Date(start), new Date(end), zone, language, now)).toBe(words);
  });
});
