import type { Team } from "../../../src/core/directory.ts";
import type { Arrival } from "../../../src/core/turn.ts";
import { rosterMayHaveChanged, teamAfter } from "../../../src/features/networks/team-after.ts";
import { added, event, inChannel, inPerson } from "./make-world.ts";

const door = {
  serviceUrl: "https://teams.example/emea/",
  channel: "msteams",
  botId: "28:kollega",
  tenant: "t1",
};
const team: Team = {
  id: "A",
  name: "Alfa",
  door,
  channels: [{ id: "A-general" }, { id: "A-forum", name: "Forum" }],
};
const news = { id: "A-news", name: "Nytt" };
const gone: Team = { ...team, gone: true };
const archived: Team = { ...team, archived: true };

describe("teamAfter", () => {
  it.each<[string, Team, Arrival, Partial<Team>]>([
    ["renamed", team, event("A", "teamRenamed", { name: "Beta" }), { name: "Beta" }],
    ["its group told", team, event("A", "x", { aadGroupId: "g" }), { aadGroupId: "g" }],
    ["archived", team, event("A", "teamArchived"), { archived: true }],
    ["deleted", team, event("A", "teamDeleted"), { gone: true }],
    ["deleted for good", team, event("A", "teamHardDeleted"), { gone: true }],
    [
      "left by the bot",
      team,
      event("A", "installation remove", { botRemoved: true }),
      { gone: true },
    ],
    [
      "left by the bot as a member",
      team,
      event("A", "teamMemberRemoved", { botRemoved: true }),
      { gone: true },
    ],
    [
      "with a new channel",
      team,
      event("A", "channelCreated", { channel: news }),
      { channels: [...team.channels, news] },
    ],
    [
      "with a renamed channel",
      team,
      event("A", "channelRenamed", { channel: { id: "A-forum", name: "Torget" } }),
      { channels: [{ id: "A-general" }, { id: "A-forum", name: "Torget" }] },
    ],
    [
      "without a channel",
      team,
      event("A", "channelDeleted", { channel: { id: "A-forum" } }),
      { channels: [{ id: "A-general" }], lostChannels: ["A-forum"] },
    ],
    [
      "without a channel that is no longer shared",
      team,
      event("A", "channelUnshared", { channel: { id: "A-forum" } }),
      { channels: [{ id: "A-general" }], lostChannels: ["A-forum"] },
    ],
    [
      "with a channel shared",
      team,
      event("A", "channelShared", { channel: news }),
      { channels: [...team.channels, news] },
    ],
  ])(
    "when a team is %s, then that is known, and told again changes nothing",
    (_, before, arrival, change) => {
      const after = teamAfter(before, arrival);

      expect(after).toEqual({ ...before, ...change });
      expect(teamAfter(after, arrival)).toBe(after);
    },
  );

  it.each<[string, Team, Arrival]>([
    ["restored", gone, event("A", "teamRestored")],
    ["unarchived", archived, event("A", "teamUnarchived")],
    ["given the bot again", gone, added("A", [], true)],
    ["upgraded", gone, event("A", "installation upgrade")],
    ["spoken in", gone, inChannel("A")],
  ])("when a team is %s, then it is as it was", (_, before, arrival) => {
    expect(teamAfter(before, arrival)).toEqual(team);
  });

  it.each<[string, Team, Arrival]>([
    ["somebody speaks in it", team, inChannel("A")],
    ["people come", team, added("A", ["29:bo"])],
    [
      "the app is upgraded, of which the removal may be told last",
      team,
      event("A", "installation remove-upgrade", { botRemoved: true }),
    ],
    ["something unheard of happens", team, event("A", "somethingNew")],
    [
      "a late event of a gone team comes",
      gone,
      event("A", "teamMemberRemoved", { membersRemoved: ["29:bo"] }),
    ],
    ["somebody speaks elsewhere", team, inPerson("anna")],
  ])("when %s, then nothing is news", (_, before, arrival) => {
    expect(teamAfter(before, arrival)).toBe(before);
  });

  it("when a deleted channel is restored, then it is used again", () => {
    const channel = { id: "A-forum", name: "Forum" };
    const without = teamAfter(team, event("A", "channelDeleted", { channel }));

    expect(teamAfter(without, event("A", "channelRestored", { channel }))).toEqual(team);
  });

  it("when a team is met in whatever way, then there is a door to it", () => {
    expect(teamAfter(undefined, inChannel("A", "anna", "A-forum"))).toEqual({
      id: "A",
      door,
      channels: [{ id: "A-forum" }],
    });
    expect(teamAfter(undefined, added("A", ["29:bo"]))).toEqual({ id: "A", door, channels: [] });
    expect(teamAfter(undefined, event("A", "teamDeleted"))).toMatchObject({ gone: true });
    expect(teamAfter(undefined, inPerson("anna"))).toBeUndefined();
  });
});

describe("rosterMayHaveChanged", () => {
  it.each<[boolean, Arrival]>([
    [true, added("A", ["29:bo"])],
    [true, added("A", [], true)],
    [true, event("A", "teamMemberRemoved", { membersRemoved: ["29:bo"] })],
    [true, event("A", "teamRestored")],
    [true, event("A", "installation upgrade")],
    [false, event("A", "teamRenamed", { name: "B" })],
    [false, event("A", "installation remove", { botRemoved: true })],
    [false, inChannel("A")],
  ])("%j for each such arrival", (expected, arrival) => {
    expect(rosterMayHaveChanged(arrival)).toBe(expected);
  });
});
