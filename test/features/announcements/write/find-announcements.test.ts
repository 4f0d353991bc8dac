import type { Announcement } from "../../../../src/features/announcements/announcement.ts";
import { findAnnouncements } from "../../../../src/features/announcements/write/find-announcements.ts";
import { needsApproval } from "../../../../src/features/announcements/write/needs-approval.ts";

const one = (id: string, more: Partial<Announcement> = {}): Announcement => ({
  id,
  network: "alfa",
  titleSv: `Rubrik ${id}`,
  links: [],
  importance: "normal",
  confirm: false,
  audience: { members: true, networks: ["alfa"], languages: [], topics: [], channels: [] },
  status: "draft",
  version: 1,
  author: "t:p",
  createdAt: "2026-03-01T08:00:00.000Z",
  changedAt: `2026-03-0${id}T08:00:00.000Z`,
  ...more,
});

const all = [
  one("1", { textFi: "Hankinnat ja ÄÄNET" }),
  one("2", { status: "sent", sentAt: "2026-03-05T08:00:00.000Z", titleEn: "Training day" }),
  one("3", { template: true }),
];
const ids = (found: readonly Announcement[]) => found.map(({ id }) => id);

describe("looking for announcements", () => {
  it.each([
    ["", undefined, ["2", "3", "1"]],
    ["äänet", undefined, ["1"]],
    ["DAY training", undefined, ["2"]],
    ["training hankinnat", undefined, []],
    ["", "sent", ["2"]],
    ["", "draft", ["1"]],
    ["", "template", ["3"]],
    ["rubrik", "template", ["3"]],
  ] as const)("when %j is looked for among %s, then %j is found", (query, status, found) => {
    expect(ids(findAnnouncements(all, { query, status }))).toEqual(found);
  });
});

describe("approval", () => {
  it.each([
    ["normal", 500, undefined],
    ["important", 501, "many"],
    ["urgent", 1, "urgent"],
  ] as const)("when one that is %s goes to %i, then it needs %s", (importance, members, why) => {
    const audience = { members, isWhole: true, unreadTeams: [] };

    expect(needsApproval({ importance }, audience, { limit: 500, isAlone: false })).toBe(why);
  });

  it.each([
    ["normal", 3, { isWhole: false }, "uncounted"],
    ["normal", 3, { unreadTeams: ["Tolkarna"] }, "uncounted"],
    ["urgent", 3, { isWhole: false }, "urgent"],
    ["important", 501, { unreadTeams: ["Tolkarna"] }, "many"],
  ] as const)("when one that is %s goes to %i and others, %j, then it needs %s", (...one) => {
    const [importance, members, how, why] = one;
    const audience = { members, isWhole: true, unreadTeams: [], ...how };

    expect(needsApproval({ importance }, audience, { limit: 500, isAlone: false })).toBe(why);
  });

  it("when whoever runs a network alone has a team that cannot be read, then nobody needs to", () => {
    const audience = { members: 3, isWhole: true, unreadTeams: ["Tolkarna"] };
    const alone = { limit: 500, isAlone: true };

    expect(needsApproval({ importance: "normal" }, audience, alone)).toBeUndefined();
    expect(needsApproval({ importance: "normal" }, { ...audience, isWhole: false }, alone)).toBe(
      "uncounted",
    );
  });
});
