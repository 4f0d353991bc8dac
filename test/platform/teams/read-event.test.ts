import type { EventDetails } from "../../../src/core/turn.ts";
import { parseActivity } from "../../../src/platform/teams/parse-activity.ts";

const bot = { id: "28:kollega", name: "Kollega" };
const team = { id: "19:team@thread.tacv2", aadGroupId: "group-1", name: "Upphandlarna" };
const channel = { id: "19:forum@thread.tacv2", name: "Forum" };
const base = {
  id: "e1",
  timestamp: "2026-03-02T08:00:00.000Z",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  channelId: "msteams",
  from: { id: "29:anna", name: "Anna", aadObjectId: "00000000-0000-4000-8000-00000000000a" },
  recipient: bot,
};
const inTeam = { id: team.id, conversationType: "channel", isGroup: true };
const tenant = { id: "tenant-1" };

function arrivalOf(activity: object) {
  const parsed = parseActivity({ ...base, ...activity });
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.arrival;
}
const update = (eventType: string, more: object = {}, data: object = {}) =>
  arrivalOf({
    type: "conversationUpdate",
    conversation: inTeam,
    channelData: { tenant, team, eventType, ...data },
    ...more,
  });
const members = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe("what happened to a team", () => {
  it.each<[string, object, object, EventDetails]>([
    ["channelCreated", {}, { channel }, { team, channel }],
    ["channelRenamed", {}, { channel }, { team, channel }],
    ["channelDeleted", {}, { channel }, { team, channel }],
    ["channelRestored", {}, { channel }, { team, channel }],
    ["teamRenamed", {}, {}, { team }],
    ["teamDeleted", {}, {}, { team }],
    ["teamHardDeleted", {}, {}, { team }],
    ["teamArchived", {}, {}, { team }],
    ["teamUnarchived", {}, {}, { team }],
    ["teamRestored", {}, {}, { team }],
    ["channelShared", {}, { channel, sharedWithTeams: [{ id: "19:other" }] }, { team, channel }],
    ["channelUnshared", {}, { channel }, { team, channel }],
    [
      "teamMemberRemoved",
      { membersRemoved: members("29:bo", bot.id) },
      {},
      { team, membersRemoved: ["29:bo"], botRemoved: true },
    ],
    [
      "channelMemberRemoved",
      { membersRemoved: members("29:bo") },
      { channel },
      { team, channel, membersRemoved: ["29:bo"] },
    ],
    ["somethingNew", {}, { channel: { id: 5 }, app: "x" }, { team }],
  ])(
    "when Teams says %s, then that is its name, and what it is about is read",
    (name, more, data, about) => {
      expect(update(name, more, data)).toMatchObject({ type: "event", name });
      expect(update(name, more, data)).toHaveProperty("about", about);
    },
  );

  it.each<[string, readonly string[], boolean, EventDetails]>([
    ["teamMemberAdded", ["29:bo", "29:cia"], false, { team, membersAdded: ["29:bo", "29:cia"] }],
    ["teamMemberAdded", [bot.id], true, { team, botAdded: true }],
    ["teamMemberAdded", [bot.id, "29:bo"], true, { team, botAdded: true, membersAdded: ["29:bo"] }],
    ["channelMemberAdded", [bot.id], true, { team, botAdded: true }],
  ])("when %s names %j, then they joined", (name, ids, isBot, about) => {
    const arrival = update(name, { membersAdded: members(...ids) });

    expect(arrival).toMatchObject({ type: "joined", bot: isBot });
    expect(arrival).toHaveProperty("about", about);
  });

  it("when only the older field names the team, then it is read from there", () => {
    const arrival = update("teamRenamed", {}, { team: undefined, teamsTeamId: team.id });

    expect(arrival).toHaveProperty("about", { team: { id: team.id } });
  });

  it.each<[unknown, unknown]>([
    [null, null],
    ["x", { length: 3 }],
    [[null, 5, {}, { id: 7 }, { id: "" }], [[]]],
  ])("when its members are %j and %j, then it is harmless", (membersAdded, membersRemoved) => {
    const { type } = update("teamMemberAdded", { membersAdded, membersRemoved });

    expect(["event", "joined"]).toContain(type);
  });
});

describe("what happened to the installation", () => {
  const personal = { id: "a:chat", conversationType: "personal" };
  const install = (action: string, conversation: object, channelData: object) =>
    arrivalOf({ type: "installationUpdate", action, conversation, channelData });

  it.each<[string, object]>([
    ["add", { type: "joined", bot: true, about: { team, channel, botAdded: true } }],
    ["add-upgrade", { type: "joined", bot: true, about: { team, channel, botAdded: true } }],
    [
      "remove",
      { type: "event", name: "installation remove", about: { team, channel, botRemoved: true } },
    ],
    [
      "remove-upgrade",
      {
        type: "event",
        name: "installation remove-upgrade",
        about: { team, channel, botRemoved: true },
      },
    ],
    ["upgrade", { type: "event", name: "installation upgrade", about: { team, channel } }],
    ["else", { type: "event", name: "installation else", about: { team, channel } }],
  ])("when it says %s in a team, then that is what happened, and where", (action, happened) => {
    const arrival = install(action, { ...inTeam, id: channel.id }, { tenant, team, channel });

    expect(arrival).toMatchObject(happened);
    expect(arrival).toHaveProperty("about", Reflect.get(happened, "about"));
  });

  it("when it is in a personal chat, then the app's version is read", () => {
    const arrival = install("upgrade", personal, { tenant, app: { id: "app", version: "1.2.0" } });

    expect(arrival).toMatchObject({ about: { appVersion: "1.2.0" } });
  });
});
