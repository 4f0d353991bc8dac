/** What a client says of a message in a message action, such as who wrote it, gives nobody a right. */
import { textsIn } from "../../src/texts/texts.ts";
import { sqlitePlace } from "./both-stores.ts";
import {
  type Forum,
  keyOf,
  newMessageId,
  nothing,
  setForum,
  thread,
  verbsOf,
} from "./discussions-stage.ts";

const answerOf = (root: string, person: string) => ({
  id: newMessageId(),
  text: "Tre miljoner, men bara på tisdagar.",
  author: { name: `Person ${person}`, person },
  threadRoot: root,
});

describe("a message action whose author is forged", () => {
  let forum: Forum;
  beforeEach(async () => {
    forum = await setForum(sqlitePlace());
  });
  afterEach(async () => {
    expect(forum.bot.cardFaults).toEqual([]);
    expect(forum.bot.logged).toEqual([]);
    await forum.bot.close();
  });

  /** Takes up a message that the client says `author` wrote. */
  async function take(who: string, author: string) {
    const root = newMessageId();
    const message = {
      id: root,
      text: nothing.sv,
      author: { name: `Person ${author}`, person: author },
      threadRoot: root,
    };
    await forum.press(
      who,
      "ask.none",
      { question: root, value: "post" },
      { in: thread(root), dialog: message },
    );
    const [found] = await forum.all();
    if (!found) throw new Error("Nothing was taken up");
    return { root, found };
  }

  it.each(["matti", "karin", "bertil", "nobody"])(
    "when the question is said to be %s's, then they are neither told nor may they mark the answer",
    async (named) => {
      const { root, found } = await take("daniel", named);
      expect(found.question).not.toHaveProperty("author");
      await forum.settle();

      if (named !== "karin") {
        const refused = await forum.act(named, "markAnswer", answerOf(root, "anna"), thread(root));
        expect(refused).toMatchObject({ type: "sentence" });
        expect(await forum.one(found.id)).toMatchObject({ status: "open" });
      }
      await forum.act("kaisa", "markAnswer", answerOf(root, "anna"), thread(root));
      await forum.settle();

      expect(await forum.one(found.id)).toMatchObject({ status: "answered" });
      expect(forum.stage.to(named)).toEqual([]);
      expect(forum.stage.to("daniel")).toEqual([]);
    },
  );

  it("when it is the actor's own, then they decide about it", async () => {
    const { root, found } = await take("anna", "anna");
    expect(found.question.author).toBe(keyOf("anna"));

    await forum.act("anna", "markAnswer", answerOf(root, "matti"), thread(root));

    expect(await forum.one(found.id)).toMatchObject({ status: "answered" });
  });

  it.each(["matti", "anna"])(
    "when the answer is said to be %s's, then they are not asked whether it is kept, nor may they say so alone",
    async (named) => {
      const { root, found } = await forum.open("anna", nothing.sv);
      await forum.settle();
      const before = forum.stage.to(named).length;

      await forum.act("anna", "markAnswer", answerOf(root, named), thread(root));
      await forum.settle();

      const now = await forum.one(found.id);
      expect(now.replies).toHaveLength(1);
      expect(now.replies[0]).not.toHaveProperty("author");
      const own = forum.stage.to(named).slice(before);
      expect(own.flatMap(({ rendered }) => verbsOf(rendered))).not.toContain(
        "discussion.answer keep",
      );
      const data = { kind: "discussion", id: found.id, network: "alfa", reply: now.answer ?? "" };
      const kept = await forum.press(named, "discussion.answer", { ...data, value: "keep" });
      const language = named === "matti" ? "fi" : "sv";
      expect(kept.reply).toMatchObject({ text: textsIn(language).discussions.onlyAuthor });
      expect(await forum.drafts()).toEqual([]);
      // In the thread, for all to see, whoever wrote it can say so.
      expect(verbsOf(forum.bot.updated.at(-1)?.rendered)).toContain("discussion.answer mine");
    },
  );

  it("when Kollega heard who wrote the answer, then they are asked, whatever the client says", async () => {
    const { root } = await forum.open("anna", nothing.sv);
    const reply = answerOf(root, "daniel");
    await forum.say("matti", reply.text, { in: thread(root), id: reply.id, isMentioned: false });

    await forum.act("anna", "markAnswer", reply, thread(root));
    await forum.settle();

    const asked = forum.stage.to("matti").flatMap(({ rendered }) => verbsOf(rendered));
    expect(asked).toContain("discussion.answer keep");
    expect(forum.stage.to("daniel")).toEqual([]);
  });
});
