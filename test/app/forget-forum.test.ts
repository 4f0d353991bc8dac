import { type ContentDocument, type Draft, sharedPartition } from "../../src/core/content.ts";
import { draftDocId } from "../../src/core/drafts.ts";
import {
  type DataSubject,
  formerMember,
  type PersonalDataSource,
} from "../../src/core/personal-data.ts";
import { listOf } from "../../src/core/query-all.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { gapData } from "../../src/features/curation/care/gap-data.ts";
import { draftData } from "../../src/features/curation/draft/draft-data.ts";
import { seenOf } from "../../src/features/curation/draft/draft-words.ts";
import { discussionData } from "../../src/features/discussions/discussion-data.ts";
import { termData } from "../../src/features/terms/term-data.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { alfa, tenant } from "./announcements-stage.ts";
import { bothStores } from "./both-stores.ts";
import {
  chat,
  type Forum,
  keyOf,
  newMessageId,
  nothing,
  setForum,
  settings,
  thread,
} from "./discussions-stage.ts";
import { inputsOf } from "./inputs-of.ts";
import { actionsOf, button } from "./start-bot.ts";

const hedda = "hedda-5f2c9d31-7e44-4a0b";
const her: DataSubject = {
  key: keyOf(hedda),
  tenant,
  person: hedda,
  userIds: [`29:${hedda}`],
  chats: [chat(hedda).id],
  names: [`Person ${hedda}`],
  contacts: [{ partition: "alfa", id: "contact:c-17" }],
};
const row = { network: "alfa", sv: "luftskepp", fi: "ilmalaiva" };
const keptDays = () => 730;
const dayMs = 24 * 3_600_000;

const sourcesOf = ({ bot: { app, store, clock } }: Forum): readonly PersonalDataSource[] => {
  const common = { documents: store, jobDocuments: store, library: app.library, clock, keptDays };
  return [
    discussionData(common),
    draftData(common),
    gapData(common),
    termData({ ...common, turnDocuments: store }),
  ];
};

async function put({ bot }: Forum, more: Partial<Draft> & Pick<Draft, "id">): Promise<JsonObject> {
  const value: Draft = {
    network: "alfa",
    kind: "terms",
    row: { ...row, id: more.id, note: her.names[0] ?? "" },
    proposedBy: keyOf("anna"),
    proposedAt: "2026-03-02T07:00:00.000Z",
    consent: "given",
    state: "waiting",
    ...more,
  };
  const doc: ContentDocument<Draft> = { id: draftDocId(more.id), type: "draft", v: 1, value };
  await bot.store.create("content", "alfa", doc);
  await bot.app.library.refresh();
  // As the button of a card that shows it.
  return { kind: "draft", id: more.id, network: "alfa", ...seenOf(digest, value.row) };
}

/** A question of somebody, with an answer that was accepted; the answer's id. */
async function answered(
  forum: Forum,
  asker: string,
  answerer: string,
  question: string,
  said: readonly (readonly [who: string, text: string])[] = [],
) {
  const { root, found } = await forum.open(asker, question);
  const reply = newMessageId();
  const where = { in: thread(root), id: reply, isMentioned: false };
  await forum.say(answerer, "Fyra liter, enligt handboken.", where);
  for (const [who, text] of said) await forum.say(who, text, { ...where, id: newMessageId() });
  const mark = { kind: "discussion", id: found.id, network: "alfa", reply };
  await forum.press(asker, "discussion.answer", mark, { in: thread(root) });
  return { root, id: found.id, reply };
}

/** Everything of these features that names somebody. */
async function everythingSheDoes(forum: Forum) {
  const open = await forum.open(hedda, nothing.sv);
  const where = { in: thread(open.root), id: newMessageId(), isMentioned: false };
  await forum.say("matti", `Hej Person ${hedda}, jag vet inte.`, where);
  const own = await answered(forum, hedda, "matti", "Hur mycket vatten tar en zeppelinare?");
  const others = await answered(forum, "anna", hedda, "Hur mycket vatten tar en ubåt?", [
    [hedda, "Hemligt om mig själv"],
    ["matti", `Tack Person ${hedda}!`],
  ]);

  const editor = await forum.say(hedda, "ny praxis");
  const send = button(editor[0]?.rendered, "todo.edit");
  await forum.press(hedda, "todo.edit", {
    ...send.data,
    ...inputsOf(editor[0]?.rendered),
    language: "sv",
    title: "Mäta vatten",
    body: "Med en sticka.",
    source: `Person ${hedda}`,
    network: "alfa",
  });
  await forum.press(hedda, "todo.approve", await put(forum, { id: "t-1" }));
  const term = { kind: "term", id: "t-1", network: "alfa" };
  const form = await forum.press(hedda, "todo.edit", term);
  const save = button(form.rendered, "todo.edit");
  const typed = { ...save.data, ...inputsOf(form.rendered), sv: "zeppelinare" };
  await forum.press(hedda, "todo.edit", typed);
  const reason = `Fråga Person ${hedda}`;
  await forum.press(hedda, "todo.reject", { ...(await put(forum, { id: "t-2" })), reason });
  await put(forum, { id: "t-3", proposedBy: keyOf(hedda), state: "rejected", reason: "Nej" });
  await put(forum, {
    id: "c-17",
    kind: "contacts",
    row: { id: "c-17", network: "alfa", name: `Person ${hedda}`, consent: "2026-01-01" },
  });
  const [unanswered] = await forum.say("matti", "Miten kaktus kastellaan zeppeliinissä?");
  const { question = "" } = button(unanswered?.rendered, "ask.none").data;
  await forum.press("matti", "ask.none", { question });
  await forum.bot.app.library.refresh();
  const list = await forum.say(hedda, "att göra");
  const dismiss = actionsOf(list[0]?.rendered).find(
    ({ verb, data }) => verb === "todo.reject" && data["kind"] === "gap",
  );
  await forum.press(hedda, "todo.reject", dismiss?.data ?? {});
  await forum.bot.app.library.refresh();
  return { open: open.found.id, own, others };
}

/** Everything that networks know, and what it was before. */
async function dump({ bot }: Forum): Promise<readonly string[]> {
  const partitions = [
    sharedPartition,
    "alfa",
    "beta",
    "_history:alfa",
    `_history:${sharedPartition}`,
  ];
  const all = await Promise.all(
    partitions.map((partition) => listOf(bot.store, { container: "content", partition })),
  );
  return all.flat().map(({ doc, etag }) => `${JSON.stringify(doc)} ${etag}`);
}

const naming = (all: readonly string[]) =>
  all.filter((text) => text.includes(hedda) || text.includes("Hemligt"));

describe.each(bothStores)("forgetting somebody of the forum on $name", (testStore) => {
  let forum: Forum;
  beforeAll(() => testStore.start(), 60_000);
  afterAll(() => testStore.stop());
  beforeEach(async () => {
    forum = await setForum(testStore.newPlace(), { [hedda]: { language: "sv", hasChat: true } });
    await forum.stage.change({ ...alfa, coordinators: ["karin", "kaisa", hedda] });
  });
  afterEach(async () => {
    expect(forum.bot.cardFaults).toEqual([]);
    expect(forum.bot.logged).toEqual([]);
    await forum.bot.close();
  });
  const forget = async () => {
    for (const source of sourcesOf(forum)) await source.erase(her);
  };

  it("when she asked, answered, proposed and decided, then it is shown to her, and nothing names her afterwards", async () => {
    const did = await everythingSheDoes(forum);
    const types = naming(await dump(forum)).map(
      (text) => JSON.parse(text.slice(0, text.lastIndexOf("} ") + 1)).type,
    );
    expect(new Set(types)).toEqual(new Set(["discussion", "draft", "gap", "term", "term-history"]));
    const held = await Promise.all(sourcesOf(forum).map((source) => source.find(her, "sv")));
    expect(held.map((items) => items.length)).toEqual([5, 5, 1, 1]);
    // Of a contact entry of her name, which may be a namesake's, no more than that.
    expect(JSON.stringify(held[1])).not.toContain("2026-01-01");
    for (const items of held)
      for (const { text } of items) expect(text).not.toMatch(/undefined|null/u);

    await forget();

    const after = await dump(forum);
    expect(naming(after)).toEqual([]);
    expect(await forum.one(did.open)).toMatchObject({
      status: "closed",
      question: { text: "", author: formerMember },
      replies: [],
    });
    expect(await forum.one(did.own.id)).toMatchObject({
      status: "answered",
      answeredBy: formerMember,
      question: { text: "Hur mycket vatten tar en zeppelinare?", author: formerMember },
      replies: [{ author: keyOf("matti"), text: "Fyra liter, enligt handboken." }],
    });
    expect(await forum.one(did.others.id)).toMatchObject({
      question: { author: keyOf("anna") },
      replies: [
        { id: did.others.reply, author: formerMember, text: "Fyra liter, enligt handboken." },
        { author: keyOf("matti"), text: "Tack en tidigare medlem!" },
      ],
    });
    const left = await Promise.all(sourcesOf(forum).map((source) => source.find(her, "sv")));
    expect(left).toEqual([[], [], [], []]);

    await forget();
    expect(await dump(forum)).toEqual(after);
    await forum.settle();
    expect(naming(await dump(forum))).toEqual([]);
  }, 120_000);

  it("when proposals are settled for as long as the network keeps them, then they go, and what waits stays", async () => {
    const waits = await put(forum, { id: "t-7" });
    await forum.press(
      "karin",
      "todo.approve",
      await put(forum, { id: "t-8", row: { ...row, id: "t-8" } }),
    );
    await forum.press("karin", "todo.reject", {
      ...(await put(forum, { id: "t-9" })),
      reason: "Nej",
    });
    await forum.bot.runJob("curation");
    const now = forum.bot.clock.now().getTime();
    const sweep = async (days: number) => {
      for (const source of sourcesOf(forum)) await source.sweep?.(new Date(now + days * dayMs));
    };
    const left = () =>
      forum.bot.app.library
        .contentOf<Draft>("draft")
        .map(({ value: { id, state } }) => [id, state]);

    await sweep(364);
    const before = [...left()].sort();
    await sweep(366);

    expect(before).toEqual([
      ["t-7", "waiting"],
      ["t-8", "approved"],
      ["t-9", "rejected"],
    ]);
    expect(left()).toEqual([[waits["id"], "waiting"]]);
    const tombstones = (await dump(forum)).filter((text) => text.includes('"deleted":true'));
    expect(tombstones.join()).not.toContain("karin");
    expect(tombstones).toHaveLength(2);
  }, 60_000);

  it("when a question found no answer for as long as it is kept, then it goes, and what was answered stays", async () => {
    await settings(forum.stage, { digestDay: "off", nudgeDays: 0 });
    const open = await forum.open("anna", nothing.sv);
    const kept = await answered(forum, "anna", "matti", "Hur mycket vatten tar en ubåt?");
    const now = forum.bot.clock.now().getTime();
    const sweep = async (days: number) => {
      for (const source of sourcesOf(forum)) await source.sweep?.(new Date(now + days * dayMs));
    };

    await sweep(729);
    expect(await forum.one(open.found.id)).toEqual(open.found);

    await sweep(731);
    expect(await forum.one(kept.id)).toMatchObject({ status: "answered" });
    expect(forum.bot.app.library.discussion(open.found.id, "alfa")).toBeUndefined();
    expect((await dump(forum)).filter((text) => text.includes(nothing.sv))).toEqual([]);
  }, 60_000);
});
