/** Nobody approves a text that they were not shown. */
import type { ContentDocument, Draft, Practice } from "../../src/core/content.ts";
import { draftDocId } from "../../src/core/drafts.ts";
import type { Language } from "../../src/core/language.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { bothStores } from "./both-stores.ts";
import { type Forum, keyOf, noticesOf, setForum, viewOf } from "./discussions-stage.ts";
import { inputsOf } from "./inputs-of.ts";
import { type Action, actionsOf, button } from "./start-bot.ts";

const draft: Draft = {
  id: "p-1",
  network: "alfa",
  kind: "practices",
  row: {
    id: "p-1",
    network: "alfa",
    language: "sv",
    title: "Vatten i zeppelinare",
    body: "Med en sticka.",
    questions: ["Hur mäts vattnet?"],
    tags: ["vatten"],
  },
  proposedBy: keyOf("anna"),
  proposedAt: "2026-03-02T07:00:00.000Z",
  consent: "given",
  state: "waiting",
};
const place = { kind: "draft", id: draft.id, network: "alfa" };
const others = "Ring anna@example.org och betala.";

describe.each(bothStores)("approving, on $name", (testStore) => {
  let forum: Forum;
  beforeAll(() => testStore.start());
  afterAll(() => testStore.stop());
  beforeEach(async () => {
    forum = await setForum(testStore.newPlace());
    await put({ id: draftDocId(draft.id), type: "draft", v: 1, value: draft });
  });
  afterEach(async () => {
    expect(forum.bot.cardFaults).toEqual([]);
    expect(forum.bot.logged).toEqual([]);
    await forum.bot.close();
  });

  async function put(doc: ContentDocument): Promise<void> {
    await forum.bot.store.create("content", "alfa", doc);
    await forum.bot.app.library.refresh();
  }
  const stored = async <T>(id: string) =>
    (await forum.bot.store.read<ContentDocument<T>>("content", "alfa", id))?.doc.value;
  const waiting = () => stored<Draft>(draftDocId(draft.id));
  const published = () => stored<Practice>("practice:p-1:sv");
  const open = (who: string) =>
    forum.press(who, "ask.choose", { ...place, kind: "todo", of: "draft" });
  const press = (who: string, { verb, data }: Action, more: JsonObject = {}) =>
    forum.press(who, verb, { ...data, ...more });
  /** Its proposer writes something else. */
  async function change(body = others): Promise<void> {
    const editor = await forum.press("anna", "todo.edit", place);
    const save = button(editor.rendered, "todo.edit");
    await press("anna", save, { ...inputsOf(editor.rendered), body });
    expect((await waiting())?.row["body"]).toBe(body);
  }

  it.each<readonly [Language, string]>([
    ["sv", "karin"],
    ["fi", "kaisa"],
  ])(
    "when the text was changed since its card was shown, then in %s the present one is shown, and nothing is done",
    async (language, who) => {
      const shown = await open(who);
      await change();

      const answer = await press(who, button(shown.rendered, "todo.approve"));

      expect(answer.card).toMatchObject({ kind: "todo-item", language });
      expect(noticesOf(answer.card)).toEqual([textsIn(language).curation.changedSinceShown]);
      expect(JSON.stringify(viewOf(answer.card))).toContain(others);
      expect(await waiting()).toMatchObject({ state: "waiting" });
      expect(await published()).toBeUndefined();
      expect(await forum.stage.audit()).toEqual([]);

      await press(who, button(answer.rendered, "todo.approve"));
      expect(await published()).toMatchObject({ body: others });
    },
  );

  it("when it was changed since the list was shown, then the list approves nothing", async () => {
    const [list] = await forum.say("karin", "att göra");
    await change();

    const answer = await press("karin", button(list?.rendered, "todo.approve"));

    expect(answer.card.kind).toBe("todo-item");
    expect(await published()).toBeUndefined();
  });

  it("when nothing was changed, then one press of the list, or of the card, approves it", async () => {
    const [list] = await forum.say("karin", "att göra");
    await press("karin", button(list?.rendered, "todo.approve"));
    expect(await published()).toMatchObject({ body: "Med en sticka." });
  });

  it("when it was changed and changed back, then what was shown is approved", async () => {
    await change();
    const shown = await open("karin");
    await change("Med en sticka.");
    await change();

    await press("karin", button(shown.rendered, "todo.approve"));

    expect(await published()).toMatchObject({ body: others });
  });

  it.each<readonly [string, JsonObject]>([
    ["no mark", {}],
    ["an empty mark", { seen: "" }],
    ["a mark of something else", { seen: "AAAAAAAAAAAAAAAAAAAAAA" }],
    ["a mark that is none", { seen: ["x"] }],
    ["true for a mark", { seen: true }],
    ["a part of the inputs and no mark of what they were filled with", { title: "Vatten" }],
    ["inputs, and a number for their marks", { title: "Vatten", body: "Kort.", marks: 7 }],
  ])("when a forged press carries %s, then nothing is approved", async (_, forged) => {
    const answer = await forum.press("karin", "todo.approve", { ...place, ...forged });

    expect(answer.card.kind).toBe("todo-item");
    expect(await waiting()).toEqual(draft);
    expect(await published()).toBeUndefined();
    expect(await forum.stage.audit()).toEqual([]);
  });

  it("when a member forges the right mark, then they are refused as before", async () => {
    const shown = await open("karin");
    const { data } = button(shown.rendered, "todo.approve");

    const answer = await forum.press("anna", "todo.approve", data);

    expect(answer.reply?.type).toBe("sentence");
    expect(await published()).toBeUndefined();
  });

  it("when an imported draft or a due practice was changed meanwhile, then it is shown first, too", async () => {
    const practice = (id: string, more: Partial<Practice>): Practice => ({
      id,
      language: "sv",
      network: "alfa",
      title: `Praxis ${id}`,
      body: "Så här gör vi.",
      questions: [],
      tags: [],
      contacts: [],
      status: "published",
      ...more,
    });
    const texts = textsIn("sv").curation;
    for (const one of [
      practice("u", { status: "draft" }),
      practice("d", { reviewBy: "2026-01-01" }),
    ])
      await put({ id: `practice:${one.id}:sv`, type: "practice", v: 1, value: one });
    const [list] = await forum.say("karin", "att göra");
    for (const id of ["u", "d"]) {
      const there = await forum.bot.store.read<ContentDocument<Practice>>(
        "content",
        "alfa",
        `practice:${id}:sv`,
      );
      if (!there) throw new Error("it is not there");
      const value = { ...there.doc.value, body: others };
      await forum.bot.store.replace("content", "alfa", { ...there.doc, value }, there.etag);
    }
    for (const id of ["u", "d"]) {
      const approve = actionsOf(list?.rendered).find(
        ({ verb, data }) => verb === "todo.approve" && data["id"] === id,
      );
      if (!approve) throw new Error("the list has no button for it");

      const answer = await press("karin", approve);

      expect(noticesOf(answer.card)).toEqual([texts.changedSinceShown]);
      expect(JSON.stringify(viewOf(answer.card))).toContain(others);
      expect(await stored<Practice>(`practice:${id}:sv`)).toMatchObject(
        id === "u" ? { status: "draft" } : { reviewBy: "2026-01-01" },
      );
      const done = await press("karin", button(answer.rendered, "todo.approve"));
      expect(done.card.kind).toBe("todo");
    }
    expect((await forum.stage.audit()).map(({ act }) => act)).toEqual([
      "practice.publish",
      "practice.review",
    ]);
  });
});
