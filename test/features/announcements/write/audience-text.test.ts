import fc from "fast-check";
import type { Audience } from "../../../../src/features/announcements/announcement.ts";
import {
  audienceText,
  readAudience,
} from "../../../../src/features/announcements/write/audience-text.ts";

const nobody: Audience = { members: false, networks: [], languages: [], topics: [], channels: [] };
const members: Audience = { ...nobody, members: true, networks: ["alfa"] };

describe("an audience as choices", () => {
  it.each<[string, Audience]>([
    ["members", members],
    ["forum,announcements", { ...nobody, channels: ["forum", "announcements"] }],
    ["channel:19:x@thread.tacv2", { ...nobody, channels: ["19:x@thread.tacv2"] }],
    ["network:beta", { ...members, networks: ["beta"] }],
    ["members,network:beta", { ...members, networks: ["alfa", "beta"] }],
    ["language:fi", { ...members, languages: ["fi"] }],
    ["topic:bin%2C humlor;forum", { ...members, topics: ["bin, humlor"], channels: ["forum"] }],
  ])("when %j is chosen, then it reaches whom it says", (text, audience) => {
    expect(readAudience(text, "alfa")).toEqual(audience);
  });

  it.each([
    "everybody",
    "language:de",
    "network:",
    "topic:%",
    `topic:${"x".repeat(101)}`,
    "toString:x",
  ])("when %j is among them, then it is no audience", (choice) => {
    expect(readAudience(`members,${choice}`, "alfa")).toBeUndefined();
  });

  it("when an audience becomes choices and is read again, then it is the same", () => {
    const name = fc.string({ unit: "binary", minLength: 1, maxLength: 30 });
    const clean = name
      .filter((one) => one.isWellFormed() && one.trim() === one)
      .filter((one) => !["forum", "announcements"].includes(one));
    const list = fc.uniqueArray(clean, { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.record({
          networks: list,
          languages: fc.uniqueArray(fc.constantFrom("sv" as const, "fi" as const, "en" as const)),
          topics: list,
          channels: list,
        }),
        (given) => {
          const networks = ["alfa", ...given.networks.filter((id) => id !== "alfa").sort()];
          const audience: Audience = { ...given, members: true, networks };
          const read = readAudience(audienceText(audience, "alfa"), "alfa");
          expect(sorted(read)).toEqual(sorted(audience));
        },
      ),
    );
  });
});

const sorted = (audience: Audience | undefined) =>
  audience && {
    ...audience,
    networks: [...audience.networks].sort(),
    languages: [...audience.languages].sort(),
    topics: [...audience.topics].sort(),
    channels: [...audience.channels].sort(),
  };
