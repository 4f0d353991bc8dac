import type { Recipient } from "../../../../src/core/directory.ts";
import { defaultPreferences } from "../../../../src/core/preferences.ts";
import { coverageOf } from "../../../../src/features/announcements/send/coverage.ts";
import { createFixedClock } from "../../../fakes/fixed-clock.ts";
import { network } from "../../networks/make-world.ts";
import { anAnnouncement } from "./an-announcement.ts";

const door = { serviceUrl: "https://teams.example/", channel: "msteams", botId: "28:k" };
const channel = { v: 1 as const, ...door, conversationId: "19:forum" };

const member = (person: string, change: Partial<Recipient> = {}): Recipient => ({
  key: `t:${person}`,
  tenant: "t",
  person,
  name: person,
  isGuest: false,
  userId: `29:${person}`,
  door,
  channel,
  isClosed: false,
  preferences: defaultPreferences,
  ...change,
});

const rosters: Readonly<Record<string, readonly Recipient[]>> = {
  alfa: [
    member("anna", { language: "sv" }),
    member("guest", { door: undefined, language: "fi" }),
    member("closed", { isClosed: true }),
    member("lost", { door: undefined, channel: undefined }),
    member("pausing", { preferences: { ...defaultPreferences, pausedUntil: "2026-12-01" } }),
    member("other", { preferences: { ...defaultPreferences, topics: ["skog"] } }),
  ],
  beta: [member("anna", { language: "sv" }), member("bo", { language: "en" })],
};

const deps = (now: () => Date) => ({
  clock: { ...createFixedClock(), now },
  library: {
    networks: () => [network("alfa"), network("beta")],
    contentOf: () => [],
    practices: () => [],
  } as never,
  directory: {
    async *recipients(id: string) {
      yield* rosters[id] ?? [];
    },
    channelsOf: (_: string, use: string) => (use === "forum" ? [channel, channel] : []),
    unreadTeams: () => [],
  } as never,
});
const noon = new Date("2026-03-02T10:00:00.000Z");
const audience = { ...anAnnouncement().audience, topics: ["bin"] };

describe("coverageOf", () => {
  it("when it is counted, then everyone counts once, and the numbers add up", async () => {
    const announcement = anAnnouncement({
      audience: { ...audience, networks: ["alfa", "beta"], channels: ["forum"] },
    });

    const coverage = await coverageOf(
      deps(() => noon),
      announcement,
    );

    expect(coverage).toEqual({
      members: 7,
      inChat: 2,
      byMention: 1,
      unreached: 2,
      blocked: 1,
      spared: 2,
      paused: 1,
      topic: 1,
      channels: 1,
      byLanguage: { sv: 5, fi: 1, en: 1 },
      isWhole: true,
      unreadTeams: [],
    });
  });

  it.each([
    [["fi"], 1],
    [["en"], 0],
    [["sv", "fi"], 6],
  ] as const)("when it is for readers of %j, then only they count", async (languages, members) => {
    const announcement = anAnnouncement({ audience: { ...audience, languages } });

    const coverage = await coverageOf(
      deps(() => noon),
      announcement,
    );

    expect(coverage.members).toBe(members);
  });

  it("when they are too many to be counted in a turn, then it says so", async () => {
    let ms = noon.getTime();
    const slow = deps(() => {
      ms += 3_000;
      return new Date(ms);
    });
    const many = {
      ...slow,
      directory: {
        async *recipients() {
          for (let at = 0; at < 1_000; at++) yield member(`m-${at}`);
        },
        channelsOf: () => [],
        unreadTeams: () => [],
      } as never,
    };

    const coverage = await coverageOf(many, anAnnouncement());

    expect(coverage.members).toBeLessThan(5);
    expect(coverage.isWhole).toBe(false);
  });

  it("when a roster does not come, then what is known is said in time", async () => {
    const clock = createFixedClock(noon);
    const never = new Promise<never>(() => {});
    const stuck = {
      ...deps(clock.now),
      clock,
      directory: {
        async *recipients() {
          yield member("anna");
          await never;
        },
        channelsOf: () => [],
        unreadTeams: () => [],
      } as never,
    };

    const coverage = await coverageOf(stuck, anAnnouncement());

    expect(coverage).toMatchObject({ members: 1, isWhole: false });
  });

  it("when a team cannot be read while they are counted, then it is named once, and nobody of it counts", async () => {
    let isTried = false;
    const known = deps(() => noon);
    const failing = {
      ...known,
      directory: {
        async *recipients() {
          yield member("anna");
          isTried = true;
          yield { unread: { id: "19:tolkarna", name: "Tolkarna" } };
        },
        channelsOf: () => [],
        unreadTeams: () =>
          isTried ? [{ id: "19:tolkarna", name: "Tolkarna" }, { id: "19:x" }] : [],
      } as never,
    };
    const both = anAnnouncement({ audience: { ...audience, networks: ["alfa", "beta"] } });
    const channels = anAnnouncement({ audience: { ...audience, members: false } });

    const coverage = await coverageOf(failing, both);

    expect(coverage).toMatchObject({ members: 1, isWhole: true });
    expect(coverage.unreadTeams).toEqual(["Tolkarna", "19:x"]);
    expect((await coverageOf(failing, channels)).unreadTeams).toEqual([]);
  });
});
