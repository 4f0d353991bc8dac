import fc from "fast-check";
import type { Team } from "../../../src/core/directory.ts";
import {
  channelFor,
  hasChannel,
  linkOf,
  readLink,
  withLink,
  withoutLink,
  writeLink,
} from "../../../src/features/networks/team-links.ts";

const team = (id: string, more: Partial<Team> = {}): Team => ({
  id,
  door: { serviceUrl: "https://teams.example/", channel: "msteams", botId: "28:kollega" },
  channels: [{ id: `${id}-general` }, { id: `${id}-forum` }],
  ...more,
});

describe("links of teams", () => {
  it("when a link is read and written, then it is the same", () => {
    const part = fc.stringMatching(/^[^|\s]{1,20}$/u);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        expect(writeLink(readLink(parts.join("|")))).toBe(parts.join("|"));
      }),
    );
  });

  it.each([
    [["A"], { id: "A" }, true],
    [["B", "A|x|y"], { id: "A" }, true],
    [["GROUP|x"], { id: "A", aadGroupId: "group" }, true],
    [["a"], { id: "A" }, false],
    [["x|A"], { id: "A" }, false],
    [[], { id: "A" }, false],
    [["A"], {}, false],
  ])(
    "when a network's teams are %j and the team is %j, then linked: %j",
    (teams, ids, expected) => {
      expect(linkOf({ teams }, ids) !== undefined).toBe(expected);
    },
  );

  it.each([
    ["A", "A-general", "A-general"],
    ["A|A-forum", "A-forum", "A-forum"],
    ["A|A-forum|A-news", "A-forum", "A-news"],
    ["A|A-lost|A-news", "A-general", "A-news"],
    ["A|A-forum|A-lost", "A-forum", "A-forum"],
  ])(
    "when the link is %s, then the forum is %s and announcements go to %s",
    (link, forum, news) => {
      const known = team("A", { lostChannels: ["A-lost"] });

      expect(channelFor(known, readLink(link), "forum")).toBe(forum);
      expect(channelFor(known, readLink(link), "announcements")).toBe(news);
    },
  );

  it("when no channel is known, then the team's own id names the first", () => {
    expect(channelFor(team("A", { channels: [] }), readLink("A"), "forum")).toBe("A");
  });

  it("when a channel is asked for, then it is the team's if listed or named, and not deleted", () => {
    const known = team("A", { lostChannels: ["A-lost"] });
    const has = (channel: string) => hasChannel(known, readLink("A|A-shared|A-lost"), channel);

    expect(["A", "A-general", "A-forum", "A-shared"].map(has)).toEqual([true, true, true, true]);
    expect(["A-lost", "B-forum", ""].map(has)).toEqual([false, false, false]);
  });

  it("when a link is added or taken out, then the others stay", () => {
    const group = team("A", { aadGroupId: "group" });

    expect(withLink(["B|x"], team("A"), {})).toEqual(["B|x", "A"]);
    expect(withLink(["B|x", "A|f|n"], team("A"), { forum: "g" })).toEqual(["B|x", "A|g"]);
    expect(withLink(["GROUP|x"], group, {})).toEqual(["GROUP"]);
    expect(withoutLink(["B|x", "GROUP|x", "A"], group)).toEqual(["B|x"]);
  });
});
