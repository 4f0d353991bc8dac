import { inList } from "../../../../src/core/in-list.ts";
import { type Language, languages } from "../../../../src/core/language.ts";
import {
  leadInWords,
  remindersInWords,
  repeatInWords,
  titleIn,
  untitled,
} from "../../../../src/features/meetings/plan/words.ts";
import { meeting } from "./make-meeting.ts";

const zone = "Europe/Helsinki";
type InEach = Readonly<Record<Language, string>>;

describe("repeatInWords", () => {
  it.each<[string, string, InEach]>([
    [
      "2026-11-26",
      "FREQ=WEEKLY;UNTIL=20271126T130000",
      {
        sv: "varje torsdag, till och med den 26 november 2027",
        fi: "joka torstai, 26. marraskuuta 2027 asti",
        en: "every Thursday, until 26 November 2027",
      },
    ],
    [
      "2026-11-25",
      "FREQ=WEEKLY;INTERVAL=2;UNTIL=20271126T215959Z",
      {
        sv: "varannan onsdag, till och med den 26 november 2027",
        fi: "joka toinen keskiviikko, 26. marraskuuta 2027 asti",
        en: "every second Wednesday, until 26 November 2027",
      },
    ],
    [
      "2026-12-01",
      "FREQ=MONTHLY;BYDAY=1TU",
      {
        sv: "den första tisdagen i varje månad",
        fi: "joka kuukauden ensimmäinen tiistai",
        en: "on the first Tuesday of every month",
      },
    ],
    [
      "2026-11-30",
      "FREQ=MONTHLY;BYDAY=-1MO",
      {
        sv: "den sista måndagen i varje månad",
        fi: "joka kuukauden viimeinen maanantai",
        en: "on the last Monday of every month",
      },
    ],
    [
      "2026-11-22",
      "FREQ=MONTHLY;BYMONTHDAY=22",
      {
        sv: "den 22 varje månad",
        fi: "joka kuukauden 22. päivä",
        en: "on the 22nd of every month",
      },
    ],
    [
      "2026-12-31",
      "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
      {
        sv: "den sista dagen i varje månad",
        fi: "joka kuukauden viimeinen päivä",
        en: "on the last day of every month",
      },
    ],
    [
      "2026-11-26",
      "FREQ=DAILY;COUNT=3",
      {
        sv: "som i kalendern som mötet kom från",
        fi: "kuten kalenterissa, josta kokous tuotiin",
        en: "as in the calendar that the meeting came from",
      },
    ],
  ])("when it begins on %s and the rule is %s, then it reads so", (day, repeat, words) => {
    const of = meeting({ start: `${day}T13:00`, repeat });

    for (const language of languages) {
      expect(repeatInWords(of, zone, language)).toBe(words[language]);
    }
  });

  it("when it is held once, then there is nothing to say", () => {
    expect(repeatInWords(meeting(), zone, "sv")).toBe("");
  });
});

describe("leadInWords", () => {
  it.each<[number, InEach]>([
    [20_160, { sv: "2 veckor före", fi: "2 viikkoa ennen", en: "2 weeks before" }],
    [1_440, { sv: "en dag före", fi: "päivää ennen", en: "a day before" }],
    [180, { sv: "3 timmar före", fi: "3 tuntia ennen", en: "3 hours before" }],
    [90, { sv: "90 minuter före", fi: "90 minuuttia ennen", en: "90 minutes before" }],
    [0, { sv: "när mötet börjar", fi: "kokouksen alkaessa", en: "when the meeting begins" }],
  ])("when it is %i minutes, then it is said in the largest whole unit", (minutes, words) => {
    for (const language of languages) {
      expect(leadInWords(minutes, language)).toBe(words[language]);
    }
  });
});

describe("a meeting's other facts", () => {
  it("when it has a title in one language, then all read that one", () => {
    const finnish = { titleFi: "Tapaaminen" };

    expect(languages.map((language) => titleIn(finnish, language))).toEqual(
      languages.map(() => "Tapaaminen"),
    );
    expect(untitled(finnish, ["sv", "fi"])).toEqual(["sv"]);
  });

  it("when reminders are sent, then it is said when and to whom", () => {
    expect(remindersInWords(meeting(), "sv")).toBe(
      "en dag före och 15 minuter före, till kanalen och medlemmarna",
    );
    expect(remindersInWords(meeting({ remind: [] }), "fi")).toBe("Muistutuksia ei lähetetä.");
    expect(inList(["a", "b", "c"], "en")).toBe("a, b and c");
  });
});
