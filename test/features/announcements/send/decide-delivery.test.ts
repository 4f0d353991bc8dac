import type { Recipient } from "../../../../src/core/directory.ts";
import { defaultPreferences, type Preferences } from "../../../../src/core/preferences.ts";
import type { Rhythm } from "../../../../src/core/quiet-hours.ts";
import type { Announcement } from "../../../../src/features/announcements/announcement.ts";
import { planFor, wants } from "../../../../src/features/announcements/send/decide-delivery.ts";
import { anAnnouncement } from "./an-announcement.ts";

const rhythm: Rhythm = { timeZone: "Europe/Helsinki", from: "20:00", to: "07:00" };
const day = new Date("2026-03-02T10:00+02:00");
const night = new Date("2026-03-02T23:30+02:00");
const morning = new Date("2026-03-03T07:00+02:00");

const door = { serviceUrl: "https://teams.example/", channel: "msteams", botId: "28:k" };
const forum = { v: 1 as const, ...door, conversationId: "19:forum" };
const chat = { v: 1 as const, ...door, conversationId: "chat" };

const member = (change: Partial<Recipient> = {}): Recipient => ({
  key: "t:anna",
  tenant: "t",
  person: "anna",
  name: "Anna",
  isGuest: false,
  userId: "29:anna",
  address: chat,
  door,
  channel: forum,
  isClosed: false,
  preferences: defaultPreferences,
  ...change,
});
const prefers = (change: Partial<Preferences>) =>
  member({ preferences: { ...defaultPreferences, ...change } });
const about = (...topics: string[]) =>
  anAnnouncement({ audience: { ...anAnnouncement().audience, topics } });
const urgent = anAnnouncement({ importance: "urgent" });

describe("planFor", () => {
  it.each([
    ["somebody whose chat is known", member(), anAnnouncement(), day, "chat", day],
    [
      "somebody whose chat must be opened",
      member({ address: undefined }),
      anAnnouncement(),
      day,
      "open",
      day,
    ],
    [
      "a guest whom no chat reaches",
      member({ address: undefined, door: undefined }),
      anAnnouncement(),
      day,
      "mention",
      day,
    ],
    ["somebody at night", member(), anAnnouncement(), night, "chat", morning],
    ["somebody at night, urgently", member(), urgent, night, "chat", night],
    [
      "somebody whose pause ends before the morning",
      prefers({ pausedUntil: "2026-03-02" }),
      anAnnouncement(),
      night,
      "chat",
      morning,
    ],
  ] as const)(
    "when it is for %s, then it goes there and then",
    (_, who, announcement, now, route, at) => {
      const plan = planFor({ recipient: who, language: "fi", rhythm }, meant(announcement), now);

      expect(plan).toMatchObject({ recipient: "t:anna", language: "fi", notBefore: at });
      expect(plan.skip).toBeUndefined();
      expect(plan.target.route).toBe(route);
      expect(plan.variant).toBe(route === "mention" ? "all" : "fi");
    },
  );

  it.each([
    ["blocked the bot", member({ isClosed: true }), anAnnouncement(), "blocked"],
    ["blocked the bot, urgently", member({ isClosed: true }), urgent, "blocked"],
    [
      "can be reached nowhere",
      member({ address: undefined, door: undefined, channel: undefined }),
      anAnnouncement(),
      "unreachable",
    ],
    ["paused", prefers({ pausedUntil: "2026-03-02" }), anAnnouncement(), "paused"],
    ["paused, urgently", prefers({ pausedUntil: "2026-03-02" }), urgent, "paused"],
    ["chose other topics", prefers({ topics: ["skog"] }), about("bin"), "topic"],
    ["muted its topic", prefers({ mutedTopics: ["BIN "] }), about("bin"), "topic"],
  ] as const)(
    "when somebody %s, then they are accounted for and not sent it",
    (_, who, announcement, reason) => {
      const plan = planFor({ recipient: who, language: "sv", rhythm }, meant(announcement), day);

      expect(plan).toMatchObject({ recipient: "t:anna", skip: reason });
    },
  );
});

const named = (tags: readonly string[]) => tags.map((sv) => ({ sv }));

function meant({ importance, audience }: Pick<Announcement, "importance" | "audience">) {
  return { importance, topics: named(audience.topics) };
}

describe("wants", () => {
  it.each([
    ["everything, of no topic", [], [], [], true],
    ["one topic, of no topic", ["skog"], [], [], true],
    ["everything", [], [], ["bin"], true],
    ["the topic", ["bin", "skog"], [], ["bin"], true],
    ["the topic in other letters", ["Bin"], [], ["bin "], true],
    ["another topic", ["skog"], [], ["bin"], false],
    ["everything but the topic", [], ["bin"], ["bin"], false],
    ["everything but one of its topics", [], ["bin"], ["bin", "honung"], true],
    ["a topic that is muted as well", ["bin"], ["bin"], ["bin"], false],
    ["one of its topics, and has muted the other", ["bin"], ["honung"], ["bin", "honung"], true],
    ["only the one that is muted", ["bin"], ["bin"], ["bin", "honung"], false],
  ])("when somebody wants %s, then so it is", (_, topics, mutedTopics, of, expected) => {
    expect(wants({ topics, mutedTopics }, named(of))).toBe(expected);
  });

  it.each([
    ["follows it in another language", ["mehiläiset"], [], true],
    ["muted it in another language", [], ["bees"], false],
  ])("when somebody %s, then it is the same topic", (_, topics, mutedTopics, expected) => {
    const topic = { sv: "bin", fi: "mehiläiset", en: "bees" };

    expect(wants({ topics, mutedTopics }, [topic])).toBe(expected);
  });
});
