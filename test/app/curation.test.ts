import type { ContentDocument, Draft, Practice, Term } from "../../src/core/content.ts";
import { draftDocId } from "../../src/core/drafts.ts";
import { type Language, languages } from "../../src/core/language.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { seenOf } from "../../src/features/curation/draft/draft-words.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { bothStores } from "./both-stores.ts";
import { chat, type Forum, keyOf, setForum, thread, viewOf } from "./discussions-stage.ts";
import { inputsOf } from "./inputs-of.ts";
import { createPoster, messageAction, payload } from "./post-activity.ts";
import { type Answer, actionsOf, button, shownIn, startBot } from "./start-bot.ts";

const members: Readonly<Record<Language, string>> = { sv: "anna", fi: "matti", en: "daniel" };
const coordinators: Readonly<Record<Language, string>> = { sv: "karin", fi: "kaisa", en: "karin" };

const words = {
  sv: { todo: "att göra", create: "ny praxis", ask: "Hur mäter man vattnet i en zeppelinare?" },
  fi: { todo: "tehtävät", create: "uusi käytäntö", ask: "Miten zeppeliinin vesi mitataan?" },
  en: { todo: "to do", create: "new practice", ask: "How is the water in a zeppelin measured?" },
} as const;

const typed = (language: Language): JsonObject => ({
  language,
  title: words[language].ask.replace("?", ""),
  body: "Med en sticka. Tikulla. With a stick.",
  questions: words[language].ask,
  tags: "zeppelinare; vatten",
  organisation: "Zeppelin Oy",
  date: "2026-03-01",
  source: "",
  sourceUrl: "",
});

const termRow = (id: string, more: JsonObject = {}): Draft => ({
  id,
  network: "alfa",
  kind: "terms",
  row: { id, network: "alfa", sv: "luftskepp", fi: "ilmalaiva", ...more } as Draft["row"],
  proposedBy: keyOf("anna"),
  proposedAt: "2026-03-02T07:00:00.000Z",
  consent: "given",
  state: "waiting",
});

describe.each(bothStores)("curation on $name", (testStore) => {
  let forum: Forum;
  beforeAll(() => testStore.start());
  afterAll(() => testStore.stop());
  beforeEach(async () => {
    forum = await setForum(testStore.newPlace());
  });
  afterEach(async () => {
    expect(forum.bot.cardFaults).toEqual([]);
    expect(forum.bot.logged).toEqual([]);
    await forum.bot.close();
  });

  const ask = async (who: string, text: string) => {
    const [sent, ...more] = await forum.say(who, text);
    expect(more).toEqual([]);
    if (!sent) throw new Error("Nothing was said");
    return sent;
  };
  const put = async (draft: Draft) => {
    const doc: ContentDocument<Draft> = {
      id: draftDocId(draft.id),
      type: "draft",
      v: 1,
      value: draft,
    };
    await forum.bot.store.create("content", draft.network, doc);
    await forum.bot.app.library.refresh();
    // As the button of a card that shows it.
    return { kind: "draft", id: draft.id, network: draft.network, ...seenOf(digest, draft.row) };
  };
  const stored = async <T>(id: string, network = "alfa") =>
    (await forum.bot.store.read<ContentDocument<T>>("content", network, id))?.doc.value;
  /** The jobs, a few times. */
  const settle = async (one = forum) => {
    for (let rounds = 0; rounds < 5; rounds++) {
      for (const job of ["curation", "discussions", "outbox"]) await one.bot.runJob(job);
      one.bot.clock.advance(2_000);
    }
  };
  const sentence = ({ reply }: Answer) => (reply?.type === "sentence" ? reply.text : "");
  const notices = ({ card }: Answer) => viewOf(card)["notices"];

  it.each(languages)(
    "when a member proposes a practice in %s, then it waits, is approved by a coordinator and found",
    async (language) => {
      const member = members[language];
      const curator = coordinators[language];
      const curatorTexts = textsIn(curator === "kaisa" ? "fi" : "sv").curation;
      const texts = textsIn(language).curation;

      const editor = await ask(member, words[language].create);
      expect(editor.card).toMatchObject({ kind: "entry-editor", language });
      expect(actionsOf(editor.rendered).map(({ title }) => title)).toEqual([texts.propose]);
      const send = button(editor.rendered, "todo.edit");
      const data = { ...send.data, ...typed(language) };
      const proposed = await forum.press(member, "todo.edit", data);
      expect(viewOf(proposed.card)["heading"]).toBe(texts.proposedHeading);
      const mine = await ask(member, words[language].todo);
      expect(JSON.stringify(mine.card.view)).toContain(texts.states.waiting);
      const [draft] = await forum.drafts();
      expect(draft).toMatchObject({ state: "waiting", proposedBy: keyOf(member) });
      const id = draft?.id ?? "";

      const refused = await forum.press(member, "todo.approve", {
        kind: "draft",
        id,
        network: "alfa",
      });
      expect(sentence(refused)).toContain("Person karin");
      expect((await ask(member, words[language].ask)).card.kind).toBe("nothing");

      const list = await ask(curator, words[curator === "kaisa" ? "fi" : "sv"].todo);
      expect(list.card.kind).toBe("todo");
      expect(shownIn(list.rendered)).toEqual([`practice:${id}`]);
      const approve = button(list.rendered, "todo.approve");
      const after = await forum.press(curator, approve.verb, approve.data);
      expect(notices(after)).toEqual([
        curatorTexts.approved.practices(String(typed(language)["title"])),
      ]);
      expect(shownIn(after.rendered)).toEqual([]);

      const found = await ask(member, words[language].ask);
      expect(shownIn(found.rendered)).toContain(`practice:${id}`);
      expect(await stored<Practice>(`practice:${id}:${language}`)).toMatchObject({
        tags: ["zeppelinare", "vatten"],
        network: "alfa",
        status: "published",
      });

      await settle();
      const told = forum.stage.to(member).filter(({ card }) => card.kind === "todo-item");
      if (member !== "daniel") {
        expect(told.map(({ card }) => viewOf(card)["heading"])).toEqual([texts.approvedHeading]);
      }
      const acts = await forum.stage.audit();
      expect(acts.map(({ act, actor }) => [act, actor])).toEqual([
        ["todo.approve", keyOf(curator)],
      ]);
    },
  );

  it("when the row has faults, then they stand at the fields, and what was typed is kept", async () => {
    const editor = await ask("matti", "uusi käytäntö");
    const { data } = button(editor.rendered, "todo.edit");
    const wrong = { ...typed("fi"), title: "", date: "eilen", sourceUrl: "http://example.org" };
    const { card } = await forum.press("matti", "todo.edit", { ...data, ...wrong });
    expect(card.kind).toBe("entry-editor");
    const rows = viewOf(card)["rows"] as readonly {
      readonly note: string;
      readonly texts: readonly { readonly elementId: string; readonly data: JsonObject }[];
      readonly dates: readonly { readonly elementId: string }[];
    }[];
    const noted = rows
      .filter(({ note }) => note !== "")
      .map(({ texts: [text], dates: [date] }) => text?.elementId ?? date?.elementId);
    expect(noted).toEqual(["title", "date", "sourceUrl"]);
    const url = rows.flatMap(({ texts }) => texts).find((one) => one.elementId === "sourceUrl");
    expect(url?.data["value"]).toBe("http://example.org");
    expect(await forum.drafts()).toEqual([]);
  });

  it("when two coordinators decide at once, then one decides and the other is told", async () => {
    const data = await put(termRow("t-1"));
    const [first, second] = await Promise.all([
      forum.press("karin", "todo.approve", data),
      forum.press("kaisa", "todo.reject", { ...data, reason: "Se on jo olemassa." }),
    ]);
    const draft = await stored<Draft>("draft:t-1");
    const isApproved = draft?.state === "approved";
    const told = sentence(isApproved ? second : first);
    expect(told).toContain(isApproved ? "Person karin" : "Person kaisa");
    expect((await stored<Term>("term:t-1")) !== undefined).toBe(isApproved);
    const late = await forum.press("kaisa", "todo.approve", data);
    expect(sentence(late)).not.toBe("");
  });

  it("when a term is approved, then `term` finds it, and its bank tells who proposed it what became of it", async () => {
    const data = await put(termRow("t-2"));
    const list = await ask("kaisa", "tehtävät");
    expect(shownIn(list.rendered)).toEqual(["term:t-2"]);
    await forum.press("kaisa", "todo.approve", data);
    const found = await ask("anna", "term ilmalaiva");
    expect(shownIn(found.rendered)).toContain("term:t-2");
    await settle();
    const told = forum.stage.to("anna").at(-1);
    expect(viewOf(told?.card)["heading"]).toBe(textsIn("sv").curation.approvedHeading);
    expect((await stored<Draft>("draft:t-2"))?.settledAt).toBeDefined();
    const sent = forum.bot.sent.length;
    const again = await forum.again();
    await settle(again);
    expect(again.bot.sent).toEqual([]);
    expect(forum.bot.sent).toHaveLength(sent);
  });

  it("when a proposal is rejected, then a reason is asked for, and its proposer may change it and propose it again", async () => {
    const data = await put(termRow("t-3"));
    const texts = textsIn("sv").curation;
    const asked = await forum.press("karin", "todo.reject", data);
    expect(asked.card.kind).toBe("todo-item");
    expect(notices(asked)).toEqual([texts.reasonIntro]);
    const empty = await forum.press("karin", "todo.reject", { ...data, reason: "  " });
    expect(notices(empty)).toEqual([texts.reasonMissing, texts.reasonIntro]);
    const done = await forum.press("karin", "todo.reject", {
      ...data,
      reason: "Vi säger ballong.",
    });
    expect(notices(done)).toEqual([texts.rejected("luftskepp – ilmalaiva")]);
    await settle();
    const told = forum.stage.to("anna").at(-1);
    expect(told?.card.summary).toContain(texts.rejectedHeading);
    expect(JSON.stringify(told?.card.view)).toContain("Vi säger ballong.");
    expect(await stored<Term>("term:t-3")).toBeUndefined();

    const edit = button(told?.rendered, "todo.edit");
    const editor = await forum.press("anna", edit.verb, edit.data);
    const save = button(editor.rendered, "todo.edit");
    const again = await forum.press("anna", "todo.edit", {
      ...save.data,
      ...inputsOf(editor.rendered),
      sv: "luftballong",
    });
    expect(notices(again)).toEqual([texts.proposedAgain]);
    expect(await stored<Draft>("draft:t-3")).toMatchObject({
      state: "waiting",
      row: { sv: "luftballong", fi: "ilmalaiva" },
    });
    expect(await stored<Draft>("draft:t-3")).not.toHaveProperty("decidedBy");
  });

  it("when a coordinator edits while the proposer does, then both see what the other wrote", async () => {
    const data = await put(termRow("t-4"));
    const editor = await forum.press("karin", "todo.edit", data);
    const approve = button(editor.rendered, "todo.approve");
    const own = await forum.press("anna", "todo.edit", data);
    const save = button(own.rendered, "todo.edit");
    await forum.press("anna", save.verb, {
      ...save.data,
      ...inputsOf(own.rendered),
      sv: "zeppelinare",
    });
    const form = { ...approve.data, sv: "luftskepp", fi: "zeppeliini" };
    const shown = await forum.press("karin", "todo.approve", form);
    expect(shown.card.kind).toBe("entry-editor");
    expect(viewOf(shown.card)["changes"]).toHaveLength(1);
    const now = button(shown.rendered, "todo.approve");
    await forum.press("karin", now.verb, { ...now.data, sv: "zeppelinare", fi: "zeppeliini" });
    expect(await stored<Term>("term:t-4")).toMatchObject({ sv: "zeppelinare", fi: "zeppeliini" });
  });

  it.each<readonly [string, string, JsonObject]>([
    ["bertil", "todo.approve", { kind: "draft", id: "t-5", network: "alfa" }],
    ["bertil", "todo.edit", { kind: "draft", id: "t-5", network: "alfa" }],
    ["bertil", "todo.reject", { kind: "draft", id: "t-5", network: "alfa", reason: "x" }],
    ["bertil", "todo.approve", { kind: "draft", id: "t-5", network: "beta" }],
    ["bertil", "ask.choose", { kind: "todo", of: "draft", id: "t-5", network: "alfa" }],
    ["matti", "todo.edit", { kind: "draft", id: "t-5", network: "alfa", sv: "x" }],
    ["matti", "todo.reject", { kind: "draft", id: "t-5", network: "alfa", reason: "x" }],
    ["karin", "todo.approve", { kind: "draft", id: "none", network: "alfa" }],
    ["karin", "todo.approve", { kind: "draft", id: "t-5", network: "gamma" }],
    ["karin", "todo.approve", { kind: "draft", id: 7, network: ["alfa"] }],
    ["karin", "todo.edit", { kind: "practice", id: "x", network: "_shared", language: "sv" }],
    ["karin", "todo.edit", { kind: "contact", id: "x", network: "beta" }],
    ["matti", "todo.edit", { kind: "term", id: "x", network: "alfa", sv: "x" }],
    ["karin", "todo.reject", { kind: "gap", id: "x" }],
    ["karin", "todo.reject", {}],
    ["karin", "todo.edit", { kind: "draft", id: "x".repeat(5_000), network: "alfa" }],
    ["karin", "todo.edit", { kind: "term", id: "x".repeat(5_000), network: "alfa" }],
    ["matti", "todo.approve", { ...typed("fi"), network: "alfa" }],
    ["matti", "todo.edit", { ...typed("fi"), network: "beta" }],
  ])("when %s forges %s with %j, then nothing happens but a refusal", async (who, verb, data) => {
    await put(termRow("t-5"));
    const answer = await forum.press(who, verb, data);
    expect(sentence(answer)).not.toBe("");
    expect(await stored<Draft>("draft:t-5")).toEqual(termRow("t-5"));
    expect(await forum.drafts()).toHaveLength(1);
    expect(await forum.stage.audit()).toEqual([]);
  });

  it("when a coordinator writes a practice, then it is published at once, once", async () => {
    const editor = await ask("karin", "ny praxis");
    const publish = button(editor.rendered, "todo.approve");
    const data = { ...publish.data, ...typed("sv") };
    const done = await forum.press("karin", "todo.approve", data);
    expect(viewOf(done.card)["heading"]).toBe(textsIn("sv").curation.publishedHeading);
    const again = await forum.press("karin", "todo.approve", { ...data, key: "another" });
    expect(sentence(again)).toBe(textsIn("sv").curation.publishedAlready);
    const found = await ask("anna", words.sv.ask);
    const shown = button(done.rendered, "ask.choose");
    expect(shownIn(found.rendered)).toContain(`practice:${shown.data["id"]}`);
    expect((await forum.press("karin", shown.verb, shown.data)).card.kind).toBe("answer");
  });

  it("when a practice is due, then it can be confirmed, corrected, and put away", async () => {
    const practice = (id: string, more: Partial<Practice> = {}): Practice => ({
      id,
      language: "sv",
      network: "alfa",
      title: `Praxis ${id}`,
      body: "Så här gör vi.",
      questions: ["Hur; eller varför?"],
      tags: [],
      contacts: ["c-1"],
      reviewBy: "2026-01-01",
      status: "published",
      ...more,
    });
    for (const one of [
      practice("a"),
      practice("b", { status: "draft" }),
      practice("c", { body: "Lång text. ".repeat(1_000) }),
      practice("d", { network: "beta" }),
    ]) {
      const doc = { id: `practice:${one.id}:sv`, type: "practice", v: 1, value: one };
      await forum.bot.store.create("content", one.network ?? "", doc);
    }
    await forum.bot.app.library.refresh();
    const texts = textsIn("sv").curation;
    const list = await ask("karin", "att göra");
    expect(shownIn(list.rendered)).toEqual(["practice:b", "practice:a", "practice:c"]);
    const data = {
      kind: "practice",
      id: "a",
      network: "alfa",
      language: "sv",
      ...seenOf(digest, practice("a")),
    };
    const confirmed = await forum.press("karin", "todo.approve", data);
    expect(notices(confirmed)).toEqual([texts.reviewed("Praxis a")]);
    const late = await forum.press("kaisa", "todo.approve", data);
    expect(sentence(late)).toBe(textsIn("fi").curation.seenToAlready);

    const open = await forum.press("karin", "ask.choose", {
      ...data,
      id: "c",
      kind: "todo",
      of: "practice",
    });
    const archive = button(open.rendered, "todo.reject");
    await forum.press("karin", archive.verb, archive.data);
    expect(await stored<Practice>("practice:c:sv")).toMatchObject({ status: "archived" });

    const editor = await forum.press("karin", "todo.edit", { ...data, id: "b" });
    const save = button(editor.rendered, "todo.edit");
    const { organisation: _, ...inputs } = inputsOf(editor.rendered);
    await forum.press("karin", "todo.edit", { ...save.data, ...inputs, tags: "vatten" });
    expect(await stored<Practice>("practice:b:sv")).toEqual(
      practice("b", { status: "draft", tags: ["vatten"] }),
    );
    expect((await forum.stage.audit()).map(({ act }) => act)).toEqual([
      "practice.review",
      "practice.archive",
      "practice.edit",
    ]);
  });

  it("when a consent is old, then it is asked for again, or the contact goes", async () => {
    const listed = (id: string) => {
      const consent = { old: "2023-03-01", older: "2022-03-01", new: "2025-06-01" }[id] ?? "";
      return { id, network: "alfa", name: `Namn ${id}`, consent, topics: [], languages: [] };
    };
    for (const id of ["old", "older", "new"]) {
      const doc = { id: `contact:${id}`, type: "contact", v: 1, value: listed(id) };
      await forum.bot.store.create("content", "alfa", doc);
    }
    await forum.bot.app.library.refresh();
    const list = await ask("karin", "att göra");
    expect(shownIn(list.rendered)).toEqual(["contact:older", "contact:old"]);
    const seen = (id: string) => seenOf(digest, listed(id));
    const of = (id: string) => ({ kind: "contact", id, network: "alfa", ...seen(id) });
    await forum.press("karin", "todo.approve", of("old"));
    const after = await forum.press("kaisa", "todo.reject", of("older"));
    expect(shownIn(after.rendered)).toEqual([]);
    expect(await stored("contact:older")).toEqual({});
    expect(shownIn((await ask("anna", "kontakt older")).rendered)).not.toContain("contact:older");
  });

  it("when a term is corrected, then what it was can be brought back", async () => {
    await forum.press("karin", "todo.approve", await put(termRow("t-7")));
    const data = { kind: "term", id: "t-7", network: "alfa" };
    const editor = await forum.press("karin", "todo.edit", data);
    const save = button(editor.rendered, "todo.edit");
    await forum.press("karin", "todo.edit", {
      ...save.data,
      ...inputsOf(editor.rendered),
      sv: "zeppelinare",
      svAlso: "luftfarkost; ballong",
    });
    expect(await stored<Term>("term:t-7")).toMatchObject({
      sv: "zeppelinare",
      svAlso: ["luftfarkost", "ballong"],
      fi: "ilmalaiva",
    });
    const again = await forum.press("kaisa", "todo.edit", data);
    const earlier = actionsOf(again.rendered).find(({ data: { version } }) => version);
    expect(earlier?.title).toContain("luftskepp – ilmalaiva");
    const shown = await forum.press("kaisa", "todo.edit", earlier?.data ?? {});
    const restore = actionsOf(shown.rendered).find(({ data: { marks } }) => marks);
    await forum.press("kaisa", "todo.edit", { ...restore?.data, ...inputsOf(shown.rendered) });
    expect(await stored<Term>("term:t-7")).toMatchObject({ sv: "luftskepp", svAlso: [] });
    expect(shownIn((await ask("anna", "term luftskepp")).rendered)).toContain("term:t-7");
  });

  it("when a term is removed, then this is asked about first, and it can be brought back", async () => {
    await forum.press("karin", "todo.approve", await put(termRow("t-11")));
    const texts = textsIn("sv").curation;
    const data = { kind: "term", id: "t-11", network: "alfa" };
    const editor = await forum.press("karin", "todo.edit", data);
    const remove = button(editor.rendered, "todo.reject");
    expect(remove.title).toBe(texts.removeTerm);
    const asked = await forum.press("karin", remove.verb, remove.data);
    expect(viewOf(asked.card)["heading"]).toBe(texts.removeTermHeading);
    expect(shownIn((await ask("anna", "term luftskepp")).rendered)).toContain("term:t-11");
    const yes = button(asked.rendered, "todo.reject");
    for (const who of ["anna", "bertil"])
      expect(sentence(await forum.press(who, yes.verb, yes.data))).not.toBe("");
    const removed = await forum.press("karin", yes.verb, yes.data);
    expect(viewOf(removed.card)["heading"]).toBe(texts.termRemoved);
    expect((await ask("anna", "term luftskepp")).card.kind).toBe("nothing");
    expect(sentence(await forum.press("kaisa", yes.verb, yes.data))).not.toBe("");

    const undo = button(removed.rendered, "todo.approve");
    for (const who of ["anna", "bertil"])
      expect(sentence(await forum.press(who, undo.verb, undo.data))).not.toBe("");
    const back = await forum.press("karin", undo.verb, undo.data);
    expect(viewOf(back.card)["heading"]).toBe(texts.termBroughtBack);
    expect(shownIn((await ask("anna", "term luftskepp")).rendered)).toContain("term:t-11");
    expect(sentence(await forum.press("kaisa", undo.verb, undo.data))).toBe(
      textsIn("fi").curation.seenToAlready,
    );
    expect((await forum.stage.audit()).map(({ act }) => act)).toEqual([
      "todo.approve",
      "term.remove",
      "term.restore",
    ]);
  });

  it("when nobody can answer a question, then it can be described or taken off the list", async () => {
    const question = "Vad kostar en zeppelinare till månen?";
    for (const who of ["anna", "matti"]) {
      const report = button((await ask(who, question)).rendered, "ask.none");
      await forum.press(who, "ask.none", { question: report.data["question"] ?? "" });
    }
    await forum.bot.runJob("refresh content");
    const list = await ask("karin", "att göra");
    const texts = textsIn("sv").curation;
    expect(JSON.stringify(list.card.view)).toContain(texts.timesAsked(2));
    const describe = actionsOf(list.rendered).find(({ verb }) => verb === "todo.edit");
    const editor = await forum.press("karin", "todo.edit", describe?.data ?? {});
    expect(inputsOf(editor.rendered)).toMatchObject({ questions: question });
    const publish = button(editor.rendered, "todo.approve");
    await forum.press("karin", publish.verb, {
      ...publish.data,
      ...typed("sv"),
      ...inputsOf(editor.rendered),
    });
    expect(shownIn((await ask("karin", "att göra")).rendered)).toEqual([]);
    expect((await ask("matti", question)).card.kind).toBe("answer");
  });

  it("when the process died after a decision, then what follows from it is done later, once", async () => {
    const decided = { state: "approved", decidedBy: keyOf("karin") } as const;
    await put({ ...termRow("t-8"), ...decided, decidedAt: "2026-03-02T07:30:00.000Z" });
    await settle();
    expect(await stored<Term>("term:t-8")).toMatchObject({ sv: "luftskepp" });
    expect(await stored<Draft>("draft:t-8")).toHaveProperty("settledAt");
    expect(forum.stage.to("anna").map(({ card }) => card.kind)).toEqual(["todo-item"]);
  });

  it("when a term is there already, then the proposal says so", async () => {
    await forum.press("karin", "todo.approve", await put(termRow("t-9")));
    const data = await put(termRow("t-10", { sv: "luftskeppet" }));
    const shown = await forum.press("karin", "ask.choose", { ...data, kind: "todo", of: "draft" });
    expect(viewOf(shown.card)["relatedHeading"]).toBe(textsIn("sv").curation.relatedHeading);
    expect(shownIn(shown.rendered)).toEqual(["term:t-10", "term:t-9"]);
  });

  it("when much waits, then it comes in pages", async () => {
    for (let n = 10; n < 20; n++) await put(termRow(`n-${n}`));
    const texts = textsIn("sv").curation;
    const list = await ask("karin", "att göra");
    const more = button(list.rendered, "ask.more");
    expect(more.title).toBe(texts.more(4));
    const page = await forum.press("karin", more.verb, more.data);
    expect(viewOf(page.card)["intro"]).toBe(texts.pageIntro(7, 10, 10));
    const all = [...shownIn(list.rendered), ...shownIn(page.rendered)];
    expect(new Set(all).size).toBe(10);
    const beyond = await forum.press("karin", "ask.more", { kind: "todo", after: 1e9 });
    expect(shownIn(beyond.rendered)).toHaveLength(6);
  });

  it("when something is seen to on a later page, then the list stays on that page", async () => {
    for (let n = 10; n < 24; n++) await put(termRow(`n-${n}`));
    const texts = textsIn("sv").curation;
    const intro = ({ card }: Answer) => viewOf(card)["intro"];
    const third = await forum.press("karin", "ask.more", { kind: "todo", after: 12 });
    const approve = button(third.rendered, "todo.approve");
    const after = await forum.press("karin", approve.verb, approve.data);
    expect(intro(after)).toBe(texts.pageIntro(13, 13, 13));

    const open = button(after.rendered, "ask.choose");
    const item = await forum.press("karin", open.verb, open.data);
    const reject = button(item.rendered, "todo.reject");
    const reason = await forum.press("karin", reject.verb, reject.data);
    const send = button(reason.rendered, "todo.reject");
    const last = await forum.press("karin", send.verb, { ...send.data, reason: "Nej." });
    expect(intro(last)).toBe(texts.pageIntro(7, 12, 12));
  });

  it("when the list is asked for in a channel, then it opens in the own chat", async () => {
    await put(termRow("t-6"));
    const said = await forum.say("karin", "att göra", { in: thread("17") });
    expect(said.map(({ card, address }) => [card.kind, address.conversationId])).toEqual([
      ["todo", chat("karin").id],
      ["help", thread("17").id],
    ]);
  });

  it("when somebody's message is saved, then the editor has its text and its link", async () => {
    const message = {
      id: "m-1",
      text: "Vi mäter vattnet med en sticka.\nDet går bra.",
      author: { name: "Person matti", person: "matti" },
      link: "https://teams.microsoft.com/l/message/1/2",
      createdAt: "2026-03-01T22:30:00.000Z",
    };
    const reply = await forum.act("anna", "savePractice", message, thread("18"));
    if (reply?.type !== "dialog") throw new Error("There is no dialog");
    expect(notices({ card: reply.card } as Answer)).toEqual([textsIn("sv").curation.askAuthor]);
    const form = JSON.stringify(reply.card.view);
    for (const part of ["Det går bra.", message.link, "2026-03-02"]) expect(form).toContain(part);
    const [save] = viewOf(reply.card)["buttons"] as readonly { readonly data: JsonObject }[];
    const more = { ...typed("sv"), sourceUrl: message.link };
    const proposed = await forum.press(
      "anna",
      "todo.edit",
      { ...save?.data, ...more },
      { in: thread("18"), dialog: message },
    );
    expect(proposed.card.kind).toBe("todo-item");
    const [draft] = await forum.drafts();
    expect(draft).toMatchObject({ consent: "asked", row: { sourceUrl: message.link } });
  });
});

describe.each(bothStores)("curation over the wire on $name", (testStore) => {
  beforeAll(() => testStore.start());
  afterAll(() => testStore.stop());

  it.each([
    ["sv-FI", "ny praxis"],
    ["fi-FI", "uusi käytäntö"],
    ["en-GB", "new practice"],
  ])(
    "when somebody proposes in %s and presses twice, then it waits once",
    async (locale, command) => {
      const bot = await startBot({ place: testStore.newPlace() });
      const { post } = createPoster(bot);
      await post("vera", { type: "message", text: command, locale });
      const editor = bot.sent.at(-1);
      const { data } = button(editor?.rendered, "todo.edit");
      const [network] = bot.app.library.networks();
      const whole = { ...data, ...typed("en"), network: network?.id ?? "" };
      const action = { type: "Action.Execute", verb: "todo.edit", data: whole };
      const press = { type: "invoke", name: "adaptiveCard/action", locale, value: { action } };
      const first = await post("vera", press);
      const again = await post("vera", press);
      const submitted = { type: "message", locale, value: { ...whole, verb: "todo.edit" } };
      await post("vera", submitted);

      expect(first).toMatchObject({ status: 200, body: { statusCode: 200 } });
      expect(first.body["value"]).toMatchObject({ lang: locale.slice(0, 2) });
      expect(JSON.stringify(first.body)).toContain('"id":"todo-item"');
      expect(again.status).toBe(200);
      const { items } = await bot.store.query({
        container: "content",
        partition: network?.id ?? "",
        where: [{ field: "type", equals: "draft" }],
      });
      expect(items).toHaveLength(1);
      expect(bot.cardFaults).toEqual([]);
      await bot.close();
    },
  );

  it("when it is chosen on a message, then a dialog has the editor, and what is sent from it waits", async () => {
    const bot = await startBot({ place: testStore.newPlace() });
    const { post } = createPoster(bot);
    const chosen = await post(
      "anna",
      messageAction("savePractice", payload("<p>Vi mäter vattnet.</p>"), { locale: "sv-FI" }),
    );
    expect(chosen).toMatchObject({ status: 200, body: { task: { type: "continue" } } });
    const form = JSON.stringify(chosen.body);
    expect(form).toContain("Vi mäter vattnet.");
    expect(form).toContain(textsIn("sv").curation.askAuthor);

    const none = await post("anna", messageAction("savePractice", payload("<p> </p>")));
    expect(none).toMatchObject({ status: 200, body: { task: { type: "message" } } });
    expect(bot.cardFaults).toEqual([]);
    await bot.close();
  });
});
