import fc from "fast-check";
import type { Language } from "../../src/core/language.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { bothStores } from "./both-stores.ts";
import {
  chat,
  type Forum,
  forum as forumId,
  keyOf,
  newMessageId,
  nothing,
  noticesOf,
  overwrite,
  setForum,
  settings,
  thread,
  verbsOf,
  viewOf,
} from "./discussions-stage.ts";
import { button } from "./start-bot.ts";

const sv = textsIn("sv").discussions;
const fi = textsIn("fi").discussions;

describe.each(bothStores)("the forum on $name", (testStore) => {
  let forum: Forum;
  const place = () => testStore.newPlace();
  beforeAll(() => testStore.start());
  afterAll(() => testStore.stop());
  afterEach(async () => {
    expect(forum.bot.cardFaults).toEqual([]);
    expect(forum.bot.logged).toEqual([]);
    await forum.bot.close();
  });

  it("when a question is opened, answered and marked, then the answer is kept with its author's consent", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.settle();
    expect(forum.inThread(root).map(({ card }) => card.kind)).toEqual(["nothing", "discussion"]);

    const [reply] = await forum.say("matti", "Vastaus: Kolme miljoonaa.", { in: thread(root) });
    expect(reply?.card).toMatchObject({ kind: "discussion", language: "fi" });
    expect(noticesOf(reply?.card)).toEqual([fi.proposed("Person anna")]);

    const mark = button(reply?.rendered, "discussion.answer");
    const marked = await forum.press("anna", mark.verb, mark.data, { in: thread(root) });
    expect(noticesOf(marked.card)).toEqual([sv.marked]);
    await forum.settle();
    expect(await forum.one(found.id)).toMatchObject({
      status: "answered",
      answeredBy: keyOf("anna"),
      consent: "asked",
    });
    expect(forum.bot.updated.at(-1)?.card.view).toMatchObject({ answer: "Kolme miljoonaa." });

    const asked = forum.stage.to("matti").at(-1);
    expect(noticesOf(asked?.card)).toEqual([fi.consentAsk]);
    expect(await forum.drafts()).toEqual([]);
    const keep = button(asked?.rendered, "discussion.answer", "keep");
    const kept = await forum.press("matti", keep.verb, keep.data);
    expect(noticesOf(kept.card)).toEqual([fi.consentGiven]);
    await forum.settle();
    expect(await forum.drafts()).toMatchObject([
      {
        kind: "practices",
        consent: "given",
        state: "waiting",
        discussion: found.id,
        link: found.link,
        proposedBy: keyOf("matti"),
        row: { title: nothing.sv, body: "Kolme miljoonaa.", language: "sv" },
      },
    ]);
  });

  it("when a term is asked for and nobody has it, then the answer becomes a draft with both names", async () => {
    forum = await setForum(place());
    const root = newMessageId();
    const where = { in: thread(root) };
    const [missing] = await forum.say("anna", "Vad heter zeppelinarhamn på finska?", {
      ...where,
      id: root,
    });
    const ask = button(missing?.rendered, "term.ask");
    await forum.press("daniel", ask.verb, ask.data, where);
    const [found] = await forum.all();
    expect(found).toMatchObject({
      question: { author: keyOf("anna") },
      term: { text: "zeppelinarhamn" },
    });
    await forum.say("matti", "zeppeliinisatama", where);
    await forum.say("anna", "svaret", where);
    await forum.settle();
    const keep = button(forum.stage.to("matti").at(-1)?.rendered, "discussion.answer", "keep");
    await forum.press("matti", keep.verb, keep.data);
    await forum.settle();
    expect(await forum.drafts()).toMatchObject([
      { kind: "terms", row: { sv: "zeppelinarhamn", fi: "zeppeliinisatama" } },
    ]);
  });

  it("when the draft was approved, then the thread is told and asker and author mentioned, once", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.say("karin", "svar: tre miljoner", { in: thread(root) });
    await forum.settle();
    await overwrite(forum, found.id, (now) => ({
      ...now,
      draft: "d-1",
      decision: { state: "approved", kind: "terms" },
    }));
    await forum.settle();
    const restarted = await forum.again();
    await restarted.settle();

    const told = forum
      .inThread(root)
      .filter(({ card }) => noticesOf(card).includes(sv.approved.terms));
    expect(told.map(({ mentions = [] }) => mentions.map(({ name }) => name).sort())).toEqual([
      ["Person anna", "Person karin"],
    ]);
    expect(restarted.bot.sent).toEqual([]);
  });

  it("when the draft was rejected, then asker and author are told the reason in their chats", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.say("anna", "svar: tre miljoner", { in: thread(root) });
    await overwrite(forum, found.id, (now) => ({
      ...now,
      draft: "d-1",
      consent: "given",
      decision: { state: "rejected", kind: "practices", reason: "finns redan" },
    }));
    await forum.settle();

    expect(forum.stage.to("anna").map(({ card }) => noticesOf(card))).toEqual([
      [sv.rejected("finns redan")],
    ]);
  });

  it.each<Language>(["sv", "fi", "en"])(
    "when it is asked from a chat in %s, then it is posted with the asker's name, and they are told of the answer",
    async (language) => {
      forum = await setForum(place());
      const texts = textsIn(language).discussions;
      const who = { sv: "anna", fi: "matti", en: "daniel" }[language];
      const [answer] = await forum.say(who, nothing[language]);
      const question = button(answer?.rendered, "ask.none").data["question"] as string;
      const shown = await forum.press(who, "ask.none", { question, value: "network" });
      expect(shown.card).toMatchObject({ kind: "ask-network", language });

      const post = button(shown.rendered, "ask.none", "post");
      const posted = await forum.press(who, post.verb, {
        ...post.data,
        text: `${nothing[language]} (2026)`,
      });
      expect(posted.card.kind).toBe("discussion");
      expect(noticesOf(posted.card)).toHaveLength(1);
      await forum.settle();

      const [found] = await forum.all();
      const root = found?.question.id ?? "";
      expect(found).toMatchObject({
        status: "open",
        language,
        question: { text: `${nothing[language]} (2026)`, author: keyOf(who) },
        thread: { conversationId: thread(root).id },
      });
      expect(found?.link).toContain(`parentMessageId=${root}`);
      const post1 = forum.bot.sent.find(({ activityId }) => activityId === root);
      expect(post1).toMatchObject({
        address: { conversationId: forumId },
        mentions: [{ userId: `29:${who}`, name: `Person ${who}` }],
        card: { kind: "discussion", language },
      });

      await forum.say("karin", "svar: tre miljoner", { in: thread(root) });
      await forum.settle();
      const told = forum.stage.to(who).at(-1);
      expect(noticesOf(told?.card)).toEqual([texts.yoursAnswered]);
      expect(viewOf(told?.card)["answer"]).toBe("tre miljoner");
    },
  );

  it("when the network has no forum that can be posted to, then the asker is told at once", async () => {
    forum = await setForum(place());
    const [answer] = await forum.say("anna", nothing.sv);
    const { question } = button(answer?.rendered, "ask.none").data;
    await forum.stage.change({
      ...(forum.bot.app.library.networks().find(({ id }) => id === "alfa") as never as object),
      teams: [],
    } as never);
    const came = await forum.press("anna", "ask.none", { question: question ?? "", value: "post" });
    expect(came.reply).toMatchObject({ type: "sentence" });
    expect(await forum.all()).toEqual([]);
  });

  it("when Teams refuses the post, then the question is closed and its asker told", async () => {
    forum = await setForum(place());
    const [answer] = await forum.say("anna", nothing.sv);
    const { question } = button(answer?.rendered, "ask.none").data;
    await forum.press("anna", "ask.none", { question: question ?? "", value: "post" });
    forum.bot.outcomes.push({ state: "refused", reason: "forbidden", status: 403 });
    await forum.settle();

    expect(await forum.all()).toMatchObject([{ status: "closed", closedBecause: "not-posted" }]);
    expect(noticesOf(forum.stage.to("anna").at(-1)?.card)).toEqual([sv.notPosted]);
  });

  it("when the same press comes twice, by Execute and by Submit and after a restart, then there is one discussion and one post", async () => {
    forum = await setForum(place());
    const { root } = await forum.open("anna", nothing.sv);
    await forum.settle();
    const again = { question: root };
    const second = await forum.press("matti", "ask.none", again, { in: thread(root) });
    expect(second.reply).toMatchObject({ type: "sentence", text: fi.openAlready });
    const submitted = await forum.press("matti", "ask.none", again, {
      in: thread(root),
      via: "submit",
    });
    expect(submitted.card).toMatchObject({ kind: "discussions", summary: fi.openAlready });
    const restarted = await forum.again();
    await restarted.settle();

    expect(await forum.all()).toHaveLength(1);
    expect(restarted.bot.sent).toEqual([]);
  });

  it("when two instances look at the same time, then there is one post, one request and one draft", async () => {
    forum = await setForum(place());
    const other = await forum.again();
    const both = async () => {
      await other.bot.app.library.refresh();
      await Promise.all([forum.settle(), other.settle()]);
    };
    const { root, found } = await forum.open("anna", nothing.sv);
    await both();
    await forum.say("matti", "svar: tre miljoner", { in: thread(root) });
    await forum.say("anna", "svaret", { in: thread(root) });
    await both();
    const asked = [forum, other].flatMap(({ stage }) => stage.to("matti"));
    expect(asked.map(({ card }) => noticesOf(card))).toEqual([[fi.consentAsk]]);
    const keep = button(asked[0]?.rendered, "discussion.answer", "keep");
    await forum.press("matti", keep.verb, keep.data);
    await both();

    const posts = [forum, other].flatMap((one) =>
      one
        .inThread(root)
        .filter(({ card }) => card.kind === "discussion" && noticesOf(card).length === 0),
    );
    expect(posts).toHaveLength(1);
    expect(await forum.drafts()).toMatchObject([{ discussion: found.id }]);
    expect(other.bot.logged).toEqual([]);
  });

  it("when two people mark different answers, then the last counts and says what it replaced", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    const [first] = await forum.say("matti", "svar: tre miljoner", { in: thread(root) });
    const [second] = await forum.say("daniel", "answer: five million", { in: thread(root) });
    const one = button(first?.rendered, "discussion.answer").data;
    const other = verbsOf(second?.rendered);
    expect(other.filter((verb) => verb === "discussion.answer")).toHaveLength(2);

    await forum.press("anna", "discussion.answer", one, { in: thread(root) });
    const { id } = (await forum.one(found.id)).replies[1] ?? { id: "" };
    const marked = await forum.press(
      "karin",
      "discussion.answer",
      { ...one, reply: id },
      { in: thread(root) },
    );

    expect(noticesOf(marked.card)).toEqual([sv.markedInstead("Person anna", "tre miljoner")]);
    expect(await forum.one(found.id)).toMatchObject({ answer: id, answeredBy: keyOf("karin") });
    const acts = (await forum.stage.audit()).map(({ act }) => act);
    expect(acts).toEqual(["discussion.answer"]);
  });

  it("when two mark at the same moment, then both are written one after the other and one is told of the other", async () => {
    forum = await setForum(place());
    const { root } = await forum.open("anna", nothing.sv);
    const answers = await Promise.all(
      (["anna", "karin"] as const).map((who) =>
        forum.bot.handle({
          id: newMessageId(),
          actor: { tenant: keyOf("").slice(0, -1), person: who, name: who },
          conversation: thread(root),
          address: {
            v: 1,
            serviceUrl: "http://127.0.0.1:1/",
            channel: "msteams",
            conversationId: thread(root).id,
            botId: "28:kollega",
          },
          type: "message",
          text: `svar: ${who} vet`,
          isMentioned: true,
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(["done", "done"]);
    const notices = forum.inThread(root).flatMap(({ card }) => noticesOf(card));
    expect(notices).toContain(sv.marked);
    expect(notices.filter((notice) => notice.includes("ersätter"))).toHaveLength(1);
  });

  it("when somebody else marks, closes or consents, then they are refused politely and nothing changes", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.say("matti", "svar: tre miljoner", { in: thread(root) });
    const before = await forum.one(found.id);
    const data: JsonObject = { kind: "discussion", id: found.id, network: "alfa" };
    const { id: reply = "" } = before.replies[0] ?? {};

    for (const [verb, more] of [
      ["discussion.answer", { reply }],
      ["discussion.close", {}],
      ["discussion.close", { value: "reopen" }],
    ] as const) {
      const refused = await forum.press("daniel", verb, { ...data, ...more }, { in: thread(root) });
      expect(refused.reply).toMatchObject({ type: "sentence", language: "en" });
      const text = refused.reply?.type === "sentence" ? refused.reply.text : "";
      expect(text).toContain("Person anna");
      expect(text).toContain("Person karin");
    }
    for (const value of ["keep", "leave", "mine"])
      await forum.press("daniel", "discussion.answer", { ...data, reply, value });
    expect(await forum.one(found.id)).toEqual(before);
  });

  it("when somebody of another network tries, then they never learn that there is such a question", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.say("matti", "svar: tre miljoner", { in: thread(root) });
    const data: JsonObject = { kind: "discussion", id: found.id, network: "alfa" };
    for (const verb of ["ask.choose", "discussion.answer", "discussion.close"]) {
      const came = await forum.press("bertil", verb, data);
      expect(came.reply).toMatchObject({ type: "sentence" });
      expect(JSON.stringify(came.reply)).not.toContain("zeppelinare");
    }
    const [list] = await forum.say("bertil", "öppna frågor");
    expect(viewOf(list?.card)["sections"]).toEqual([]);
    const [asked] = await forum.say("bertil", nothing.sv);
    expect(JSON.stringify(asked?.card)).not.toContain(found.id);
    expect((await forum.one(found.id)).status).toBe("open");
  });

  it("when the question is edited in Teams, then its words follow; an older edit that comes late changes nothing", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.settle();
    const edit = (text: string, at: string) =>
      forum.changed("anna", "edited", { id: root, text }, thread(root), at);
    await edit("Vad kostar en ballong?", "2026-03-02T08:05:00.000Z");
    await edit("Vad kostar en ba", "2026-03-02T08:04:00.000Z");
    await forum.settle();

    expect((await forum.one(found.id)).question.text).toBe("Vad kostar en ballong?");
    expect(viewOf(forum.bot.updated.at(-1)?.card)["question"]).toBe("Vad kostar en ballong?");
  });

  it("when the answer is deleted in Teams, then the question is open again, and asker and coordinators are told", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    const id = newMessageId();
    await forum.say("matti", "svar: tre miljoner", { in: thread(root), id });
    await forum.say("karin", "svaret", { in: thread(root) });
    expect((await forum.one(found.id)).answer).toBe(id);
    await forum.changed("matti", "deleted", { id }, thread(root));
    await forum.settle();

    const now = await forum.one(found.id);
    expect(now).toMatchObject({ status: "open", replies: [], lostAnswer: id });
    expect(now.answer).toBeUndefined();
    for (const [who, texts] of [
      ["anna", sv],
      ["karin", sv],
      ["kaisa", fi],
    ] as const)
      expect(forum.stage.to(who).flatMap(({ card }) => noticesOf(card))).toContain(
        texts.answerDeleted,
      );
  });

  it("when the thread is deleted under its question, then it is closed with the reason and no words are kept; restored, it is open again", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.say("matti", "svar: tre miljoner", { in: thread(root) });
    await forum.changed("anna", "deleted", { id: root }, thread(root), "2026-03-02T09:00:00.000Z");
    await forum.settle();
    const closed = await forum.one(found.id);
    expect(closed).toMatchObject({ status: "closed", closedBecause: "deleted", replies: [] });
    expect(closed.question.text).toBe("");
    const [list] = await forum.say("anna", "öppna frågor");
    expect(viewOf(list?.card)["sections"]).toEqual([]);

    await forum.changed(
      "anna",
      "restored",
      { id: root, text: nothing.sv },
      thread(root),
      "2026-03-02T09:01:00.000Z",
    );
    expect(await forum.one(found.id)).toMatchObject({
      status: "open",
      question: { text: nothing.sv },
    });
  });

  it("when a message that nobody took up is edited or deleted, then the store is not asked", async () => {
    forum = await setForum(place());
    const { found } = await forum.open("anna", nothing.sv);
    await forum.changed("anna", "deleted", { id: "another" }, thread("another"));
    expect((await forum.one(found.id)).status).toBe("open");
    expect(forum.bot.logged).toEqual([]);
  });

  it("when it is chosen on somebody's message, then a dialog comes first, and whose it is nobody takes the client's word for", async () => {
    forum = await setForum(place());
    const root = newMessageId();
    const message = {
      id: root,
      text: nothing.sv,
      author: { name: "Person anna", person: "anna" },
      threadRoot: root,
    };
    const dialog = await forum.act("matti", "askNetwork", message, thread(root));
    expect(dialog).toMatchObject({ type: "dialog", card: { kind: "ask-network", language: "fi" } });
    expect(await forum.all()).toEqual([]);

    const opened = await forum.press(
      "matti",
      "ask.none",
      { question: root, value: "post" },
      { in: thread(root), dialog: message },
    );
    expect(opened.reply).toMatchObject({ type: "sentence", text: fi.opened });
    const [taken] = await forum.all();
    expect(taken).toMatchObject({ status: "open", question: { id: root, text: nothing.sv } });
    expect(taken?.question).not.toHaveProperty("author");
    const again = await forum.act("daniel", "askNetwork", message, thread(root));
    expect(again).toMatchObject({ type: "sentence" });
  });

  it("when a reply is marked by the message action, then it works without any mention, for those who may", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    const reply = {
      id: newMessageId(),
      text: "Tre miljoner.",
      author: { name: "Person matti", person: "matti" },
      threadRoot: root,
    };
    const refused = await forum.act("daniel", "markAnswer", reply, thread(root));
    expect(refused).toMatchObject({ type: "sentence", language: "en" });
    expect((await forum.one(found.id)).status).toBe("open");
    const marked = await forum.act("anna", "markAnswer", reply, thread(root));
    expect(marked).toMatchObject({ type: "sentence", text: sv.marked });
    const twice = await forum.act("anna", "markAnswer", reply, thread(root));
    expect(twice).toMatchObject({ type: "sentence", text: sv.markedAlready });
    expect(await forum.one(found.id)).toMatchObject({
      status: "answered",
      answer: reply.id,
      replies: [{ text: "Tre miljoner." }],
    });
    for (const [message, where, text] of [
      [{ ...reply, id: root }, thread(root), sv.isQuestion],
      [{ ...reply, text: "  " }, thread(root), sv.noWords],
      [{ ...reply, threadRoot: "x" }, thread("x"), sv.notTakenUp],
      [reply, chat("anna"), sv.notInForum],
    ] as const)
      expect(await forum.act("anna", "markAnswer", message, where)).toMatchObject({ text });
  });

  it("when the team lets Kollega read everything, then replies to an open question are kept, and of nothing else", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    const quiet = { in: thread(root), isMentioned: false };
    expect(await forum.say("matti", "Kolme miljoonaa, luulen?", quiet)).toEqual([]);
    const other = newMessageId();
    const elsewhere = { in: thread(other), id: other, isMentioned: false };
    expect(await forum.say("matti", "Mitä kuuluu teille kaikille?", elsewhere)).toEqual([]);
    expect((await forum.one(found.id)).replies.map(({ text }) => text)).toEqual([
      "Kolme miljoonaa, luulen?",
    ]);

    await forum.say("anna", "svaret", { in: thread(root) });
    await forum.say("daniel", "Thanks all!", quiet);
    expect((await forum.one(found.id)).replies).toHaveLength(1);
    expect(await forum.all()).toHaveLength(1);
  });

  it("when the network wants it, then a post that is a question is offered once, and nothing of it is kept before it is opened", async () => {
    forum = await setForum(place());
    const root = newMessageId();
    const unmentioned = { in: thread(root), id: root, isMentioned: false };
    expect(await forum.say("matti", nothing.fi, unmentioned)).toEqual([]);
    await settings(forum.stage, { offersToAsk: true });
    const statement = newMessageId();
    expect(
      await forum.say("matti", "Hyvää huomenta kaikille täällä.", {
        in: thread(statement),
        id: statement,
        isMentioned: false,
      }),
    ).toEqual([]);

    const asked = newMessageId();
    const [offer] = await forum.say("matti", nothing.fi, {
      in: thread(asked),
      id: asked,
      isMentioned: false,
    });
    expect(offer?.card).toMatchObject({ kind: "ask-network", language: "fi" });
    expect(await forum.all()).toEqual([]);
    const open = button(offer?.rendered, "ask.none", "post");
    await forum.press("daniel", open.verb, open.data, { in: thread(asked) });
    expect(await forum.all()).toMatchObject([{ question: { id: asked, author: keyOf("matti") } }]);
  });

  it("when its author says no, then the answer's words are not kept", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.say("matti", "svar: tre miljoner", { in: thread(root) });
    await forum.say("anna", "svaret", { in: thread(root) });
    await forum.settle();
    const leave = button(forum.stage.to("matti").at(-1)?.rendered, "discussion.answer", "leave");
    const said = await forum.press("matti", leave.verb, leave.data);
    expect(noticesOf(said.card)).toEqual([fi.consentRefused]);
    await forum.settle();

    expect(await forum.drafts()).toEqual([]);
    const now = await forum.one(found.id);
    expect(now).toMatchObject({ status: "answered", consent: "refused" });
    expect(JSON.stringify(now)).not.toContain("tre miljoner");
  });

  it("when the author does not answer for a week, then the coordinators see the draft without consent", async () => {
    forum = await setForum(place());
    const { root } = await forum.open("anna", nothing.sv);
    await forum.say("matti", "svar: tre miljoner", { in: thread(root) });
    await forum.say("anna", "svaret", { in: thread(root) });
    await forum.settle();
    expect(await forum.drafts()).toEqual([]);
    forum.bot.clock.advance(8 * 24 * 60 * 60_000);
    await forum.settle();
    expect(await forum.drafts()).toMatchObject([{ consent: "asked", state: "waiting" }]);
  });

  it("when nobody knows who wrote the answer, then its author can say so in the thread", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    const reply = { id: newMessageId(), text: "Tre miljoner.", threadRoot: root };
    await forum.settle();
    await forum.act("anna", "markAnswer", reply, thread(root));
    await forum.settle();
    const mine = button(forum.bot.updated.at(-1)?.rendered, "discussion.answer", "mine");
    await forum.press("matti", mine.verb, mine.data, { in: thread(root) });
    await forum.settle();
    expect(await forum.one(found.id)).toMatchObject({ consent: "given" });
    expect(await forum.drafts()).toMatchObject([{ proposedBy: keyOf("matti"), consent: "given" }]);
  });

  it("when a question is closed and opened again, then lists and thread say so", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.settle();
    const data: JsonObject = { kind: "discussion", id: found.id, network: "alfa" };
    const closed = await forum.press("karin", "discussion.close", data, { in: thread(root) });
    expect(noticesOf(closed.card)).toEqual([sv.closed]);
    const twice = await forum.press("anna", "discussion.close", data, { in: thread(root) });
    expect(noticesOf(twice.card)).toEqual([sv.notOpen]);
    const back = button(closed.rendered, "discussion.close", "reopen");
    const open = await forum.press("anna", back.verb, back.data, { in: thread(root) });
    expect(noticesOf(open.card)).toEqual([sv.reopened]);
    await forum.settle();
    expect((await forum.one(found.id)).status).toBe("open");
    expect(viewOf(forum.bot.updated.at(-1)?.card)["heading"]).toBe(sv.headings.open);
    expect((await forum.stage.audit()).map(({ act }) => act)).toEqual(["discussion.close"]);
  });

  it("when buttons carry anything at all, then nothing breaks and nothing is changed", async () => {
    forum = await setForum(place());
    const { root, found } = await forum.open("anna", nothing.sv);
    const before = await forum.one(found.id);
    const wild = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom("post", "network", "keep", "mine", "reopen", "alfa", found.id, root),
      fc.array(fc.string(), { maxLength: 2 }),
    );
    const verbs = fc.constantFrom(
      "ask.none",
      "ask.more",
      "discussion.answer",
      "discussion.close",
      "ask.choose",
    );
    const data = fc.dictionary(
      fc.constantFrom("id", "network", "reply", "value", "question", "kind", "after", "text"),
      wild,
    );
    await fc.assert(
      fc.asyncProperty(verbs, data, async (verb, carried) => {
        const kind = ["discussion", "discussions"].includes(String(carried["kind"]))
          ? {}
          : { kind: verb === "ask.more" ? "discussions" : "discussion" };
        const came = await forum.press("daniel", verb, { ...carried, ...kind } as JsonObject, {
          in: thread(root),
        });
        expect(came.reply).toBeDefined();
      }),
      { numRuns: 60 },
    );
    expect(await forum.one(found.id)).toEqual(before);
    expect(await forum.all()).toHaveLength(1);
  });
});
