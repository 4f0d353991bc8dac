import type { Contact, ContentDocument } from "../../src/core/content.ts";
import type { Language } from "../../src/core/language.ts";
import type { Fetched, MemberAccount } from "../../src/core/ports.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { teamA, tenant } from "./announcements-stage.ts";
import { auditOf } from "./audit-of.ts";
import { bothStores } from "./both-stores.ts";
import { type Forum, keyOf, noticesOf, setForum, thread, viewOf } from "./discussions-stage.ts";
import { type Answer, actionsOf, button } from "./start-bot.ts";
import { inputsOf } from "./trust-stage.ts";

const account = (
  person: string,
  signInName: string,
  more: Partial<MemberAccount> = {},
): Fetched<MemberAccount> => ({
  state: "done",
  value: { person, isGuest: false, signInName, email: `mail.${person}@example.org`, ...more },
});

const contact = (id: string, more: Partial<Contact>): Contact => ({
  id,
  network: "alfa",
  name: `Någon ${id}`,
  consent: "2024-01-10",
  role: "Upphandlare",
  topics: ["zeppelinare"],
  languages: ["sv", "fi"],
  phone: "+358 9 000 0101",
  ...more,
});

/** Anna signs in with a name; Matti's entry has his e-mail alone; Daniel is a guest. */
const own = {
  anna: contact("c-1", { teamsId: "anna.berg@alfa.example", email: "info@alfa.example" }),
  matti: contact("c-2", { email: "Matti.Meikalainen@Alfa.example" }),
  daniel: contact("c-3", { teamsId: "daniel@borough.example" }),
} as const;

const said = {
  sv: "Mina kontaktuppgifter",
  fi: "omat yhteystietoni",
  en: "my contact",
} as const satisfies Record<Language, string>;

const sentence = ({ reply }: Answer) => (reply?.type === "sentence" ? reply.text : "");
const texts = (language: Language) => textsIn(language).curation;

describe.each(bothStores)("one's own contact entry on $name", (testStore) => {
  let forum: Forum;
  beforeAll(() => testStore.start());
  afterAll(() => testStore.stop());
  beforeEach(async () => {
    forum = await setForum(testStore.newPlace());
    const { accounts } = forum.bot;
    accounts.set("29:anna", account("anna", "Anna.Berg@alfa.example"));
    accounts.set("29:matti", account("matti", "matti.meikalainen@alfa.example"));
    const guest = { isGuest: true, email: "Daniel@borough.example" };
    const guestName = "daniel_borough.example#EXT#@alfa.example";
    accounts.set("29:daniel", account("daniel", guestName, guest));
    accounts.set("29:karin", account("karin", "karin@alfa.example"));
    accounts.set("29:bertil", account("bertil", "bertil@alfa.example"));
    for (const one of Object.values(own)) await put(one);
  });
  afterEach(async () => {
    expect(forum.bot.cardFaults).toEqual([]);
    expect(forum.bot.logged).toEqual([]);
    await forum.bot.close();
  });

  async function put(value: Contact): Promise<void> {
    const doc = { id: `contact:${value.id}`, type: "contact", v: 1, value };
    const partition = value.network ?? "_shared";
    const there = await forum.bot.store.read("content", partition, doc.id);
    if (there) await forum.bot.store.replace("content", partition, doc, there.etag);
    else await forum.bot.store.create("content", partition, doc);
    await forum.bot.app.library.refresh();
  }
  const stored = async ({ id, network = "_shared" }: Contact) =>
    (await forum.bot.store.read<ContentDocument<Contact>>("content", network, `contact:${id}`))
      ?.doc;
  const everything = async () =>
    JSON.stringify(
      await Promise.all(
        ["alfa", "beta", "_shared"].map((partition) =>
          forum.bot.store.query({ container: "content", partition }),
        ),
      ),
    );
  const ask = async (who: string, text: string) => {
    const [sent, ...more] = await forum.say(who, text);
    expect(more).toEqual([]);
    if (!sent) throw new Error("Nothing was said");
    return sent;
  };
  /** The form as it is shown, changed, and sent. */
  const save = (who: string, card: unknown, typed: JsonObject) => {
    const { data } = button(card, "todo.edit");
    return forum.press(who, "todo.edit", { ...data, ...inputsOf(card), ...typed });
  };

  it.each([
    ["anna", "sv"],
    ["matti", "fi"],
    ["daniel", "en"],
  ] as const)("when %s corrects it in %s, then it is so at once", async (who, language) => {
    const editor = await ask(who, said[language]);
    expect(editor.card).toMatchObject({ kind: "entry-editor", language });
    expect(viewOf(editor.card)["heading"]).toBe(texts(language).own.heading);
    const { id: _id, network: _network, consent: _consent, teamsId: _teamsId, ...shown } = own[who];
    expect(inputsOf(editor.rendered)).toMatchObject({
      name: shown.name,
      role: shown.role,
      phone: shown.phone,
      languages: "sv; fi",
    });
    for (const fixed of ["id", "network", "teamsId", "consent"])
      expect(inputsOf(editor.rendered)).not.toHaveProperty(fixed);

    const done = await save(who, editor.rendered, {
      name: "Ny Namnsson",
      role: "Dirigent",
      phone: "",
      topics: "luftskepp; ankare",
      // What makes it theirs does not change, nor when they agreed.
      teamsId: "bertil@alfa.example",
      consent: "2001-01-01",
    });

    expect(viewOf(done.card)["heading"]).toBe(texts(language).savedHeading);
    const { phone: _phone, ...kept } = own[who];
    expect((await stored(own[who]))?.value).toEqual({
      ...kept,
      name: "Ny Namnsson",
      role: "Dirigent",
      topics: ["luftskepp", "ankare"],
      consent: "2026-03-02",
    });
    const found = await ask("karin", "kontakt Namnsson");
    expect(JSON.stringify(found.rendered)).toContain("Dirigent");
    const acts = await auditOf(forum.bot.store, "alfa", [keyOf(who)]);
    expect(acts).toMatchObject([
      {
        act: "contact.own-edit",
        actor: keyOf(who),
        details: { fields: "name role topics phone" },
      },
    ]);
    expect(JSON.stringify(acts.map(({ details }) => details))).not.toMatch(/c-\d|Namnsson/u);
  });

  it.each(["mina uppgifter", "inställningar"])(
    "when a member writes “%s”, then a button leads there",
    async (text) => {
      const { rendered } = await ask("anna", text);
      const { data } = button(rendered, "todo.edit", "own");

      const opened = await forum.press("anna", "todo.edit", data);

      expect(opened.card.kind).toBe("entry-editor");
      expect(inputsOf(opened.rendered)["role"]).toBe("Upphandlare");
    },
  );

  it("when somebody has none, then they are told who can add them", async () => {
    await put(contact("c-4", { name: "Person karin", email: "another@alfa.example" }));

    const { card } = await ask("karin", "min kontakt");
    const pressed = await forum.press("karin", "todo.edit", { kind: "contact", value: "own" });

    expect(card.kind).toBe("nothing");
    expect(String(viewOf(card)["text"])).toContain("Person karin och Person kaisa");
    expect(sentence(pressed)).toBe(viewOf(card)["text"]);
  });

  it("when an entry has a sign-in name, then its e-mail address makes it nobody's", async () => {
    await put({ ...own.anna, teamsId: "bo@alfa.example", email: "anna.berg@alfa.example" });

    expect((await ask("anna", "min kontakt")).card.kind).toBe("nothing");
  });

  it("when somebody who is no guest has an address as e-mail only, then it proves nothing", async () => {
    await put(contact("c-5", { email: "mail.karin@example.org" }));

    expect((await ask("karin", "min kontakt")).card.kind).toBe("nothing");
  });

  it.each([
    ["another's", { id: "c-2", network: "alfa" }],
    ["one of another network", { id: "c-8", network: "beta" }],
    ["one that is not there", { id: "c-77", network: "alfa" }],
    ["one of no network that there is", { id: "c-1", network: "gamma" }],
    ["one without a network", { id: "c-1" }],
    ["no name for one", { id: { equals: 1 } }],
  ])("when a card names %s, then it is refused and nothing changes", async (_, named) => {
    await put(contact("c-8", { network: "beta", teamsId: "anna.berg@alfa.example" }));
    const before = await everything();
    const forged = { kind: "contact", value: "own", ...named };

    const answers = [
      await forum.press("anna", "todo.edit", forged),
      await forum.press("anna", "todo.edit", { ...forged, role: "Kung", email: "x@example.org" }),
      await forum.press("anna", "todo.edit", { ...forged, role: "Kung", act: "anyway" }),
      await forum.press("anna", "todo.reject", forged),
      await forum.press("anna", "todo.reject", { ...forged, act: "remove" }),
    ];

    for (const answer of answers) expect(sentence(answer)).toBe(texts("sv").own.notYours);
    expect(await everything()).toBe(before);
    expect(await forum.stage.audit()).toEqual([]);
  });

  it("when a member presses what coordinators edit with, then it is theirs alone as before", async () => {
    const data = { kind: "contact", id: "c-1", network: "alfa", role: "Kung" };

    expect(sentence(await forum.press("anna", "todo.edit", data))).toContain("Person karin");
    expect((await stored(own.anna))?.value.role).toBe("Upphandlare");
  });

  it("when it is no longer theirs as they save, then it is refused", async () => {
    const editor = await ask("anna", "min kontakt");
    const given = { ...own.anna, teamsId: "matti.meikalainen@alfa.example" };
    await put(given);

    const late = await save("anna", editor.rendered, { role: "Dirigent" });

    expect(sentence(late)).toBe(texts("sv").own.notYours);
    expect((await stored(given))?.value).toEqual(given);
  });

  it.each<[string, Fetched<MemberAccount>]>([
    ["does not answer", { state: "unknown", cause: "time-out" }],
    ["knows nobody of them", { state: "refused", reason: "gone", status: 404 }],
    ["throttles", { state: "throttled" }],
    ["answers about somebody else", account("matti", "anna.berg@alfa.example")],
    ["names no account", { state: "done", value: { person: "anna", isGuest: false } }],
  ])("when Teams %s, then nothing is shown or changed", async (_, answer) => {
    const editor = await ask("anna", "min kontakt");
    forum.bot.accounts.set("29:anna", answer);
    const before = await everything();

    const opened = await ask("anna", "min kontakt");
    const late = await save("anna", editor.rendered, { role: "Dirigent" });

    expect(["refused", "nothing"]).toContain(opened.card.kind);
    expect(JSON.stringify(opened.rendered)).not.toContain("Upphandlare");
    expect([texts("sv").own.unsure, texts("sv").own.notYours]).toContain(sentence(late));
    expect(await everything()).toBe(before);
  });

  it("when a coordinator has changed it meanwhile, then both see it, and nobody's change is lost", async () => {
    const editor = await ask("anna", "min kontakt");
    const open = await forum.press("karin", "todo.edit", {
      kind: "contact",
      id: "c-1",
      network: "alfa",
    });
    await save("karin", open.rendered, { role: "Chef", organisation: "Åbo stad" });

    const late = await save("anna", editor.rendered, { role: "Dirigent", phone: "" });

    expect(viewOf(late.card)["changesHeading"]).toBe(texts("sv").changesHeading);
    expect((await stored(own.anna))?.value.role).toBe("Chef");
    await save("anna", late.rendered, {});
    expect((await stored(own.anna))?.value).toMatchObject({
      role: "Dirigent",
      organisation: "Åbo stad",
    });
    const acts = (await forum.stage.audit()).map(({ act }) => act);
    expect(acts.toSorted()).toEqual(["contact.edit", "contact.own-edit"]);
  });

  it("when both save at the same moment, then whoever is told that it is saved finds it so", async () => {
    const theirs = { kind: "contact", id: "c-1", network: "alfa" };
    const editor = await ask("anna", "min kontakt");
    const open = await forum.press("karin", "todo.edit", theirs);

    const [mine, hers] = await Promise.all([
      save("anna", editor.rendered, { phone: "+358 9 000 0199" }),
      save("karin", open.rendered, { role: "Chef" }),
    ]);

    const value = (await stored(own.anna))?.value;
    const isSaved = (answer: Answer) => viewOf(answer.card)["heading"] === texts("sv").savedHeading;
    expect(isSaved(mine) || isSaved(hers)).toBe(true);
    expect(value?.phone === "+358 9 000 0199").toBe(isSaved(mine));
    expect(value?.role === "Chef").toBe(isSaved(hers));
    if (!isSaved(mine)) expect(mine.card.kind).toBe("entry-editor");
  });

  it("when an address is none, then that stands at the field and nothing is saved", async () => {
    const editor = await ask("anna", "min kontakt");

    const { card, rendered } = await save("anna", editor.rendered, { email: "anna", name: "" });

    expect(card.kind).toBe("entry-editor");
    expect(inputsOf(rendered)["email"]).toBe("anna");
    const rows = viewOf(card)["rows"] as readonly { readonly note: string }[];
    expect(rows.filter(({ note }) => note !== "")).toHaveLength(2);
    expect((await stored(own.anna))?.value).toEqual(own.anna);
  });

  it("when the address goes by which they are known, then they are told first", async () => {
    const editor = await ask("matti", "omat yhteystietoni");

    const asked = await save("matti", editor.rendered, { email: "matti@uusi.example" });
    expect(viewOf(asked.card)["warnings"]).toEqual([texts("fi").own.losing]);
    expect((await stored(own.matti))?.value).toEqual(own.matti);

    const done = await save("matti", asked.rendered, {});
    expect(viewOf(done.card)["warnings"]).toEqual([texts("fi").own.lost]);
    expect(noticesOf(done.card)).toEqual([texts("fi").entrySaved]);
    expect(actionsOf(done.rendered).map(({ verb }) => verb)).toEqual(["ask.choose"]);
    expect((await stored(own.matti))?.value.email).toBe("matti@uusi.example");
    expect((await ask("matti", "omat yhteystietoni")).card.kind).toBe("nothing");
  });

  it("when they do not want to be found any more, then they say so twice and are gone", async () => {
    const editor = await ask("anna", "min kontakt");
    const remove = button(editor.rendered, "todo.reject", "own");

    const asked = await forum.press("anna", remove.verb, remove.data);
    expect(viewOf(asked.card)["heading"]).toBe(texts("sv").own.removeHeading);
    expect((await stored(own.anna))?.value).toEqual(own.anna);
    const keep = button(asked.rendered, "todo.edit", "own");
    expect((await forum.press("anna", keep.verb, keep.data)).card.kind).toBe("entry-editor");

    const sure = button(asked.rendered, "todo.reject", "own");
    const done = await forum.press("anna", sure.verb, sure.data);

    expect(viewOf(done.card)["heading"]).toBe(texts("sv").own.removedHeading);
    expect(noticesOf(done.card).join()).toContain("Person karin");
    const left = await stored(own.anna);
    expect(left?.deleted).toBe(true);
    expect(JSON.stringify(left)).not.toMatch(/Någon|0101|alfa\.example/u);
    expect(JSON.stringify((await ask("karin", "kontakt Någon c-1")).card)).not.toContain("0101");
    const { key: _key, ...again } = sure.data;
    expect(sentence(await forum.press("anna", sure.verb, again))).toBe(texts("sv").own.notYours);
    expect((await forum.stage.audit()).map(({ act, details }) => [act, details])).toEqual([
      ["contact.withdraw", {}],
    ]);
  });

  it("when they stand in two registers, then they choose which one", async () => {
    const shared: Contact = {
      id: "c-6",
      name: "Anna för alla",
      consent: "2024-01-10",
      topics: [],
      languages: ["sv"],
      teamsId: "ANNA.BERG@alfa.example",
    };
    await put(shared);
    const { card, rendered } = await ask("anna", "min kontakt");
    expect(viewOf(card)["heading"]).toBe(texts("sv").own.chooseHeading);
    const choices = actionsOf(rendered).filter(({ verb }) => verb === "todo.edit");
    expect(choices).toHaveLength(2);

    const second = choices.find(({ data }) => data["id"] === "c-6");
    const opened = await forum.press("anna", "todo.edit", second?.data ?? {});
    await save("anna", opened.rendered, { role: "Konduktör" });

    expect((await stored(shared))?.value.role).toBe("Konduktör");
    expect((await stored(own.anna))?.value.role).toBe("Upphandlare");
  });

  it("when they ask what is held or to be forgotten, then it is theirs whatever it is called", async () => {
    const held = await ask("anna", "mina uppgifter");
    expect(JSON.stringify(held.rendered)).toContain(own.anna.name);

    const { rendered } = await ask("anna", "glöm mig");
    const inputs = inputsOf(rendered);
    expect(Object.keys(inputs)).toEqual(["contact:alfa:c-1"]);
    const { data } = button(rendered, "data.forget");
    await forum.press("anna", "data.forget", { ...data, "contact:alfa:c-1": "true" });
    await forum.bot.runJob("privacy");

    expect(JSON.stringify((await stored(own.anna)) ?? {})).not.toContain(own.anna.name);
    expect((await stored(own.matti))?.value).toEqual(own.matti);
  });

  const underWay = async () => {
    const place = { container: "conversations", partition: "_forgotten" } as const;
    const where = [{ field: "type", equals: "erasure" }];
    return (await forum.bot.store.query({ ...place, where })).items;
  };
  const togglesOf = ({ card }: { readonly card: Answer["card"] }) =>
    (viewOf(card)["toggles"] as readonly JsonObject[]).map(({ elementId }) => elementId);

  it.each([
    ["anna", "sv", "glöm mig", { state: "throttled" }],
    ["matti", "fi", "unohda minut", { state: "unknown", cause: "time-out" }],
    ["daniel", "en", "forget me", { state: "refused", reason: "gone", status: 404 }],
  ] as const)(
    "when Teams is silent as %s confirms in %s what they ticked, then nothing is erased before it speaks",
    async (who, language, text, silence) => {
      const { id } = own[who];
      const input = `contact:alfa:${id}`;
      const { rendered } = await ask(who, text);
      const forget = button(rendered, "data.forget");
      const answers = forum.bot.accounts.get(`29:${who}`);
      forum.bot.accounts.set(`29:${who}`, silence);

      const unsure = await forum.press(who, forget.verb, { ...forget.data, [input]: "true" });
      await forum.bot.runJob("privacy");

      expect(unsure.card).toMatchObject({ kind: "forget", language });
      expect(noticesOf(unsure.card)).toEqual([textsIn(language).privacy.forget.unsure]);
      expect(togglesOf(unsure)).toEqual([input]);
      expect(await underWay()).toEqual([]);
      expect((await stored(own[who]))?.value).toEqual(own[who]);

      if (answers) forum.bot.accounts.set(`29:${who}`, answers);
      const again = button(unsure.rendered, "data.forget");
      await forum.press(who, again.verb, { ...again.data, [input]: "true" });
      await forum.bot.runJob("privacy");

      expect(await underWay()).toHaveLength(1);
      expect(JSON.stringify((await stored(own[who])) ?? {})).not.toContain(own[who].name);
    },
  );

  it("when Teams is silent and they ticked nothing, then they are told that it stays", async () => {
    const { rendered } = await ask("anna", "glöm mig");
    const { verb, data } = button(rendered, "data.forget");
    forum.bot.accounts.set("29:anna", { state: "throttled" });

    const done = await forum.press("anna", verb, { ...data, ...inputsOf(rendered) });

    expect(JSON.stringify(done.card)).toContain(textsIn("sv").privacy.forget.contactsLeft);
    expect(await underWay()).toHaveLength(1);
  });

  it.each([
    ["another's", "contact:alfa:c-2", "unsure", ["contact:alfa:c-1", "contact:alfa:c-2"]],
    ["one of another network", "contact:beta:c-8", "old", ["contact:alfa:c-1"]],
    ["one that is gone", "contact:alfa:c-77", "old", ["contact:alfa:c-1"]],
  ] as const)("when they tick %s, then nothing is erased", async (_, input, notice, toggles) => {
    await put(contact("c-8", { network: "beta", teamsId: "bertil@alfa.example" }));
    const { data } = button((await ask("anna", "glöm mig")).rendered, "data.forget");
    const before = await everything();

    const forged = await forum.press("anna", "data.forget", {
      ...data,
      "contact:alfa:c-1": "true",
      [input]: "true",
    });
    await forum.bot.runJob("privacy");

    expect(noticesOf(forged.card)).toEqual([textsIn("sv").privacy.forget[notice]]);
    expect(togglesOf(forged)).toEqual(toggles);
    expect(await underWay()).toEqual([]);
    expect(await everything()).toBe(before);
  });

  it("when they take the file, then it has the entry that is theirs by its sign-in name, and practices that name it", async () => {
    const practice = {
      id: "zeppelinare",
      network: "alfa",
      language: "sv",
      title: "Hur man förtöjer",
      body: "Vid en mast.",
      questions: [],
      tags: [],
      contacts: ["c-1"],
      status: "published",
    };
    const doc = { id: "practice:zeppelinare:sv", type: "practice", v: 1, value: practice };
    await forum.bot.store.create("content", "alfa", doc);
    await forum.bot.app.library.refresh();
    const mine = await ask("anna", "mina uppgifter");
    const { verb, data } = button(mine.rendered, "data.export");

    const { card } = await forum.press("anna", verb, data);
    const place = { container: "conversations", partition: "_data-links" } as const;
    const links = (await forum.bot.store.query(place)).items;
    // Nobody is there to be asked when the file is made.
    forum.bot.accounts.clear();
    const [link] = viewOf(card)["links"] as readonly { readonly url: string }[];
    const file = new URL(link?.url ?? "").pathname.split("/").at(-1) ?? "";
    const given = await forum.bot.app.routes
      .find(({ path, method }) => path === "/data/:file" && method === "POST")
      ?.handle({ headers: {}, peer: "", path: "", params: { file }, query: {}, body: "" });

    expect(links.map(({ doc: kept }) => kept)).toMatchObject([
      { contacts: [{ partition: "alfa", id: "contact:c-1" }] },
    ]);
    expect(JSON.stringify(links)).not.toMatch(/Någon|alfa\.example/u);
    const held = JSON.parse(String(given?.body)) as {
      readonly data: readonly { readonly kind: string; readonly items: readonly JsonObject[] }[];
    };
    const of = (kind: string) => held.data.find((one) => one.kind === kind)?.items;
    expect(of("contact-entries")).toMatchObject([{ name: own.anna.name }]);
    expect(of("practices")).toMatchObject([{ practice: "zeppelinare" }]);
    for (const section of ["contacts", "practices"] as const)
      expect(JSON.stringify(mine.rendered)).toContain(textsIn("sv").privacy.kinds[section].title);
  });

  it("when it is asked for in the forum, then it opens in their own chat", async () => {
    const said = await forum.say("anna", "min kontakt", { in: thread("77") });

    expect(said.map(({ address }) => address.conversationId)).toEqual([
      "chat-29:anna",
      thread("77").id,
    ]);
    expect(said[0]?.card.kind).toBe("entry-editor");
    expect(JSON.stringify(said[1]?.rendered)).not.toContain("0101");
    expect(forum.bot.accountsAsked).toEqual([{ conversation: teamA, id: "29:anna" }]);
  });

  it("when they are asked for, then each time Teams is asked once and its answer is not kept", async () => {
    const editor = await ask("matti", "omat yhteystietoni");
    await save("matti", editor.rendered, { role: "Kapellimestari" });
    await ask("karin", "min kontakt");

    const chats = ["chat-29:matti", "chat-29:matti", "chat-29:karin"];
    expect(forum.bot.accountsAsked.map(({ conversation }) => conversation)).toEqual(chats);
    const places = [
      ["members", `${tenant}:matti`],
      ["members", `${tenant}:karin`],
      ["audit", "alfa"],
    ] as const;
    for (const [container, partition] of places) {
      const { items } = await forum.bot.store.query({ container, partition });
      expect(JSON.stringify(items).toLowerCase()).not.toMatch(/@alfa\.example|mail\./u);
    }
    expect(forum.bot.logLines.join("\n")).not.toContain("alfa.example");
  });
});
