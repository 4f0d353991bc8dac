/** What an answer's author says, when, and what becomes of the draft by it. Monday is 2 March 2026. */
import type { ContentDocument, Draft } from "../../src/core/content.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { alfa } from "./announcements-stage.ts";
import { bothStores } from "./both-stores.ts";
import {
  type Forum,
  keyOf,
  newMessageId,
  nothing,
  noticesOf,
  overwrite,
  setForum,
  thread,
} from "./discussions-stage.ts";

const fi = textsIn("fi").discussions;
const dayMs = 24 * 60 * 60_000;

describe.each(bothStores)("the consent to keep an answer on $name", (testStore) => {
  let forum: Forum;
  beforeAll(() => testStore.start());
  afterAll(() => testStore.stop());
  afterEach(async () => {
    expect(forum.bot.cardFaults).toEqual([]);
    expect(forum.bot.logged).toEqual([]);
    await forum.bot.close();
  });

  /** Matti's reply is marked by Anna, who asked. */
  async function marked() {
    const { root, found } = await forum.open("anna", nothing.sv);
    const reply = newMessageId();
    await forum.say("matti", "svar: tre miljoner", { in: thread(root), id: reply });
    const data: JsonObject = { kind: "discussion", id: found.id, network: "alfa" };
    const mark = (id: string) =>
      forum.press("anna", "discussion.answer", { ...data, reply: id }, { in: thread(root) });
    const matti = (value: "keep" | "leave") =>
      forum.press("matti", "discussion.answer", { ...data, reply, value });
    await mark(reply);
    await forum.settle();
    return { root, id: found.id, reply, mark, matti };
  }

  const states = async () => (await forum.drafts()).map(({ state, reason }) => reason ?? state);

  it("when another answer is marked by mistake and the first again, then its draft waits again", async () => {
    forum = await setForum(testStore.newPlace());
    const { root, id, reply, mark, matti } = await marked();
    await matti("keep");
    await forum.settle();
    expect(await states()).toEqual(["waiting"]);
    const other = newMessageId();
    await forum.say("daniel", "answer: five", { in: thread(root), id: other });
    await mark(other);
    await forum.settle();
    expect(await states()).toEqual(["answer-changed"]);
    expect(JSON.stringify(await forum.drafts())).not.toContain("miljoner");
    await mark(reply);
    await forum.settle();
    await matti("keep");
    await forum.settle();
    const [draft, ...more] = await forum.drafts();
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ state: "waiting", consent: "given" });
    expect(JSON.stringify(draft)).toContain("tre miljoner");
    expect(draft).not.toHaveProperty("reason");
    expect((await forum.one(id)).draft).toBe(draft?.id);
  });

  it("when the answer is deleted in Teams, then the draft that waits keeps none of its words", async () => {
    forum = await setForum(testStore.newPlace());
    const { root, reply, matti } = await marked();
    await matti("keep");
    await forum.settle();
    expect(JSON.stringify(await forum.drafts())).toContain("tre miljoner");
    await forum.changed("matti", "deleted", { id: reply }, thread(root));
    expect(await states()).toEqual(["answer-deleted"]);
    expect(JSON.stringify(await forum.drafts())).not.toContain("miljoner");
    await forum.settle();
    expect(JSON.stringify(await forum.drafts())).not.toContain("miljoner");
  });

  it("when the author has said no, then neither editing the reply nor marking it again puts its words back", async () => {
    forum = await setForum(testStore.newPlace());
    const { root, id, reply, mark, matti } = await marked();
    await matti("leave");
    const words = async () => JSON.stringify([await forum.one(id), await forum.drafts()]);

    await forum.changed("matti", "edited", { id: reply, text: "svar: tre miljoner" }, thread(root));
    expect(await words()).not.toContain("miljoner");
    const other = newMessageId();
    await forum.say("daniel", "answer: five", { in: thread(root), id: other });
    await mark(other);
    await forum.changed("matti", "edited", { id: reply, text: "fyra miljoner" }, thread(root));
    expect(await words()).not.toContain("miljoner");
    const author = { name: "Person matti", person: "matti" };
    const message = { id: reply, text: "tre miljoner", author, threadRoot: root };
    await forum.act("anna", "markAnswer", message, thread(root));
    await forum.settle();

    expect(await words()).not.toContain("miljoner");
    expect(await forum.one(id)).toMatchObject({ status: "answered", answer: reply });
  });

  it("when a turn ended before it withdrew the draft, then the job does so", async () => {
    forum = await setForum(testStore.newPlace());
    const { id, matti } = await marked();
    await matti("keep");
    await forum.settle();
    await overwrite(forum, id, ({ answer: _a, draft: _d, consent: _c, ...now }) => ({
      ...now,
      status: "open",
    }));
    await forum.settle();
    expect(await states()).toEqual(["answer-changed"]);
  });

  it("when the author says no after the draft was proposed, then it is withdrawn and no word is kept; a yes comes too late", async () => {
    forum = await setForum(testStore.newPlace());
    const { id, matti } = await marked();
    forum.bot.clock.advance(8 * dayMs);
    await forum.settle();
    expect(await forum.drafts()).toMatchObject([{ consent: "asked", state: "waiting" }]);
    expect(noticesOf((await matti("leave")).card)).toEqual([fi.consentRefused]);
    await forum.settle();
    expect(await states()).toEqual(["answer-refused"]);
    expect(JSON.stringify([await forum.drafts(), await forum.one(id)])).not.toContain("miljoner");
    expect(await forum.one(id)).toMatchObject({ status: "answered", consent: "refused" });
    expect((await matti("keep")).reply).toMatchObject({ type: "sentence", text: fi.textGone });
    await forum.settle();
    expect(await states()).toEqual(["answer-refused"]);
  });

  it("when the author says yes after the draft was proposed, then the coordinators see that", async () => {
    forum = await setForum(testStore.newPlace());
    const { id, matti } = await marked();
    forum.bot.clock.advance(8 * dayMs);
    await forum.settle();
    expect(noticesOf((await matti("keep")).card)).toEqual([fi.consentGiven]);
    expect(await forum.drafts()).toMatchObject([{ consent: "given", state: "waiting" }]);
    expect(await forum.one(id)).toMatchObject({ consent: "given", draft: expect.any(String) });
  });

  it("when the coordinators have decided, then a no is told that it is too late", async () => {
    forum = await setForum(testStore.newPlace());
    const { id, matti } = await marked();
    await matti("keep");
    await forum.settle();
    const docId = `draft:${(await forum.one(id)).draft}`;
    const { store } = forum.bot;
    const stored = await store.read<ContentDocument<Draft>>("content", alfa.id, docId);
    if (!stored) throw new Error("There is no draft");
    const value: Draft = { ...stored.doc.value, state: "rejected", decidedBy: keyOf("karin") };
    await store.replace("content", alfa.id, { ...stored.doc, value }, stored.etag);
    expect((await matti("leave")).reply).toMatchObject({ text: fi.keptAlready });
    expect((await forum.one(id)).consent).toBe("given");
  });

  it("when the author is on a long pause, then after a week the coordinators see the draft without consent", async () => {
    forum = await setForum(testStore.newPlace(), {
      paus: { preferences: { pausedUntil: "2026-12-31" }, hasChat: true },
    });
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.say("paus", "svar: tre miljoner", { in: thread(root) });
    await forum.say("anna", "svaret", { in: thread(root) });
    await forum.settle();
    forum.bot.clock.advance(6 * dayMs);
    await forum.settle();
    expect(await forum.drafts()).toEqual([]);
    expect((await forum.one(found.id)).consent).toBeUndefined();
    forum.bot.clock.advance(2 * dayMs);
    await forum.settle();
    expect(await forum.drafts()).toMatchObject([{ consent: "asked", state: "waiting" }]);
  });

  it("when a reply is edited, then the word that marks it goes only where it went before", async () => {
    forum = await setForum(testStore.newPlace());
    const { root, found } = await forum.open("anna", nothing.sv);
    const [own, overheard] = [newMessageId(), newMessageId()];
    await forum.say("matti", "svar: tre", { in: thread(root), id: own });
    await forum.say("daniel", "Ingen aning", {
      in: thread(root),
      id: overheard,
      isMentioned: false,
    });
    const edit = (who: string, id: string, text: string) =>
      forum.changed(who, "edited", { id, text }, thread(root));
    await edit("matti", own, "svar: fyra");
    await edit("daniel", overheard, "Svar: det vet ingen");
    expect((await forum.one(found.id)).replies.map(({ text }) => text)).toEqual([
      "fyra",
      "Svar: det vet ingen",
    ]);
  });
});
