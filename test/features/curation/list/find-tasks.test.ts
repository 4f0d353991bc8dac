import fc from "fast-check";
import type { Contact, Draft, Gap, Practice } from "../../../../src/core/content.ts";
import {
  findTasks,
  gapKey,
  isOld,
  type Sources,
  yearsFrom,
} from "../../../../src/features/curation/list/find-tasks.ts";

const today = "2026-11-23";
const none: Sources = { drafts: [], practices: [], contacts: [], gaps: [] };

const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  id,
  network: "alfa",
  kind: "terms",
  row: { sv: id },
  proposedBy: "t:anna",
  proposedAt: `2026-11-0${id}T00:00:00.000Z`,
  consent: "given",
  state: "waiting",
  ...more,
});
const practice = (id: string, more: Partial<Practice> = {}): Practice => ({
  id,
  language: "sv",
  title: id,
  body: id,
  questions: [],
  tags: [],
  contacts: [],
  status: "published",
  ...more,
});
const contact = (id: string, consent: string): Contact => ({
  id,
  name: id,
  consent,
  topics: [],
  languages: [],
});
const gap = (text: string, at: string, more: Partial<Gap> = {}): Gap => ({
  text,
  language: "sv",
  at: `2026-11-${at}T00:00:00.000Z`,
  ...more,
});

describe("what waits for a coordinator", () => {
  it("when proposals wait, then the oldest comes first, and decided ones do not come", () => {
    const drafts = [draft("3"), draft("1"), draft("2", { state: "approved" })];
    const found = findTasks({ ...none, drafts }, today);
    expect(found.map((task) => task.kind === "draft" && task.draft.id)).toEqual(["1", "3"]);
  });

  it.each<readonly [string, Partial<Practice>, readonly string[]]>([
    ["without a day", {}, []],
    ["that is due today", { reviewBy: today }, []],
    ["that was due yesterday", { reviewBy: "2026-11-22" }, ["review"]],
    ["that was put away", { reviewBy: "2020-01-01", status: "archived" }, []],
    ["that was imported as a draft", { reviewBy: "2020-01-01", status: "draft" }, ["unpublished"]],
  ])("when there is a practice %s, then it counts as %j → %j", (_, more, kinds) => {
    const found = findTasks({ ...none, practices: [practice("p", more)] }, today);
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each([
    ["2024-11-22", true],
    ["2024-11-23", false],
    ["2026-11-23", false],
  ])("when a consent is from %s, then old is %s", (day, old) => {
    expect(isOld(contact("c", day), today)).toBe(old);
    const found = findTasks({ ...none, contacts: [contact("c", day)] }, today);
    expect(found).toHaveLength(old ? 1 : 0);
  });

  it("when a question was asked in several writings, then it comes once, and the most frequent first", () => {
    const gaps = [
      gap("Vad är jäv?", "01"),
      gap("vem är  JÄVIG", "02"),
      gap("Vem är jävig?", "05"),
      gap("Vem är jävig?", "03", { language: "en" }),
      gap("Vem är jävig?", "04", { doneAt: "2026-11-06T00:00:00.000Z" }),
    ];
    const found = findTasks({ ...none, gaps }, today);
    expect(found.map((task) => task.kind === "gap" && [task.gap.text, task.gap.times])).toEqual([
      ["Vem är jävig?", 2],
      ["Vem är jävig?", 1],
      ["Vad är jäv?", 1],
    ]);
  });

  it("when two texts differ in case, signs and spaces alone, then they are one question", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zåäö]{1,8}$/u), { minLength: 1 }), (words) => {
        const one = gapKey({ text: words.join(" "), language: "sv" });
        const other = gapKey({ text: ` ${words.join(",  ").toUpperCase()}?`, language: "sv" });
        expect(other).toBe(one);
      }),
    );
  });

  it("when years are added to the last of February, then a day follows that there is", () => {
    expect(yearsFrom("2028-02-29", 1)).toBe("2029-03-01");
    expect(yearsFrom("2026-11-23", -2)).toBe("2024-11-23");
  });
});
