import type { Network } from "../../../src/core/content.ts";
import type { Arrival, Conversation } from "../../../src/core/turn.ts";
import { networksOf } from "../../../src/features/networks/networks-of.ts";

const network = (id: string, ...teams: readonly string[]): Network => ({
  id,
  nameSv: id,
  nameFi: id,
  nameEn: id,
  coordinators: [],
  languages: ["sv"],
  timeZone: "Europe/Helsinki",
  teams,
});
const all = [
  network("a", "team-a|forum", "shared-team"),
  network("b", "team-b|forum|news", "shared-team|x"),
  network("c"),
];
/** A team that the bot has met under both of its ids. */
const teamOf = (id: string) => (id === "19:met" ? { id, aadGroupId: "team-b" } : undefined);
const idsOf = (
  team: Conversation["team"],
  mode: "local" | "teams" = "local",
  networks: readonly Network[] = all,
) => {
  const conversation: Conversation = { kind: "channel", id: "x", ...(team && { team }) };
  const arrival = { conversation, actor: { tenant: "t1", person: "p1" } } as Arrival;
  return networksOf(arrival, { networks, mode, admins: ["p1"], teamsOf: () => [], teamOf }).map(
    ({ id }) => id,
  );
};

describe("networksOf", () => {
  it.each(["local", "teams"] as const)(
    "when the team is linked, then it is its network alone, in %s mode",
    (mode) => {
      expect(idsOf({ id: "team-a" }, mode)).toEqual(["a"]);
      expect(idsOf({ aadGroupId: "team-b" }, mode)).toEqual(["b"]);
      expect(idsOf({ id: "19:thread", aadGroupId: "team-b" }, mode)).toEqual(["b"]);
      expect(idsOf({ id: "shared-team" }, mode)).toEqual(["a", "b"]);
      expect(idsOf({ id: "19:met" }, mode)).toEqual(["b"]);
    },
  );

  it("when the team is not linked or there is none, then it is all of them in local mode", () => {
    for (const team of [undefined, {}, { id: "team-x" }, { id: "forum" }, { id: "team-a|forum" }]) {
      expect(idsOf(team)).toEqual(["a", "b", "c"]);
    }
  });

  it("when the team is not linked or there is none, then it is none in Teams mode, unless there is only one", () => {
    for (const team of [undefined, {}, { id: "team-x" }]) {
      expect(idsOf(team, "teams")).toEqual([]);
      expect(idsOf(team, "teams", [network("only")])).toEqual(["only"]);
    }
  });

  it("when there are no networks, then there are none", () => {
    expect(idsOf({ id: "team-a" }, "local", [])).toEqual([]);
    expect(idsOf({ id: "team-a" }, "teams", [])).toEqual([]);
  });
});
