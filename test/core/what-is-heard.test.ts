import type { Feature } from "../../src/core/feature.ts";
import type { Arrival, Asked } from "../../src/core/turn.ts";
import { isUnasked, whoIsAsked } from "../../src/core/what-is-heard.ts";

const base = {
  id: "1",
  actor: { tenant: "t", person: "p", name: "P" },
  conversation: { kind: "channel", id: "c;messageid=1" },
  address: { v: 1, serviceUrl: "", channel: "", conversationId: "c", botId: "b" },
} as const;
const said = (text: string, isMentioned: boolean): Asked => ({
  ...base,
  type: "message",
  text,
  isMentioned,
});
const deaf: Feature = { name: "deaf", take: () => undefined };
const forum: Feature = { ...deaf, name: "forum", hears: () => true };
const asked = (arrival: Arrival, ...features: readonly Feature[]) =>
  whoIsAsked(arrival, features).map(({ name }) => name);

describe("which features are asked", () => {
  it.each<[string, Arrival, readonly string[]]>([
    ["said to the bot", said("Hur gör ni?", true), ["deaf", "forum"]],
    ["overheard", said("Hur gör ni?", false), ["forum"]],
    ["a bare command", said("Möten", false), ["deaf", "forum"]],
    ["what begins like a command", said("Kontakt Anna om det", false), ["forum"]],
    [
      "an edit",
      { ...base, type: "message-changed", change: "edited", message: { id: "1" } },
      ["deaf", "forum"],
    ],
    ["an event", { ...base, type: "event", name: "x" }, ["deaf", "forum"]],
    [
      "a search",
      { ...base, type: "search", command: "s", query: "", skip: 0, count: 1 },
      ["deaf", "forum"],
    ],
  ])("when it is %s, then %j of %j are", (_, arrival, names) => {
    expect(asked(arrival, deaf, forum)).toEqual(names);
  });

  it("when nobody hears what was overheard, edited or happened, then nobody is", () => {
    expect(asked(said("Hur gör ni?", false), deaf)).toEqual([]);
    expect(
      asked({ ...base, type: "message-changed", change: "deleted", message: { id: "1" } }, deaf),
    ).toEqual([]);
    expect(asked({ ...base, type: "event", name: "x" }, deaf)).toEqual([]);
  });

  it("when it is a personal chat, then nothing is overheard", () => {
    const arrival: Arrival = {
      ...said("Hur gör ni?", false),
      conversation: { kind: "personal", id: "a:1" },
    };

    expect(asked(arrival, deaf)).toEqual(["deaf"]);
    expect(isUnasked(arrival)).toBe(false);
  });
});
