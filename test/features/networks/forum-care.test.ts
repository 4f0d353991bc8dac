import type { Language } from "../../../src/core/language.ts";
import type { NetworkSettings } from "../../../src/core/network-settings.ts";
import {
  forumSections,
  forumValues,
  readForumCare,
} from "../../../src/features/networks/forum-care.ts";
import { textsIn } from "../../../src/texts/texts.ts";

const settings: NetworkSettings = { network: "alfa" };
const now = new Date("2026-03-05T10:00:00.000Z");

describe("the forum in a network's settings", () => {
  it.each<readonly [Language, string]>([
    ["sv", "Måndag"],
    ["fi", "Maanantai"],
    ["en", "Monday"],
  ])(
    "when it is shown in %s, then the week begins on Monday and everything has a value",
    (language, monday) => {
      const sections = forumSections(textsIn(language).networks, language);
      expect(sections[0]?.singles?.[0]?.choices[0]?.title).toBe(monday);
      const shown = sections.flatMap(({ singles = [], times = [], toggles = [] }) =>
        [...singles, ...times, ...toggles].map(({ id }) => id),
      );
      expect(shown.sort()).toEqual(Object.keys(forumValues(settings)).sort());
    },
  );

  it("when nothing is changed, then nothing is set", () => {
    expect(readForumCare(settings, forumValues(settings), now)).toEqual({ care: {} });
    expect(readForumCare(settings, {}, now)).toEqual({ care: {} });
  });

  it.each([
    [{ digestDay: "3" }, { digestDay: 3, digestSetAt: now.toISOString() }],
    [{ digestDay: "off" }, { digestDay: "off", digestSetAt: now.toISOString() }],
    [{ digestAt: "14:30" }, { digestAt: "14:30", digestSetAt: now.toISOString() }],
    [{ nudgeDays: "0" }, { nudgeDays: 0 }],
    [{ nudgeDays: "10" }, { nudgeDays: 10 }],
    [{ offersToAsk: "true" }, { offersToAsk: true }],
  ])("when %j is chosen, then that is set, and a new digest counts from now on", (typed, care) => {
    expect(readForumCare(settings, typed, now).care).toEqual(care);
  });

  it.each([
    [{ digestDay: "7" }],
    [{ digestDay: "-1" }],
    [{ nudgeDays: "99" }],
    [{ nudgeDays: "<b>" }],
    [{ offersToAsk: "perhaps" }],
  ])("when a client sends %j, then it is as it was", (typed) => {
    expect(readForumCare(settings, typed, now)).toEqual({ care: {} });
  });

  it("when the time is none, then it is told and not set", () => {
    expect(readForumCare(settings, { digestAt: "25:00" }, now)).toEqual({
      care: {},
      badTime: "25:00",
    });
  });
});
