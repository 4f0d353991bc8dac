import type { Discussion, ThreadMessage } from "../../../src/core/content.ts";
import { type DataSubject, formerMember } from "../../../src/core/personal-data.ts";
import { forgetIn } from "../../../src/features/discussions/forget-in-discussion.ts";
import { discussionCard } from "../../../src/features/discussions/thread/discussion-card.ts";
import { discussion, network } from "./make-discussion.ts";

const anna: DataSubject = {
  key: "t:anna",
  tenant: "t",
  person: "anna",
  userIds: ["29:anna-in-teams"],
  chats: ["a:anna-and-kollega"],
  names: ["Anna Karlsson"],
  contacts: [],
};
const later = { at: "2026-04-01T08:00:00.000Z", instead: "en tidigare medlem" };

const reply = (id: string, author: string, text = "hankintayksikkö"): ThreadMessage => ({
  id,
  author,
  text,
  at: "2026-03-02T09:00:00.000Z",
});
const answered = (by: string, more: Partial<Discussion> = {}): Discussion => ({
  ...discussion,
  status: "answered",
  replies: [reply("r1", by)],
  answer: "r1",
  answeredBy: "t:karin",
  answeredAt: "2026-03-02T10:00:00.000Z",
  ...more,
});

describe("a discussion of which somebody is forgotten", () => {
  it("when nobody answered their question, then it is closed without anybody's words", () => {
    const term = { text: "upphandlingsenhet", to: "fi" } as const;
    const before = { ...discussion, term, replies: [reply("r1", "t:matti", "Anna Karlsson, hej")] };

    const after = forgetIn(before, anna, later);

    expect(after).toMatchObject({ status: "closed", closedBecause: "deleted", replies: [] });
    expect(after.question).toMatchObject({ text: "", author: formerMember });
    expect(JSON.stringify(after)).not.toMatch(/upphandlingsenhet|anna/iu);
    expect(after.changedAt).toBe(later.at);
  });

  it("when their question was answered, then it stays, without its author", () => {
    const after = forgetIn(answered("t:matti", { answeredBy: "t:anna" }), anna, later);

    expect(after).toMatchObject({ status: "answered", answeredBy: formerMember });
    expect(after.question).toEqual({ ...discussion.question, author: formerMember });
    expect(after.replies).toEqual([reply("r1", "t:matti")]);
  });

  it("when they answered others, then the accepted answer stays and their other replies go", () => {
    const question = { ...discussion.question, author: "t:matti" };
    const replies = [reply("r0", "t:anna", "Vet inte"), reply("r1", "t:anna")];

    const after = forgetIn(answered("t:anna", { question, replies }), anna, later);

    expect(after.replies).toEqual([reply("r1", formerMember)]);
    expect(after.question).toEqual(question);
  });

  it.each([
    [undefined, "refused"],
    ["asked", "refused"],
    ["given", "given"],
  ] as const)("when their consent was %s, then it is %s", (consent, expected) => {
    const before = answered("t:anna", consent && { consent });
    expect(forgetIn(before, anna, later).consent).toBe(expected);
  });

  it("when others name them, then their name gives way", () => {
    const question = { ...discussion.question, author: "t:matti", text: "Anna Karlsson, vet du?" };

    const after = forgetIn(
      { ...discussion, question, replies: [reply("r1", "t:karin", "Fråga 29:anna-in-teams")] },
      anna,
      later,
    );

    expect(after.question.text).toBe("en tidigare medlem, vet du?");
    expect(after.replies[0]?.text).toBe("Fråga en tidigare medlem");
    expect(after.status).toBe("open");
  });

  it("when they are forgotten already, or had nothing to do with it, then it is left alone", () => {
    const others = answered("t:matti", { question: { ...discussion.question, author: "t:eva" } });
    expect(forgetIn(others, anna, later)).toBe(others);

    const once = forgetIn(answered("t:anna"), anna, later);
    expect(forgetIn(once, anna, { ...later, at: "2026-05-01T08:00:00.000Z" })).toBe(once);
  });
});

describe("the card of a discussion of which somebody is forgotten", () => {
  it.each([
    ["sv", "en tidigare medlem"],
    ["fi", "entinen jäsen"],
    ["en", "a former member"],
  ] as const)("when it is shown in %s, then “%s” asked and answered", (language, expected) => {
    const forgotten = forgetIn(answered("t:anna"), anna, later);

    const { view } = discussionCard(forgotten, { network, language, nameOf: () => undefined });

    expect(view["answerBy"]).toBe(expected);
    expect(JSON.stringify(view["facts"])).toContain(`"value":"${expected}"`);
  });
});
