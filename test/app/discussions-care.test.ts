/** Nudges and digests over days, with restarts and outages between them. Monday is 2 March 2026, ten o'clock in Helsinki. */
import { batchesPartition, urgencies } from "../../src/core/outbox/delivery.ts";
import { newHead } from "../../src/core/outbox/plan-batch.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { createBatchIds } from "../../src/features/discussions/batch-ids.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { alfa } from "./announcements-stage.ts";
import { bothStores } from "./both-stores.ts";
import {
  type Forum,
  forum as forumId,
  nothing,
  noticesOf,
  overwrite,
  setForum,
  settings,
  thread,
  viewOf,
} from "./discussions-stage.ts";
import type { Sent } from "./start-bot.ts";

const sv = textsIn("sv").discussions;
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

describe.each(bothStores)("the care of the forum on $name", (testStore) => {
  let forum: Forum;
  beforeAll(() => testStore.start());
  afterAll(() => testStore.stop());
  afterEach(async () => {
    expect(forum.bot.cardFaults).toEqual([]);
    expect(forum.bot.logged).toEqual([]);
    await forum.bot.close();
  });

  /** Looks once an hour. */
  async function live(forMs: number, one = forum): Promise<void> {
    const until = one.bot.clock.now().getTime() + forMs;
    while (one.bot.clock.now().getTime() < until) {
      await one.settle(6_000);
      one.bot.clock.advance(hourMs - 6_000);
    }
  }

  const nudgesIn = (root: string, one = forum): readonly Sent[] =>
    one.inThread(root).filter(({ card }) => noticesOf(card).includes(sv.nudge));

  it("when nobody answers, then those whose topics it is are mentioned after three working days, and once more, no oftener", async () => {
    const topics = { preferences: { topics: ["Rymden"] } };
    forum = await setForum(testStore.newPlace(), {
      ursula: { ...topics, hasChat: true },
      paus: { preferences: { topics: ["rymden"], pausedUntil: "2026-12-31" }, hasChat: true },
      muted: { preferences: { topics: ["rymden"], mutedTopics: ["rymden"] }, hasChat: true },
      blocked: { ...topics, hasChat: true, isClosed: true },
    });
    const { root, found } = await forum.open("anna", nothing.sv);
    await overwrite(forum, found.id, (now) => ({ ...now, topics: ["rymden"] }));
    await live(3 * dayMs - hourMs);
    expect(nudgesIn(root)).toEqual([]);
    await live(2 * hourMs);
    expect(nudgesIn(root).map(({ mentions }) => mentions)).toEqual([
      [{ userId: "29:ursula", name: "Person ursula" }],
    ]);
    expect(nudgesIn(root)[0]?.address.conversationId).toBe(thread(root).id);

    const restarted = await forum.again();
    await live(20 * dayMs, restarted);
    expect(nudgesIn(root, restarted)).toHaveLength(1);
    expect((await restarted.one(found.id)).nudgedAt).toHaveLength(2);
  });

  it("when nobody has chosen the topic, then the coordinators are mentioned; where an answer waits to be marked, the asker", async () => {
    forum = await setForum(testStore.newPlace());
    const { root } = await forum.open("anna", nothing.sv);
    const other = await forum.open("matti", nothing.fi);
    await forum.say("daniel", "answer: five million", { in: thread(other.root) });
    await live(4 * dayMs);

    expect(nudgesIn(root).map(({ mentions = [] }) => mentions.map(({ name }) => name))).toEqual([
      ["Person kaisa", "Person karin"],
    ]);
    const fi = textsIn("fi").discussions;
    const asked = forum
      .inThread(other.root)
      .filter(({ card }) => noticesOf(card).includes(fi.nudgeMark));
    expect(asked.map(({ mentions = [] }) => mentions.map(({ name }) => name))).toEqual([
      ["Person matti"],
    ]);
  });

  it("when only the asker has said more, then those who may know are mentioned; opened again, they are once more", async () => {
    forum = await setForum(testStore.newPlace());
    const { root, found } = await forum.open("anna", nothing.sv);
    await forum.say("anna", "Jag menar tur och retur.", { in: thread(root), isMentioned: false });
    await live(4 * dayMs);
    expect(nudgesIn(root)).toHaveLength(1);

    const data = { kind: "discussion", id: found.id, network: alfa.id };
    await forum.press("anna", "discussion.close", data);
    await live(30 * dayMs);
    await forum.press("anna", "discussion.close", { ...data, value: "reopen" });
    await live(2 * dayMs);
    expect(nudgesIn(root)).toHaveLength(1);
    await live(4 * dayMs);
    expect(nudgesIn(root)).toHaveLength(2);
  });

  it("when the outbox knows nothing of them any more, then old questions are neither posted nor told of again", async () => {
    forum = await setForum(testStore.newPlace());
    await settings(forum.stage, { nudgeDays: 0, digestDay: "off" });
    const { root } = await forum.open("anna", nothing.sv);
    const second = await forum.open("matti", nothing.fi);
    await forum.say("karin", "svar: tre miljoner", { in: thread(second.root) });
    await forum.settle();
    await overwrite(forum, second.found.id, (now) => ({
      ...now,
      draft: "d-1",
      consent: "given",
      decision: {
        state: "approved",
        kind: "terms",
        decidedAt: forum.bot.clock.now().toISOString(),
      },
    }));
    await forum.settle();
    expect(forum.inThread(root)).not.toEqual([]);
    forum.bot.clock.advance(200 * dayMs);
    const restarted = await forum.again();
    await restarted.settle();
    expect(restarted.bot.sent).toEqual([]);
    expect(restarted.bot.updated).toEqual([]);
    const statuses = (await restarted.all()).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(["answered", "open"]);

    // What is decided only now is told of, however old the question.
    await overwrite(restarted, second.found.id, (now) => ({
      ...now,
      decision: {
        state: "rejected",
        kind: "terms",
        reason: "finns redan",
        decidedAt: restarted.bot.clock.now().toISOString(),
      },
    }));
    await restarted.settle();
    expect(restarted.stage.to("karin").map(({ card }) => noticesOf(card))).toEqual([
      [sv.rejected("finns redan")],
    ]);
  });

  it.each<readonly [string, JsonObject]>([
    ["the network turned nudges off", { nudgeDays: 0, digestDay: "off" }],
    ["ten days are set", { nudgeDays: 10, digestDay: "off" }],
  ])("when %s, then nobody is nudged after a week", async (_, value) => {
    forum = await setForum(testStore.newPlace());
    await settings(forum.stage, value);
    const { root } = await forum.open("anna", nothing.sv);
    await live(7 * dayMs);
    expect(nudgesIn(root)).toEqual([]);
  });

  const digests = (one = forum): readonly Sent[] =>
    one.bot.sent.filter(
      ({ address, card }) =>
        address.conversationId === forumId &&
        String(viewOf(card)["heading"]).startsWith(sv.digestHeading),
    );

  it("when a week has passed, then one digest tells what is open and answered, and none where there is nothing to tell", async () => {
    forum = await setForum(testStore.newPlace());
    await settings(forum.stage, { nudgeDays: 0 });
    await forum.open("anna", nothing.sv);
    const second = await forum.open("matti", nothing.fi);
    await forum.say("karin", "svar: tre miljoner", { in: thread(second.root) });
    await live(6 * dayMs);
    expect(digests()).toEqual([]);
    await live(dayMs);
    const [digest, ...more] = digests();
    expect(more).toEqual([]);
    const text = JSON.stringify(digest?.card.view);
    for (const part of [nothing.sv, nothing.fi, sv.digestOpen(1), sv.digestAnswered(1)])
      expect(text).toContain(part);
    expect(String(viewOf(digest?.card)["heading"])).toContain(" / ");

    const [{ id = "" } = {}] = (await forum.all()).filter(({ status }) => status === "open");
    const data = { kind: "discussion", id, network: alfa.id };
    await forum.press("anna", "discussion.close", data);
    const restarted = await forum.again();
    await live(8 * dayMs, restarted);
    expect(digests(restarted)).toEqual([]);
  });

  it("when a digest's planning was cut off, then it is completed", async () => {
    forum = await setForum(testStore.newPlace());
    await settings(forum.stage, { nudgeDays: 0 });
    await forum.open("anna", nothing.sv);
    await live(6 * dayMs);
    const id = createBatchIds(digest).digest(alfa.id, "2026-03-09");
    const plan = { id, kind: "digest", urgency: urgencies.reminder, about: {} };
    const head = newHead({ ...plan, cards: {} }, forum.bot.clock.now().getTime());
    await forum.bot.store.create("deliveries", batchesPartition, head);
    await live(dayMs);
    expect(digests()).toHaveLength(1);
  });

  it("when terms were added in chat, then they are told of; what an import brought is not", async () => {
    forum = await setForum(testStore.newPlace());
    await settings(forum.stage, { nudgeDays: 0 });
    const lists = { svAlso: [], fiAlso: [], enAlso: [], svAvoid: [], fiAvoid: [], enAvoid: [] };
    for (const [id, more] of [
      ["luftskepp", { addedAt: "2026-03-04T08:00:00.000Z" }],
      ["ballong", {}],
    ] as const) {
      const value = { id, network: alfa.id, sv: id, fi: `${id}-fi`, usedBy: [], ...lists };
      const doc = { id: `term:${id}`, type: "term", v: 1, value, ...more };
      await forum.bot.store.create("content", alfa.id, doc);
    }
    await forum.bot.app.library.refresh();
    await live(7 * dayMs);
    const [digest, ...more] = digests();
    expect(more).toEqual([]);
    const text = JSON.stringify(digest?.rendered);
    expect(text).toContain("luftskepp – luftskepp-fi");
    expect(text).not.toContain("ballong");
  });

  it("when the thread is gone and nobody told of it, then the second nudge closes the question instead", async () => {
    forum = await setForum(testStore.newPlace());
    const { found } = await forum.open("anna", nothing.sv);
    await live(3 * dayMs - 2 * hourMs);
    const gone = { state: "refused", reason: "gone", status: 404 } as const;
    for (let n = 0; n < 3; n++) forum.bot.outcomes.push(gone);
    await live(6 * dayMs);
    expect(await forum.one(found.id)).toMatchObject({ status: "closed", closedBecause: "deleted" });
  });

  it("when the bot was away for three weeks, then one digest is sent, not three", async () => {
    forum = await setForum(testStore.newPlace());
    await settings(forum.stage, { nudgeDays: 0 });
    await forum.open("anna", nothing.sv);
    await forum.settle();
    forum.bot.clock.advance(22 * dayMs);
    const restarted = await forum.again();
    await live(dayMs, restarted);
    expect(digests(restarted)).toHaveLength(1);
  });

  it("when a coordinator sets day and hour, then it comes then, and not for a moment before the setting", async () => {
    forum = await setForum(testStore.newPlace());
    await forum.open("anna", nothing.sv);
    await live(3 * dayMs);
    // Thursday: the hour of this Wednesday is over.
    await settings(forum.stage, {
      nudgeDays: 0,
      digestDay: 3,
      digestAt: "14:00",
      digestSetAt: forum.bot.clock.now().toISOString(),
    });
    await live(5 * dayMs + 20 * hourMs);
    expect(digests()).toEqual([]);
    await live(12 * hourMs);
    expect(digests()).toHaveLength(1);
  });
});
