import type { Discussion } from "../../../../src/core/content.ts";
import { createBatchIds } from "../../../../src/features/discussions/batch-ids.ts";
import {
  chosenFew,
  isAnswerProposed,
  isAskedFor,
  isWorkingTime,
  nudgeDue,
} from "../../../../src/features/discussions/care/decide-nudge.ts";
import { reopened } from "../../../../src/features/discussions/thread/change-discussion.ts";
import { loadFinnishHolidays } from "../../../../src/features/meetings/meetings-feature.ts";
import { discussion, network, recipient } from "../make-discussion.ts";

const noHoliday = () => false;
const batchIds = createBatchIds((text) => text);

describe("the nudge", () => {
  it.each([
    ["a Monday morning", "2026-03-02T08:00:00.000Z", 3, "2026-03-05T08:00:00.000Z"],
    ["a Friday", "2026-03-06T08:00:00.000Z", 3, "2026-03-11T08:00:00.000Z"],
    ["a Saturday", "2026-03-07T10:00:00.000Z", 3, "2026-03-11T10:00:00.000Z"],
    ["the night", "2026-03-02T01:00:00.000Z", 1, "2026-03-03T07:00:00.000Z"],
    ["the evening", "2026-03-02T19:30:00.000Z", 1, "2026-03-03T14:00:00.000Z"],
    ["the days before summer time", "2026-03-26T08:00:00.000Z", 3, "2026-03-31T07:00:00.000Z"],
    ["Maundy Thursday", "2026-04-02T08:00:00.000Z", 1, "2026-04-07T08:00:00.000Z"],
    ["Midsummer", "2026-06-18T08:00:00.000Z", 1, "2026-06-22T08:00:00.000Z"],
    ["Christmas week", "2026-12-23T08:00:00.000Z", 3, "2026-12-30T08:00:00.000Z"],
  ])(
    "when the question was asked on %s, then it is due so many working days later",
    async (_, openedAt, days, due) => {
      const isHoliday = await loadFinnishHolidays();
      const moment = nudgeDue({ ...discussion, openedAt }, network, days, isHoliday);
      expect(moment?.toISOString()).toBe(due);
    },
  );

  it("when it was brought up before, then the days count from then", () => {
    const again = { ...discussion, nudgedAt: ["2026-03-05T08:00:00.000Z"] };
    const due = nudgeDue(again, network, 3, noHoliday);
    expect(due?.toISOString()).toBe("2026-03-10T08:00:00.000Z");
  });

  it("when it was opened again, then the days count from then, and it is brought up anew", () => {
    const nudgedAt = ["2026-03-05T08:00:00.000Z", "2026-03-10T08:00:00.000Z"];
    const again = reopened({ ...discussion, nudgedAt }, "2026-06-01T07:00:00.000Z");
    const due = nudgeDue(again, network, 3, noHoliday);
    expect(due?.toISOString()).toBe("2026-06-04T07:00:00.000Z");
    const [first, second] = [discussion, again].map((one) => batchIds.nudge(one, 1));
    expect(first).not.toBe(second);
  });

  it.each([
    ["a colleague's words", "t:matti", "hankintayksikkö", true],
    ["a colleague's thanks", "t:matti", "Tack så mycket! 🙏", false],
    ["a colleague's thanks with an answer", "t:matti", "Kiitos, se on hankintayksikkö", true],
    ["a colleague's words that are not kept", "t:matti", "", false],
    ["the asker's own addition", "t:anna", "Jag menar i en annons.", false],
  ])(
    "when there is only %s, then whether an answer is proposed is told",
    (_, author, text, isProposed) => {
      const replies = [{ id: "r", author, text, at: "2026-03-02T09:00:00.000Z" }];
      expect(isAnswerProposed({ ...discussion, replies })).toBe(isProposed);
    },
  );

  it.each<readonly [string, Partial<Discussion>, number]>([
    ["it is answered", { status: "answered" }, 3],
    ["it is closed", { status: "closed" }, 3],
    [
      "it was brought up twice",
      { nudgedAt: ["2026-03-05T08:00:00.000Z", "2026-03-10T08:00:00.000Z"] },
      3,
    ],
    ["it is not posted yet", { question: { ...discussion.question, id: "" } }, 3],
    ["the network wants none", {}, 0],
  ])("when %s, then it is never due", (_, more, days) => {
    expect(nudgeDue({ ...discussion, ...more }, network, days, noHoliday)).toBeUndefined();
  });

  it.each([
    ["2026-03-02T07:00:00.000Z", true],
    ["2026-03-02T06:59:00.000Z", false],
    ["2026-03-02T14:59:00.000Z", true],
    ["2026-03-02T15:00:00.000Z", false],
    ["2026-03-07T10:00:00.000Z", false],
  ])("when it is %s, then people are at work: %s", (at, isWork) => {
    expect(isWorkingTime(new Date(at), network, noHoliday)).toBe(isWork);
  });

  const now = new Date("2026-03-05T08:00:00.000Z");
  it.each([
    ["chose the topic", recipient("a", { topics: ["termer"] }), true],
    ["chose another topic", recipient("a", { topics: ["bilar"] }), false],
    ["wants to hear of everything, and so of nothing by name", recipient("a"), false],
    [
      "does not want to hear of it any more",
      recipient("a", { topics: ["termer"], mutedTopics: ["Termer"] }),
      false,
    ],
    ["has paused", recipient("a", { topics: ["termer"], pausedUntil: "2026-03-05" }), false],
    [
      "had paused until yesterday",
      recipient("a", { topics: ["termer"], pausedUntil: "2026-03-04" }),
      true,
    ],
    ["asked it", recipient("anna", { topics: ["termer"] }), false],
    ["blocked Kollega", recipient("a", { topics: ["termer"] }, { isClosed: true }), false],
    [
      "cannot be mentioned",
      { ...recipient("a", { topics: ["termer"] }), userId: undefined },
      false,
    ],
  ])("when somebody %s, then they are asked: %s", (_, who, isAsked) => {
    const { userId, ...rest } = who;
    const person = { ...rest, ...(userId !== undefined && { userId }) };
    expect(isAskedFor(person, discussion, network, now)).toBe(isAsked);
  });

  it("when many have chosen the topic, then it is the same handful each time", () => {
    const all = ["g", "c", "a", "f", "b", "e", "d"].map((one) => recipient(one));
    expect(chosenFew(all).map(({ person }) => person)).toEqual(["a", "b", "c", "d", "e"]);
    expect(chosenFew([...all].reverse())).toEqual(chosenFew(all));
  });
});
