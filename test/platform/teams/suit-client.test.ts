import { parseActivity } from "../../../src/platform/teams/parse-activity.ts";
import { suitClient } from "../../../src/platform/teams/suit-client.ts";

const button = {
  type: "Action.Execute",
  verb: "ask.more",
  data: { question: "q1", key: "k1" },
  fallback: { type: "Action.Submit", data: { question: "q1", key: "k1", verb: "ask.more" } },
};
const card = { type: "AdaptiveCard", body: [{ type: "Container", selectAction: button }] };

describe("suitClient", () => {
  it("when the card goes to Teams, then it is left as it is", () => {
    expect(suitClient("https://smba.trafficmanager.net/emea/", card)).toBe(card);
  });

  it("when it goes to the playground, then no button's data has a key, and nothing else changed", () => {
    const suited = JSON.stringify(suitClient("http://localhost:56150/_connector", card));

    expect(suited).not.toContain('"key"');
    expect(JSON.parse(suited.replaceAll('"cardKey"', '"key"'))).toEqual(card);
  });

  it("when such a button is pressed, then its key is read", () => {
    const parsed = parseActivity({
      type: "invoke",
      name: "adaptiveCard/action",
      id: "a1",
      serviceUrl: "http://localhost:56150/_connector",
      from: { id: "person" },
      recipient: { id: "bot" },
      conversation: { id: "chat" },
      value: { action: { verb: "ask.more", data: { question: "q1", cardKey: "k1" } } },
    });

    expect(parsed).toMatchObject({ arrival: { key: "k1", data: { question: "q1" } } });
  });
});
