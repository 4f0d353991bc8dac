import type { Draft } from "../../../../src/core/content.ts";
import { type DataSubject, formerMember } from "../../../../src/core/personal-data.ts";
import { forgetIn, isOver } from "../../../../src/features/curation/draft/forget-in-draft.ts";

const anna: DataSubject = {
  key: "t:anna",
  tenant: "t",
  person: "anna",
  userIds: [],
  chats: [],
  names: ["Anna Karlsson"],
  contacts: [{ partition: "alfa", id: "contact:c-17" }],
};
const draft: Draft = {
  id: "d",
  network: "alfa",
  kind: "practices",
  row: { id: "d", title: "Bikupor", body: "Så här.", contacts: ["c-1"] },
  proposedBy: "t:anna",
  proposedAt: "2026-03-02T07:00:00.000Z",
  consent: "not-needed",
  state: "waiting",
};
const others: Draft = { ...draft, proposedBy: "t:matti" };
const forget = (one: Draft) => forgetIn(one, anna, "en tidigare medlem");

describe("a proposal of which somebody is forgotten", () => {
  it.each(["waiting", "approved"] as const)("when it is %s, then it stays as nobody's", (state) => {
    expect(forget({ ...draft, state })).toEqual({ ...draft, state, proposedBy: formerMember });
  });

  it("when it was rejected, then it goes with its proposer, but not with its decider", () => {
    const rejected = { ...others, state: "rejected", reason: "Nej", decidedBy: "t:anna" } as const;

    expect(forget({ ...draft, state: "rejected" })).toBe("erase");
    expect(forget(rejected)).toEqual({ ...rejected, decidedBy: formerMember });
  });

  it("when its row names them, then it does so no more", () => {
    const row = {
      ...draft.row,
      source: "Anna Karlsson, Pargas",
      owner: "c-17",
      contacts: ["c-1", "c-17"],
    };

    expect(forget({ ...others, row, reason: "Fråga Anna Karlsson" })).toEqual({
      ...others,
      row: { ...draft.row, source: "en tidigare medlem, Pargas" },
      reason: "Fråga en tidigare medlem",
    });
  });

  it.each([
    ["by its id", { id: "c-17", name: "A. Karlsson" }],
    ["by its name", { id: "c-99", name: "Anna Karlsson" }],
  ])("when it is a contact entry of theirs %s, then it goes", (_, row) => {
    expect(forget({ ...others, kind: "contacts", row })).toBe("erase");
  });

  it("when they had nothing to do with it, or are forgotten already, then it is left alone", () => {
    expect(forget(others)).toBe(others);
    const once = forget(draft);
    expect(once === "erase" ? once : forget(once)).toBe(once);
  });
});

describe("how long a proposal is kept", () => {
  const oldest = "2026-03-02T07:00:00.000Z";
  const before = "2026-03-02T06:59:59.999Z";
  const after = "2026-03-02T07:00:00.001Z";
  const decided = { decidedBy: "t:karin", decidedAt: before };

  it.each<[string, boolean, Partial<Draft>]>([
    ["waits", false, { proposedAt: before }],
    [
      "was approved and settled long ago",
      true,
      { state: "approved", ...decided, settledAt: oldest },
    ],
    [
      "was rejected and settled long ago",
      true,
      { state: "rejected", ...decided, settledAt: before },
    ],
    ["was settled lately", false, { state: "approved", ...decided, settledAt: after }],
    ["is not settled yet", false, { state: "approved", ...decided }],
    ["was withdrawn long ago", true, { state: "rejected", proposedAt: before }],
    ["was withdrawn lately", false, { state: "rejected", proposedAt: after }],
  ])("when it %s, then that it is over is %s", (_, isIt, more) => {
    expect(isOver({ ...draft, ...more }, oldest)).toBe(isIt);
  });
});
