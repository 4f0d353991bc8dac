import fc from "fast-check";
import type { Discussion, ThreadMessage } from "../../../../src/core/content.ts";
import {
  afterChange,
  closed,
  reopened,
  withAnswer,
  withReply,
} from "../../../../src/features/discussions/thread/change-discussion.ts";
import { discussion } from "../make-discussion.ts";

const reply = (id: string, more: Partial<ThreadMessage> = {}): ThreadMessage => ({
  id,
  author: "t:matti",
  text: `reply ${id}`,
  at: "2026-03-02T09:00:00.000Z",
  ...more,
});
const later = "2026-03-02T10:00:00.000Z";

const answered = (): Discussion => ({
  ...withAnswer(
    withReply(discussion, reply("r1"), later),
    reply("r2", { author: "t:maija" }),
    "t:anna",
    later,
  ),
  consent: "given",
  draft: "d",
});

describe("a discussion's changes", () => {
  it("when the same reply comes again, then it takes the place of the first", () => {
    const once = withReply(discussion, reply("r1"), later);
    const twice = withReply(once, reply("r1", { text: "other" }), later);
    expect(twice.replies).toEqual([reply("r1", { text: "other" })]);
  });

  it("when there are more replies than are kept, then the latest stay, and the answer with them", () => {
    const first = withAnswer(discussion, reply("answer"), "t:anna", later);
    const many = Array.from({ length: 80 }, (_, at) => reply(`r${at}`)).reduce(
      (now, one) => withReply(now, one, later),
      first,
    );
    expect(many.replies).toHaveLength(51);
    expect(many.replies[0]?.id).toBe("answer");
    expect(many.replies.at(-1)?.id).toBe("r79");
  });

  it("when another answer is marked, then consent, draft and decision of the first go with it", () => {
    const other = withAnswer(answered(), reply("r1"), "t:karin", later);
    expect(other).toMatchObject({ status: "answered", answer: "r1", answeredBy: "t:karin" });
    for (const gone of ["consent", "draft", "decision", "lostAnswer"])
      expect(other).not.toHaveProperty(gone);
  });

  it("when an answered one is opened again, then no answer is left, but its replies are", () => {
    const open = reopened({ ...answered(), nudgedAt: ["2026-03-02T09:30:00.000Z"] }, later);
    expect(open).toMatchObject({ status: "open", reopenedAt: later, nudgedAt: [] });
    expect(open.replies).toHaveLength(2);
    for (const gone of ["answer", "answeredBy", "answeredAt", "consent", "draft"])
      expect(open).not.toHaveProperty(gone);
  });

  const change = (over: Partial<Parameters<typeof afterChange>[1]>) =>
    afterChange(answered(), {
      change: "edited",
      id: "r2",
      text: "new words",
      isRoot: false,
      at: "2026-03-02T11:00:00.000Z",
      ...over,
    });

  it("when the answer is edited, then its words follow and it stays the answer", () => {
    const edited = change({});
    expect(edited).toMatchObject({ answer: "r2", status: "answered" });
    expect(edited?.replies[1]).toMatchObject({
      text: "new words",
      editedAt: "2026-03-02T11:00:00.000Z",
    });
  });

  it.each([
    ["a message that is not kept is edited", { id: "r9" }],
    ["an edit says nothing new", { text: "reply r2" }],
    ["an edit brings no text", { text: undefined }],
    ["a message that is not kept is deleted", { change: "deleted", id: "r9", text: undefined }],
    ["a reply is restored that nobody kept", { change: "restored", id: "r9" }],
  ] as const)("when %s, then nothing is written", (_, over) => {
    expect(change(over)).toBeUndefined();
  });

  describe("when a reply's author has said that it shall not be kept", () => {
    const { replies, ...rest } = answered();
    const takenOut: Discussion = {
      ...rest,
      consent: "refused",
      replies: replies.map((one) => (one.id === "r2" ? { ...one, text: "" } : one)),
    };
    const wordsOf = (now: Discussion | undefined) =>
      now?.replies.find(({ id }) => id === "r2")?.text;

    it.each(["edited", "restored"] as const)("then nothing is written when it is %s", (what) => {
      const of = {
        id: "r2",
        text: "the same again",
        isRoot: false,
        at: "2026-03-02T11:00:00.000Z",
      };
      expect(afterChange(takenOut, { change: what, ...of })).toBeUndefined();
      const other = withAnswer(takenOut, reply("r1"), "t:karin", later);
      expect(afterChange(other, { change: what, ...of })).toBeUndefined();
    });

    it("then no word of it comes back when it is heard or marked again", () => {
      expect(wordsOf(withReply(takenOut, reply("r2"), later))).toBe("");
      const marked = withAnswer(takenOut, reply("r2"), "t:karin", later);
      expect(marked).toMatchObject({ answer: "r2", answeredBy: "t:karin" });
      expect(wordsOf(marked)).toBe("");
    });
  });

  it("when another reply is deleted, then the answer stays", () => {
    const rest = change({ change: "deleted", id: "r1", text: undefined });
    expect(rest).toMatchObject({ status: "answered", answer: "r2", draft: "d" });
    expect(rest?.replies.map(({ id }) => id)).toEqual(["r2"]);
  });

  it("when a question was deleted, then an edit that comes late brings no word of it back", () => {
    const gone = change({ change: "deleted", id: "q", text: undefined });
    expect(gone).toMatchObject({ status: "closed", closedBecause: "deleted", replies: [] });
    const late = afterChange(gone as Discussion, {
      change: "edited",
      id: "q",
      text: "the question",
      isRoot: true,
      at: "2026-03-02T12:00:00.000Z",
    });
    expect(late).toBeUndefined();
  });

  it("when anything happens in any order, then an answered one always has its answer, and no other has one", () => {
    const ids = fc.constantFrom("q", "r1", "r2", "r3");
    const at = fc
      .integer({ min: 0, max: 59 })
      .map((minute) => `2026-03-02T12:${String(minute).padStart(2, "0")}:00.000Z`);
    const text = fc.option(fc.string(), { nil: undefined });
    const step = fc.oneof(
      fc.record({
        is: fc.constant("change" as const),
        change: fc.constantFrom("edited", "restored", "deleted"),
        id: ids,
        text,
        at,
      }),
      fc.record({ is: fc.constantFrom("reply", "mark", "close", "reopen"), id: ids, at }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now: Discussion = discussion;
        for (const one of steps) {
          if ("change" in one) now = afterChange(now, { ...one, isRoot: one.id === "q" }) ?? now;
          else if (one.is === "reply") now = withReply(now, reply(one.id), one.at);
          else if (one.is === "mark") now = withAnswer(now, reply(one.id), "t:anna", one.at);
          else if (one.is === "close")
            now = now.status === "open" ? closed(now, "closed", one.at) : now;
          else now = reopened(now, one.at);
          const hasAnswer = now.replies.some(({ id }) => id === now.answer);
          expect(hasAnswer).toBe(now.status === "answered");
          expect(now.replies.length).toBeLessThanOrEqual(51);
        }
      }),
    );
  });
});
