import { parseActivity } from "../../../src/platform/teams/parse-activity.ts";

const base = {
  id: "1700000000002",
  timestamp: "2026-03-02T08:00:00.000Z",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  channelId: "msteams",
  from: { id: "29:anna" },
  recipient: { id: "28:kollega", name: "Kollega" },
  conversation: { id: "19:forum@thread.tacv2;messageid=17", conversationType: "channel" },
};

function arrivalOf(activity: object) {
  const parsed = parseActivity({ ...base, ...activity });
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.arrival;
}
const update = (eventType: string | undefined, type = "messageUpdate", more: object = {}) =>
  arrivalOf({ type, text: "<p>Nu&nbsp;så</p>", channelData: { eventType }, ...more });

describe("a message that changed", () => {
  it.each([
    ["messageUpdate", "editMessage", "edited", "Nu så"],
    ["messageUpdate", "undeleteMessage", "restored", "Nu så"],
    ["messageUpdate", undefined, "edited", "Nu så"],
    ["messageDelete", "softDeleteMessage", "deleted", undefined],
    ["messageDelete", undefined, "deleted", undefined],
  ])("when a %s says %s, then it was %s", (type, eventType, change, text) => {
    const arrival = update(eventType, type);

    expect(arrival).toMatchObject({
      type: "message-changed",
      change,
      message: { id: base.id },
      changedAt: base.timestamp,
      conversation: { kind: "channel", id: base.conversation.id },
    });
    expect(arrival.type === "message-changed" && arrival.message.text).toBe(text);
  });

  it("when a message is edited twice, then each is an arrival of its own, and neither is the message", () => {
    const ids = [
      update("editMessage").id,
      update("editMessage", "messageUpdate", { timestamp: "2026-03-02T08:00:01.000Z" }).id,
      update("softDeleteMessage", "messageDelete").id,
      base.id,
    ];

    expect(new Set(ids).size).toBe(4);
    expect(update("editMessage").id).toBe(ids[0]);
  });

  it("when it is the first of its thread and the channel alone is named, then the thread is found", () => {
    const conversation = { id: "19:forum@thread.tacv2", conversationType: "channel" };

    expect(update("editMessage", "messageUpdate", { conversation }).conversation.id).toBe(
      `19:forum@thread.tacv2;messageid=${base.id}`,
    );
  });

  it.each([
    [{ channelData: { eventType: "somethingNew" } }],
    [{ id: undefined }],
    [{ id: 5, channelData: {} }],
  ])("when it is not told what changed (%j), then it is an event and nothing more", (more) => {
    expect(arrivalOf({ type: "messageUpdate", ...more }).type).toBe("event");
  });
});
