/** Terms through the whole bot: looked up, shared, asked for, found in messages and while writing. */
import type { Term } from "../../src/core/content.ts";
import type { Reply } from "../../src/core/reply.ts";
import { memberPlace, type State } from "../../src/core/state.ts";
import { tenant } from "./announcements-stage.ts";
import { bothStores } from "./both-stores.ts";
import {
  chat,
  type Forum,
  forum as forumChannel,
  newMessageId,
  noticesOf,
  setForum,
  thread,
  verbsOf,
  viewOf,
} from "./discussions-stage.ts";
import { button, shownIn } from "./start-bot.ts";

const none = {
  svAlso: [],
  fiAlso: [],
  enAlso: [],
  svAvoid: [],
  fiAvoid: [],
  enAvoid: [],
  usedBy: [],
} as const;

const terms: readonly Term[] = [
  {
    ...none,
    id: "direktor",
    network: "alfa",
    sv: "kommundirektör",
    fi: "kunnanjohtaja",
    en: "municipal manager",
    svAvoid: ["kommunchef"],
    definitionSv: "Leder kommunens förvaltning.",
    domain: "förvaltning",
  },
  {
    ...none,
    id: "beslut",
    network: "alfa",
    sv: "tjänsteinnehavarbeslut",
    fi: "viranhaltijapäätös",
  },
  { ...none, id: "hemlig", network: "beta", sv: "hemligt ord", fi: "salainen sana" },
  { ...none, id: "delad", sv: "<b>motion</b> [x](http://evil)", fi: "aloite" },
];

async function setTerms(place: Parameters<typeof setForum>[0]): Promise<Forum> {
  const forum = await setForum(place);
  for (const value of terms) {
    const doc = { id: `term:${value.id}`, type: "term", v: 1, value };
    await forum.bot.store.create("content", value.network ?? "_shared", doc);
  }
  await forum.bot.app.library.refresh();
  return forum;
}

describe.each(bothStores)("terms on $name", (store) => {
  let forum: Forum;

  beforeAll(async () => {
    await store.start();
    forum = await setTerms(store.newPlace());
  });
  afterAll(async () => {
    const { cardFaults } = forum.bot;
    await forum.bot.close();
    await store.stop();
    expect(cardFaults).toEqual([]);
  });

  const look = async (who: string, text: string) => {
    const [first, ...others] = await forum.say(who, text);
    if (!first || others.length > 0) throw new Error(`${others.length + 1} answers to ${text}`);
    return first;
  };

  it.each([
    ["anna", "term kommundirektör", "sv", "kommundirektör"],
    ["anna", "vad heter kunnanjohtajan på svenska?", "sv", "kommundirektör"],
    ["matti", "mikä on kommundirektör suomeksi?", "fi", "kunnanjohtaja"],
    ["matti", "viranhaltijapäätös ruotsiksi?", "fi", "tjänsteinnehavarbeslut"],
    ["daniel", "what is kunnanjohtaja in English?", "en", "municipal manager"],
    ["daniel", "how do you say municipal manager in Swedish", "en", "kommundirektör"],
  ])("when %s asks %j, then the answer in %s is %j", async (who, text, language, title) => {
    const { card, rendered } = await look(who, text);

    expect([card.kind, card.language, viewOf(card)["title"]]).toEqual(["term", language, title]);
    expect(shownIn(rendered)[0]).toMatch(/^term:/u);
    expect(card.summary).toContain(title);
  });

  it("when one to be avoided is looked up, then what to use instead is said first", async () => {
    const { card } = await look("anna", "term kommunchef");

    expect(viewOf(card)).toMatchObject({
      warnings: ["”kommunchef” bör undvikas. Använd ”kommundirektör” i stället."],
      avoid: ["Undvik ”kommunchef”. Använd ”kommundirektör”."],
      definitions: [{ label: "Definition", text: "Leder kommunens förvaltning." }],
    });
  });

  it("when a language is asked for after a term, then it is about the term", async () => {
    await look("anna", "term kommundirektör");

    const { card } = await look("anna", "och på finska?");

    expect([card.kind, viewOf(card)["title"]]).toEqual(["term", "kunnanjohtaja"]);
  });

  it("when the bank has no name in the language, then it says so and the network can be asked", async () => {
    const { card, rendered } = await look("anna", "vad heter viranhaltijapäätös på engelska?");

    expect(viewOf(card)["remarks"]).toEqual([
      "Termbanken har ingen engelsk term för det här ännu.",
    ]);
    expect(verbsOf(rendered)).toContain("term.ask");
  });

  it("when the term is another network's, then nobody else finds it", async () => {
    const { card, rendered } = await look("anna", "term hemligt ord");

    expect(card.kind).not.toBe("term");
    expect(JSON.stringify(rendered)).not.toContain("salainen");
  });

  it("when names have markup, then it is shown as it stands", async () => {
    const { card, rendered } = await look("matti", "termi aloite");

    expect(card.kind).toBe("term");
    expect(JSON.stringify(rendered)).not.toMatch(/[^\\]\]\(http/u);
  });

  it("when it is missing, then the network is asked in a whole question", async () => {
    const { card, rendered } = await look("anna", "vad heter zeppelinarhamn på finska?");
    expect(card.kind).toBe("nothing");
    expect(viewOf(card)["heading"]).toBe("”zeppelinarhamn” finns inte i termbanken");

    const ask = button(rendered, "term.ask");
    const pressed = await forum.press("anna", ask.verb, ask.data);

    expect(pressed.card.kind).toBe("ask-network");
    expect(JSON.stringify(viewOf(pressed.card))).toContain("Vad heter ”zeppelinarhamn” på finska?");
  });

  it("when a question only ends with a language, then it is no term that is missing", async () => {
    const { card } = await look("anna", "har ni mallar för zeppelinare på finska?");

    expect(JSON.stringify(viewOf(card))).not.toContain("termbanken");
  });

  it("when it is asked in the forum, then it is answered in the thread, with nothing to share", async () => {
    const root = newMessageId();

    const [answer] = await forum.say("matti", "mikä on kommundirektör suomeksi?", {
      in: thread(root),
      id: root,
    });

    expect(answer?.card.kind).toBe("term");
    expect(answer?.address.conversationId).toBe(thread(root).id);
    expect(verbsOf(answer?.rendered)).toEqual([]);
  });

  it("when it is shared, then it is posted in the network's forum once, with who did it", async () => {
    const { rendered } = await look("anna", "term kommundirektör");
    const share = button(rendered, "term.share");
    const before = forum.bot.sent.length;

    const pressed = await forum.press("anna", share.verb, share.data);
    await forum.press("anna", share.verb, share.data);
    await forum.settle();

    expect(noticesOf(pressed.card)[0]).toMatch(/^Delad i forumet/u);
    const posted = forum.bot.sent.slice(before).filter(({ card }) => card.kind === "term");
    expect(posted.map(({ address }) => address.conversationId)).toEqual([forumChannel]);
    expect(noticesOf(posted[0]?.card)).toEqual(["Person anna delade en term ur termbanken."]);
    expect(verbsOf(posted[0]?.rendered)).toEqual([]);
  });

  it.each([
    [{ kind: "term", id: "hemlig", network: "beta" }],
    [{ kind: "term", id: "hemlig" }],
    [{ kind: "term", id: "no-such" }],
    [{ kind: "term", id: 7 }],
    [{ kind: "term", id: "direktor", collection: "cpv" }],
    [{}],
  ])("when a forged button carries %j, then nothing is shown or shared", async (data) => {
    const before = forum.bot.sent.length;

    const shared = await forum.press("anna", "term.share", data);
    const opened = await forum.press("anna", "ask.choose", { kind: "term", ...data });
    await forum.settle(4_000);

    expect(shared.reply?.type).toBe("sentence");
    expect(opened.reply?.type).toBe("sentence");
    expect(forum.bot.sent.slice(before)).toEqual([]);
  });

  it("when a question is asked for that nobody remembers, then the presser is told", async () => {
    const { reply } = await forum.press("anna", "term.ask", { question: "no-such" });

    expect(reply?.type).toBe("sentence");
  });

  it("when a message has terms, then a dialog shows them, and one can be shared in its thread", async () => {
    const root = newMessageId();
    const message = {
      id: root,
      text: "Kommundirektören har fattat två tjänsteinnehavarbeslut om hemligt ord.",
    };

    const dialog = await forum.act("anna", "lookUpTerms", message, thread(root));

    expect(dialog?.type === "dialog" && shownIds(dialog)).toEqual(["term:beslut", "term:direktor"]);
    const data = { kind: "term", id: "direktor", network: "alfa" };
    const opened = await forum.press("anna", "ask.choose", data, {
      in: thread(root),
      dialog: message,
    });
    const share = button(opened.rendered, "term.share");
    await forum.press("anna", share.verb, share.data, { in: thread(root), dialog: message });
    await forum.settle();
    expect(forum.inThread(root).map(({ card }) => card.kind)).toEqual(["term"]);
  });

  it.each([
    ["no terms", "Hej på er allihopa!"],
    ["no text", ""],
  ])("when a message has %s, then a sentence says so", async (_, text) => {
    const root = newMessageId();

    const reply = await forum.act("anna", "lookUpTerms", { id: root, text }, thread(root));

    expect(reply?.type).toBe("sentence");
  });

  const search = async (who: string, query: string): Promise<Reply | undefined> => {
    const id = newMessageId();
    const conversation = chat(who);
    const result = await forum.bot.handle({
      type: "search",
      id,
      command: "search",
      query,
      skip: 0,
      count: 25,
      actor: { tenant, person: who, name: `Person ${who}`, userId: `29:${who}` },
      conversation,
      address: {
        v: 1,
        serviceUrl: "http://127.0.0.1:1/",
        channel: "msteams",
        conversationId: conversation.id,
        botId: "28:kollega",
        tenant,
      },
      locale: "sv-FI",
    });
    return result.status === "done" ? result.answer : undefined;
  };

  it.each([
    ["kunnanjohtaja", "kunnanjohtaja"],
    ["kommundir", "kommundirektör"],
    ["", "tjänsteinnehavarbeslut"],
  ])("when %j is searched for while writing, then %j can be inserted", async (query, title) => {
    const reply = await search("anna", query);

    const items = reply?.type === "list" ? reply.items : [];
    expect(items.map((item) => item.title)).toContain(title);
    expect(JSON.stringify(items)).not.toContain("hemlig");
    for (const { card } of items) expect(viewOf(card)["buttons"]).toEqual([]);
  });

  it("when nothing is written yet, then what was added last comes first", async () => {
    const days = { "z-old": 1, "a-old": 1, newest: 9, d3: 3, d4: 4, d5: 5 };
    for (const [id, day] of Object.entries(days)) {
      const value: Term = { ...none, id, network: "alfa", sv: `tillagd ${id}` };
      const addedAt = `2026-02-0${day}T08:00:00.000Z`;
      const doc = { id: `term:${id}`, type: "term", v: 1, addedAt, value };
      await forum.bot.store.create("content", "alfa", doc);
    }
    await forum.bot.app.library.refresh();

    const reply = await search("anna", "");

    const titles = reply?.type === "list" ? reply.items.map(({ title }) => title) : [];
    expect(titles.slice(0, 5)).toEqual(
      ["newest", "d5", "d4", "d3", "a-old"].map((id) => `tillagd ${id}`),
    );
  });

  it.each([
    ["vad heter hankintayksikkö på svenska?", { text: "hankintayksikkö", from: "fi", to: "sv" }],
    ["term hankintapäätös", { text: "hankintapäätös", from: "fi" }],
    ["term upphandlingsenhet", { text: "upphandlingsenhet", from: "sv" }],
  ] as const)(
    "when %j is asked in Swedish, then it is remembered which language the word is in",
    async (text, term) => {
      await look("anna", text);

      const { container, partition, id } = memberPlace({ tenant, person: "anna" });
      const state = await forum.bot.store.read<State>(container, partition, id);
      expect(state?.doc.memory.questions[0]?.term).toEqual(term);
    },
  );

  it("when nothing is found while writing, then it says so", async () => {
    expect((await search("anna", "xyzzyplugh"))?.type).toBe("sentence");
  });

  it("when a term is changed or removed elsewhere, then the next look-up knows", async () => {
    const { bot } = forum;
    const id = "term:nytt";
    const value: Term = { ...none, id: "nytt", network: "alfa", sv: "livskraftscentral" };
    const created = await bot.store.create("content", "alfa", { id, type: "term", v: 1, value });
    if (created === "exists") throw new Error("The term was there");
    await bot.app.library.refresh();
    expect((await look("anna", "term livskraftscentralen")).card.kind).toBe("term");

    const tombstone = { id, type: "term", v: 1, value: {}, deleted: true } as const;
    await bot.store.replace("content", "alfa", tombstone, created.etag);
    await bot.app.library.refresh();

    expect((await look("anna", "term livskraftscentralen")).card.kind).not.toBe("term");
  });
});

function shownIds(dialog: Extract<Reply, { readonly type: "dialog" }>): readonly unknown[] {
  const { items } = viewOf(dialog.card) as { readonly items: readonly { elementId: string }[] };
  return items.map(({ elementId }) => elementId);
}
