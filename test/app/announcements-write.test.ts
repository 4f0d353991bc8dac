/** Announcements in chat: written, checked, kept and found again, from the words someone writes to the stored document. */
import type { Language } from "../../src/core/language.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import type { Conversation } from "../../src/core/turn.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { auditOf } from "./audit-of.ts";
import { bothStores } from "./both-stores.ts";
import { botsOn } from "./bots-on.ts";
import { contentOf } from "./content-of.ts";
import { filled, valuesOf } from "./inputs-of.ts";
import { fillWithCoordinators } from "./small-world.ts";
import {
  type Action,
  type Answer,
  actionsOf,
  button,
  type From,
  message,
  type Sent,
  shownIn,
  type TestBot,
} from "./start-bot.ts";

/** It is Monday 2 March 2026, 10.00 in Helsinki. */
const karin: From = { person: "karin" };
const kaisa: From = { person: "kaisa" };
const mona: From = { person: "mona" };
const bo: From = { person: "bo" };
/** Coordinates both networks. */
const siv: From = { person: "siv" };
const forum: Conversation = {
  kind: "channel",
  id: "19:forum@thread.tacv2;messageid=1",
  team: { id: "19:team-alfa@thread.tacv2" },
};

const fill = fillWithCoordinators({ alfa: ["karin", "kaisa", "siv"], beta: ["bo", "siv"] });

const asked: Readonly<Record<Language, Readonly<Record<"write" | "list", string>>>> = {
  sv: { write: "meddela", list: "meddelanden" },
  fi: { write: "tiedota", list: "tiedotteet" },
  en: { write: "announce", list: "announcements" },
};

const inputs = {
  titleSv: "Utbildning i april",
  titleFi: "Koulutus huhtikuussa",
  titleEn: "Training in April",
  textSv: "Anmäl dig.\n\nPlatserna är 40.",
  textFi: "Ilmoittaudu.",
  textEn: "Register.",
  link1: "https://example.fi/anmalan",
  link1Title: "Anmälan",
  imageUrl: "https://example.fi/bild.png",
  importance: "important",
  confirm: "true",
  audience: "members",
  date: "2026-03-12",
  time: "13.00",
} as const;

const save = "announcement.save";
const preview = "announcement.preview";
const writing = textsIn("sv").announcements.writing;

describe.each(bothStores)("writing announcements on $name", (storeKind) => {
  const { start } = botsOn(storeKind, { usual: { fill } });

  /** Writes one, and answers with what the press says. */
  async function write(
    bot: TestBot,
    values: JsonObject = {},
    { verb = save, from = karin }: { readonly verb?: string; readonly from?: From } = {},
  ): Promise<Answer> {
    const { rendered } = await bot.ask("meddela", from);
    return bot.press(filled(button(rendered, verb), { ...inputs, ...values }), from);
  }

  describe.each(["sv", "fi", "en"] as const)("in %s", (language) => {
    const texts = textsIn(language).announcements.writing;

    it("when a coordinator writes one, then the draft is kept whole and found again", async () => {
      const bot = await start();
      const editor = await bot.ask(asked[language].write, karin);

      const saved = await bot.press(filled(button(editor.rendered, save), inputs), karin);
      const list = await bot.ask(asked[language].list, kaisa);
      const opened = await bot.press(button(list.rendered, "ask.choose"), kaisa);

      expect(editor.card).toMatchObject({ kind: "announcement-editor", language });
      expect(saved.card).toMatchObject({ kind: "announcement-editor", language });
      expect(saved.card.view["notices"]).toEqual([texts.saved]);
      const [announcement] = await stored(bot);
      expect(announcement).toEqual({
        id: expect.stringMatching(/^a-/u),
        network: "alfa",
        titleSv: inputs.titleSv,
        titleFi: inputs.titleFi,
        titleEn: inputs.titleEn,
        textSv: inputs.textSv,
        textFi: inputs.textFi,
        textEn: inputs.textEn,
        links: [{ title: "Anmälan", url: inputs.link1 }],
        imageUrl: inputs.imageUrl,
        importance: "important",
        confirm: true,
        audience: { members: true, networks: ["alfa"], languages: [], topics: [], channels: [] },
        sendAt: "2026-03-12T13:00",
        status: "draft",
        version: 1,
        author: "tenant-1:karin",
        createdAt: "2026-03-02T08:00:00.000Z",
        changedAt: "2026-03-02T08:00:00.000Z",
        lastAct: expect.objectContaining({ act: "announcement.write", actor: "tenant-1:karin" }),
      });
      expect(list.card).toMatchObject({ kind: "announcements", language });
      expect(shownIn(list.rendered)).toEqual([`announcement:${announcement?.["id"]}`]);
      expect(items(list)[0]).toMatchObject({ status: texts.statuses.draft });
      expect(opened.card.kind).toBe("announcement-editor");
      expect(opened.card.view["values"]).toMatchObject({ ...inputs, time: "13:00" });
      expect(await acts(bot)).toMatchObject([
        { act: "announcement.write", actor: "tenant-1:karin" },
      ]);
    });

    it("when it is checked, then its very card comes in each language, and who is reached in words", async () => {
      const bot = await start();
      await bot.ask("hej", mona);
      await bot.ask("hej", bo);
      const editor = await bot.ask(asked[language].write, karin);
      const before = bot.sent.length;

      const checked = await bot.press(filled(button(editor.rendered, preview), inputs), karin);

      expect(checked.card).toMatchObject({ kind: "announcement-preview", language });
      expect(checked.card.view["facts"]).toContainEqual({
        label: texts.facts.reached,
        value: texts.coverage(3, 3, 0, 0, 0, true),
      });
      expect(checked.card.view["facts"]).toContainEqual({
        label: texts.facts.when,
        value: {
          sv: "torsdag 12 mars kl. 13.00, Helsingforstid",
          fi: "torstaina 12. maaliskuuta klo 13.00, Helsingin aikaa",
          en: "Thursday 12 March, 13:00, Helsinki time",
        }[language],
      });
      expect(actionsOf(checked.rendered).map(({ verb }) => verb)).toEqual([
        "announcement.send",
        "announcement.test",
        save,
        "ask.more",
      ]);
      const shown = bot.sent.slice(before);
      expect(shown.map(({ card }) => [card.kind, card.language])).toEqual([
        ["announcement", "sv"],
        ["announcement", "fi"],
        ["announcement", "en"],
      ]);
      expect(JSON.stringify(shown[1]?.rendered)).toContain("Koulutus huhtikuussa");
      expect((await stored(bot))[0]).toMatchObject({ status: "draft" });
    });

    it("when a member wants to write or to see them, then they are told who may", async () => {
      const bot = await start();

      for (const said of [asked[language].write, asked[language].list]) {
        const { card } = await bot.ask(said, mona);
        expect(card).toMatchObject({ kind: "refused", language });
        expect(card.view["text"]).toBe(texts.onlyCoordinators);
      }
    });
  });

  it.each(["meddela", "meddelanden"])(
    "when %j is said in a channel, then it opens in the personal chat and one line says so",
    async (said) => {
      const bot = await start();
      await bot.ask("hej", karin);

      await bot.handle(message(said, { ...karin, conversation: forum }));

      const [, opened, line, ...more] = bot.sent;
      expect(opened?.card.kind).toMatch(/^announcement/u);
      expect(opened?.address.conversationId).toBe("chat-karin");
      expect(line?.card.view["heading"]).toBe(writing.openedHeading);
      expect(line?.address.conversationId).toBe(forum.id);
      expect(more).toEqual([]);
    },
  );

  it("when only one language is written, then it is kept, and what is missing is said until it is there", async () => {
    const bot = await start();

    const saved = await write(bot, { titleFi: "", titleEn: "", textFi: "", textEn: "" });
    const checked = await bot.press(button(saved.rendered, preview), karin);
    const edited = await bot.press(
      filled(button(saved.rendered, save), {
        ...valuesOf(saved),
        titleFi: "Koulutus",
        titleEn: "Training",
      }),
      karin,
    );

    const missing = writing.missingTitles("på finska och på engelska");
    expect(saved.card.view["missing"]).toEqual([missing]);
    expect(checked.card.view["missing"]).toEqual([missing]);
    expect(checked.card.view["faults"]).toEqual([]);
    expect(edited.card.view["missing"]).toEqual([
      writing.missingTexts("på finska och på engelska"),
    ]);
  });

  it("when the form was filled in wrongly, then each fault is said with its number and all that was written is kept", async () => {
    const bot = await start();
    const wrong = {
      titleSv: "x".repeat(121),
      titleFi: "",
      textEn: "y".repeat(4_001),
      link1: "http://example.fi",
      link2Title: "Utan adress",
      link3: "https://user:secret@example.fi/",
      imageUrl: "bild.png",
      audience: "",
      date: "2026-03-01",
    };

    const { card, rendered } = await write(bot, wrong);
    const nothing = await stored(bot);
    const again = await bot.press(
      filled(button(rendered, save), { ...inputs, link2Title: "", link3: "" }),
      karin,
    );

    expect(card.view["faults"]).toEqual([
      "Rubrik på svenska: texten är för lång: 121 tecken, högst 120 går in.",
      "Rubrik på finska: det finns en text på språket, men ingen rubrik.",
      "Text på engelska: texten är för lång: 4001 tecken, högst 4000 går in.",
      "Länk 1 (https): adressen ska vara hel och börja med https://",
      "Länk 2 (https): det finns en knapptext, men ingen länk.",
      "Länk 3 (https): adressen ska vara hel och börja med https://",
      "Bildens adress (https): adressen ska vara hel och börja med https://",
      "Vem ska få meddelandet?: ingen skulle få meddelandet. Välj medlemmar eller en kanal.",
      "Skickas den: tiden har redan gått. Välj en tid som kommer.",
    ]);
    expect(card.view["values"]).toMatchObject({ ...wrong, textFi: inputs.textFi });
    expect(nothing).toEqual([]);
    expect(again.card.view["notices"]).toEqual([writing.saved]);
    expect(await stored(bot)).toHaveLength(1);
  });

  it.each<[string, JsonObject, string]>([
    [
      "no title at all",
      { titleSv: "", titleFi: "", titleEn: "", textSv: "", textFi: "", textEn: "" },
      "Ange en rubrik på minst ett språk.",
    ],
    ["a date that is none", { date: "2026-02-30" }, "Skickas den: datumet 2026-02-30 finns inte."],
    [
      "a time that is none",
      { time: "25.00" },
      "Klockslag: 25:00 är inget klockslag. Skriv till exempel 13.00.",
    ],
    [
      "a date without a time",
      { time: "" },
      "Klockslag: ange både datum och klockslag, eller inget av dem.",
    ],
    [
      "a year too far",
      { date: "2036-03-12" },
      "Skickas den: det är mer än två år dit. Kontrollera årtalet.",
    ],
    [
      "a network that is another's",
      { audience: "members,network:beta" },
      "Vem ska få meddelandet?: du kan bara välja medlemmar i nätverk som du själv koordinerar.",
    ],
    [
      "a channel that is another's",
      { audience: "channel:19:else@thread.tacv2" },
      "Vem ska få meddelandet?: välj bland alternativen.",
    ],
    [
      "an audience that is none",
      { audience: "everybody" },
      "Vem ska få meddelandet?: välj bland alternativen.",
    ],
    [
      "an importance that is none",
      { importance: "enormous" },
      "Hur viktigt är det?: välj bland alternativen.",
    ],
  ])("when there is %s, then it is said and nothing is kept", async (_name, values, fault) => {
    const bot = await start();

    const { card } = await write(bot, values);

    expect(card.view["faults"]).toEqual([fault]);
    expect(await stored(bot)).toEqual([]);
  });

  it("when far too much is written, then the form still comes back", async () => {
    const bot = await start();

    const { card } = await write(bot, { textSv: "å".repeat(30_000), textFi: "ä".repeat(30_000) });

    expect(card.kind).toBe("announcement-editor");
    expect(card.view["faults"]).toHaveLength(2);
    expect(card.view["values"]).toMatchObject({ textEn: inputs.textEn, titleFi: inputs.titleFi });
  });

  it("when its words would mention everybody or be markdown, then they are shown as they were written", async () => {
    const bot = await start();
    const textSv = "<at>everyone</at> **nu** [här](javascript:alert(1)) @General";
    const before = bot.sent.length;

    await write(bot, { textSv }, { verb: preview });

    const [, shown] = bot.sent.slice(before);
    expect((await stored(bot))[0]).toMatchObject({ textSv });
    expect(JSON.stringify(shown?.rendered["body"])).not.toMatch(
      /<at>|(?<!\\)(?:\*\*nu|\]\(javascript)/u,
    );
    expect(shown?.mentions).toBeUndefined();
  });

  it("when the same form is sent again, at once and an hour later, then there is one draft", async () => {
    const bot = await start();
    const { rendered } = await bot.ask("meddela", karin);
    const action = filled(button(rendered, save), inputs);

    const first = await bot.press(action, karin);
    const second = await bot.press(action, karin);
    bot.clock.advance(60 * 60_000);
    const third = await bot.press(action, karin);
    const other = await bot.press(filled(button(rendered, preview), inputs), karin);

    expect(second.card).toEqual(first.card);
    expect(third.card.view["notices"]).toEqual([writing.savedBefore]);
    expect(other.card.kind).toBe("announcement-preview");
    expect(await stored(bot)).toHaveLength(1);
  });

  it("when two edit at once, then the second sees what changed, loses nothing and saves again", async () => {
    const bot = await start();
    await write(bot);
    const list = await bot.ask("meddelanden", karin);
    const open = button(list.rendered, "ask.choose");
    const first = await bot.press(open, karin);
    const second = await bot.press(open, kaisa);
    await bot.press(
      filled(button(first.rendered, save), {
        ...valuesOf(first),
        titleSv: "Kurs",
        textSv: "Ny text.",
      }),
      karin,
    );

    const merge = await bot.press(
      filled(button(second.rendered, preview), {
        ...valuesOf(second),
        titleSv: "Fortbildning",
        importance: "normal",
      }),
      kaisa,
    );
    const [between] = await stored(bot);
    await bot.press(filled(button(merge.rendered, save), valuesOf(merge)), kaisa);

    expect(between).toMatchObject({ titleSv: "Kurs", textSv: "Ny text.", importance: "important" });
    expect(merge.card.view["changesHeading"]).toBe(writing.changesHeading);
    expect(merge.card.view["changes"]).toEqual([
      { label: writing.labels.titleSv, value: writing.changedBoth("Kurs") },
      { label: writing.labels.textSv, value: writing.changedThere("Ny text.") },
    ]);
    expect(valuesOf(merge)).toMatchObject({
      titleSv: "Fortbildning",
      textSv: "Ny text.",
      importance: "normal",
    });
    const [after] = await stored(bot);
    expect(after).toMatchObject({
      titleSv: "Fortbildning",
      textSv: "Ny text.",
      importance: "normal",
    });
    expect((await acts(bot)).map(({ act }) => act).sort()).toEqual([
      "announcement.edit",
      "announcement.edit",
      "announcement.write",
    ]);
  });

  it("when one that waits for its time is changed, then it is a draft again that nobody has approved", async () => {
    const bot = await start();
    await write(bot);
    await change(bot, { status: "scheduled", approvedBy: "tenant-1:kaisa" });
    const [{ id, network } = { id: "", network: "" }] = await stored(bot);
    const editor = await bot.press({ title: "", verb: save, data: { id, network } }, karin);

    const unchanged = await bot.press(
      filled(button(editor.rendered, save), valuesOf(editor)),
      karin,
    );
    const [still] = await stored(bot);
    const changed = await bot.press(
      filled(button(unchanged.rendered, save), { ...valuesOf(editor), textSv: "Ny." }),
      karin,
    );

    expect(unchanged.card.view["notices"]).toEqual([writing.unchanged]);
    expect(still).toMatchObject({ status: "scheduled", approvedBy: "tenant-1:kaisa" });
    expect(changed.card.view["notices"]).toEqual([writing.changed, writing.backToDraft]);
    const [after] = await stored(bot);
    expect(after).toMatchObject({ status: "draft", textSv: "Ny." });
    expect(after).not.toHaveProperty("approvedBy");
  });

  it("when it has been sent meanwhile, then it can no longer be edited", async () => {
    const bot = await start();
    const saved = await write(bot);
    await change(bot, { status: "sending" });

    for (const verb of [save, preview]) {
      const { reply } = await bot.press(
        filled(button(saved.rendered, verb), { ...valuesOf(saved), textSv: "Ny." }),
        karin,
      );
      expect(reply).toMatchObject({ type: "sentence", text: writing.tooLate });
    }
    expect((await stored(bot))[0]).toMatchObject({ status: "sending", textSv: inputs.textSv });
  });

  it("when a template is saved, then new announcements begin from it, and it can be changed", async () => {
    const bot = await start();
    const { rendered } = await bot.ask("meddela", karin);
    const asTemplate = actionsOf(rendered).find(({ data }) => data["act"] === "template");
    if (!asTemplate) throw new Error("there is no such button");

    const saved = await bot.press(filled(asTemplate, inputs), karin);
    bot.clock.advance(60 * 60_000);
    const again = await bot.press(filled(asTemplate, inputs), karin);
    const editor = await bot.ask("meddela", kaisa);
    const list = await bot.press(button(editor.rendered, "ask.more"), kaisa);
    const begun = await bot.press(button(list.rendered, "ask.choose"), kaisa);
    const draft = await bot.press(
      filled(button(begun.rendered, save), { ...valuesOf(begun), titleSv: "Från mallen" }),
      kaisa,
    );

    expect(saved.card.view["notices"]).toEqual([writing.templateSaved]);
    expect(again.card.view["notices"]).toEqual([writing.savedBefore]);
    expect(actionsOf(saved.rendered).map(({ verb }) => verb)).not.toContain(preview);
    expect(items(list)).toHaveLength(1);
    expect(begun.card.view["notices"]).toEqual([writing.begunFromTemplate]);
    expect(valuesOf(begun)).toMatchObject({ textSv: inputs.textSv, date: "", confirm: "true" });
    expect(draft.card.view["notices"]).toEqual([writing.saved]);
    const all = await stored(bot);
    expect(all).toHaveLength(2);
    expect(all.find(({ template }) => template)).toMatchObject({ titleSv: inputs.titleSv });
    expect(all.find(({ template }) => !template)).toMatchObject({
      titleSv: "Från mallen",
      author: "tenant-1:kaisa",
    });
    expect(all.find(({ template }) => template)).not.toHaveProperty("sendAt");
  });

  describe("when a draft or a template is not needed any more", () => {
    const discard = (answer: Answer) => button(answer.rendered, save, "discard");

    it("then it is asked first, and it is gone: found by nobody, sent by nobody", async () => {
      const bot = await start();
      const draft = await write(bot);
      const data = button(draft.rendered, preview).data;

      const asked = await bot.press(discard(draft), karin);
      const kept = await stored(bot);
      const gone = await bot.press(discard(asked), karin);
      const list = await bot.ask("meddelanden", kaisa);
      const late = await bot.press({ title: "", verb: "announcement.send", data }, kaisa);
      const again = await bot.press(filled(button(draft.rendered, save), inputs), karin);

      expect(actionsOf(asked.rendered).map(({ title }) => title)).toEqual([
        writing.discardSure,
        writing.discardNot,
      ]);
      expect(kept).toHaveLength(1);
      expect(gone.card).toMatchObject({ kind: "announcements" });
      expect(gone.card.view["intro"]).toContain(writing.discarded);
      expect(shownIn(list.rendered)).toEqual([]);
      for (const { reply } of [late, again]) expect(reply).toMatchObject({ text: writing.gone });
      expect(JSON.stringify(await stored(bot))).not.toContain(inputs.titleSv);
      expect((await acts(bot)).map(({ act, actor }) => [act, actor])).toContainEqual([
        "announcement.discard",
        "tenant-1:karin",
      ]);
    });

    it("then what somebody has changed since is asked for again", async () => {
      const bot = await start();
      const draft = await write(bot);
      const asked = await bot.press(discard(draft), karin);
      bot.clock.advance(1_000);
      await bot.press(
        filled(button(draft.rendered, save), { ...inputs, titleSv: "Ny rubrik" }),
        kaisa,
      );

      const again = await bot.press(discard(asked), karin);

      expect(again.card.view["title"]).toBe("Ny rubrik");
      expect(await stored(bot)).toMatchObject([{ titleSv: "Ny rubrik" }]);
    });

    it("then a template can be deleted, too, but never by a member, nor what waits to be sent", async () => {
      const bot = await start();
      const { rendered } = await bot.ask("meddela", karin);
      const asTemplate = actionsOf(rendered).find(({ data }) => data["act"] === "template");
      if (!asTemplate) throw new Error("no button for a template");
      const template = await bot.press(filled(asTemplate, inputs), karin);
      const asked = await bot.press(discard(template), karin);
      const stranger = await bot.press(discard(asked), mona);
      const gone = await bot.press(discard(asked), kaisa);
      const waiting = await write(bot, {}, { verb: preview });
      await bot.press(button(waiting.rendered, "announcement.send"), karin);
      const send = button(waiting.rendered, "announcement.send").data;
      const { key: _, changedAt: __, ...which } = send;
      const data = { ...which, value: "discard", sure: true };
      const late = await bot.press({ title: "", verb: save, data }, karin);

      expect(stranger.reply).toMatchObject({ type: "sentence" });
      expect(gone.card.view["intro"]).toContain(writing.templateDiscarded);
      expect(late.reply).toMatchObject({ text: writing.cannotDiscard });
    });
  });

  it("when a template is made from a draft, then the draft stays, and what is wrong is said in its editor", async () => {
    const bot = await start();
    const saved = await write(bot);
    const asTemplate = actionsOf(saved.rendered).find(({ data }) => data["act"] === "template");
    if (!asTemplate) throw new Error("there is no such button");
    const values = { ...valuesOf(saved), textSv: "För mallen." };

    const wrong = await bot.press(filled(asTemplate, { ...values, link1: "ftp://x.fi" }), karin);
    const made = await bot.press(
      filled(
        actionsOf(wrong.rendered).find(({ data }) => data["act"] === "template") ?? asTemplate,
        values,
      ),
      karin,
    );

    expect(wrong.card.view["faults"]).toEqual([
      "Länk 1 (https): adressen ska vara hel och börja med https://",
    ]);
    expect(wrong.card.view["values"]).toMatchObject({ link1: "ftp://x.fi", date: inputs.date });
    expect(made.card.view["heading"]).toBe(writing.templateHeading);
    const all = await stored(bot);
    expect(all.find(({ template }) => template)).toMatchObject({ textSv: "För mallen." });
    expect(all.find(({ template }) => !template)).toMatchObject({ textSv: inputs.textSv });
  });

  it("when an earlier one is copied, then the copy is a new draft", async () => {
    const bot = await start();
    await write(bot);
    await change(bot, { status: "sent", sentAt: "2026-03-01T08:00:00.000Z" });
    const list = await bot.ask("meddelanden", kaisa);
    const copies = actionsOf(list.rendered).filter(({ data }) => data["act"] === "copy");

    const [first] = copies;
    if (!first || copies.length > 1) throw new Error("there is not one to copy");
    const copy = await bot.press(first, kaisa);
    const nothing = await stored(bot);
    await bot.press(filled(button(copy.rendered, save), valuesOf(copy)), kaisa);

    expect(copy.card.view["notices"]).toEqual([writing.copied]);
    expect(nothing).toHaveLength(1);
    const all = await stored(bot);
    expect(all.map(({ status }) => status).sort()).toEqual(["draft", "sent"]);
    expect(all.find(({ status }) => status === "draft")).toMatchObject({
      textFi: inputs.textFi,
      author: "tenant-1:kaisa",
      version: 1,
    });
  });

  it("when a coordinator tries it on themselves, then only they get it, in their language", async () => {
    const bot = await start();
    const saved = await write(bot, {}, { verb: preview });
    const before = bot.sent.length;

    const tested = await bot.press(button(saved.rendered, "announcement.test"), karin);

    expect(tested.reply).toMatchObject({ type: "sentence", text: writing.tested });
    const sent = bot.sent.slice(before);
    expect(sent.map(({ address, card }) => [address.conversationId, card.kind])).toEqual([
      ["chat-karin", "announcement"],
    ]);
    expect((await stored(bot))[0]).toMatchObject({ status: "draft" });
    expect((await acts(bot)).map(({ act }) => act)).toContain("announcement.test");
  });

  it.each([
    ["urgent", { importance: "urgent" }, 500, writing.approvalUrgent],
    ["to many", {}, 1, writing.approvalMany(1)],
    ["neither", {}, 500, writing.noApproval],
  ] as const)(
    "when it is %s, then the check says whether another coordinator must approve",
    async (_name, values, approvalAbove, words) => {
      const bot = await start({
        fill: async (documents) => {
          await fill(documents);
          const value = { network: "alfa", approvalAbove };
          const doc = { id: "network-settings:alfa", type: "network-settings", v: 1, value };
          await documents.create("content", "alfa", doc);
        },
      });
      await bot.ask("hej", mona);

      const { card } = await write(bot, values, { verb: preview });

      expect(card.view["facts"]).toContainEqual({ label: writing.facts.approval, value: words });
      const [send] = card.view["buttons"] as readonly JsonObject[];
      const isNeeded = words !== writing.noApproval;
      expect(send?.["title"]).toBe(isNeeded ? writing.askApproval : writing.schedule);
    },
  );

  it("when nobody would get it, then the check says so and offers no sending", async () => {
    const bot = await start();

    const { card, rendered } = await write(
      bot,
      { audience: "topic:saknas,language:fi" },
      { verb: preview },
    );
    const channel = await write(bot, { audience: "forum" }, { verb: preview });

    // Karin herself reads Swedish.
    expect(card.view["faults"]).toEqual([writing.nobodyReached]);
    expect(actionsOf(rendered).map(({ verb }) => verb)).not.toContain("announcement.send");
    expect(channel.card.view["faults"]).toEqual([writing.nobodyReached]);
  });

  it("when its time passes while it is a draft, then the check says so, and other fields can be saved", async () => {
    const bot = await start();
    const saved = await write(bot, { date: "2026-03-02", time: "11:00" });
    bot.clock.advance(2 * 60 * 60_000);

    const edited = await bot.press(
      filled(button(saved.rendered, save), { ...valuesOf(saved), titleEn: "Course" }),
      karin,
    );
    const checked = await bot.press(button(edited.rendered, preview), karin);

    expect(edited.card.view["notices"]).toEqual([writing.changed]);
    expect(checked.card.view["faults"]).toEqual([`Skickas den: ${writing.faults.inPast}`]);
    expect(actionsOf(checked.rendered).map(({ verb }) => verb)).not.toContain("announcement.send");
  });

  it("when summer time skips the hour, then it is moved and said", async () => {
    const bot = await start();

    const { card } = await write(bot, { date: "2026-03-29", time: "03:30" });

    expect((await stored(bot))[0]).toMatchObject({ sendAt: "2026-03-29T04:30" });
    expect(card.view["notices"]).toEqual([writing.saved, writing.hourSkipped("4.30")]);
  });

  it("when someone coordinates several networks, then they choose which, and may reach all of them", async () => {
    const bot = await start();
    const { card, rendered } = await bot.ask("meddela", siv);
    const action = button(rendered, save);

    const without = await bot.press(filled(action, inputs), siv);
    const saved = await bot.press(
      filled(button(without.rendered, save), {
        ...inputs,
        network: "beta",
        audience: "members,network:alfa,language:fi;announcements",
      }),
      siv,
    );

    expect(card.view["networks"]).toHaveLength(2);
    expect(without.card.view["faults"]).toEqual([writing.noNetwork]);
    expect(saved.card.view["notices"]).toEqual([writing.saved]);
    expect((await stored(bot, "beta"))[0]).toMatchObject({
      network: "beta",
      audience: {
        members: true,
        networks: ["beta", "alfa"],
        languages: ["fi"],
        topics: [],
        channels: ["announcements"],
      },
    });
    expect(saved.card.view["values"]).toMatchObject({
      audience: "announcements,language:fi,members,network:alfa",
    });
  });

  it("when there are many, then they come newest first, and are found by word and by status", async () => {
    const bot = await start();
    for (let at = 1; at <= 9; at++) {
      await write(bot, { titleSv: `Nummer ${at}`, textFi: at === 3 ? "Kahvia" : "Teetä" });
      bot.clock.advance(60_000);
    }

    const list = await bot.ask("meddelanden", karin);
    const more = await bot.press(byAfter(list), karin);
    const search = button(list.rendered, "ask.more");
    const found = await bot.press(filled(search, { query: "nummer KAHVIA", status: "all" }), karin);
    const sent = await bot.press(filled(search, { query: "", status: "sent" }), karin);
    const none = await bot.press(filled(search, { query: "kaffe" }), karin);

    expect(items(list).map(({ title }) => title)).toEqual(
      [9, 8, 7, 6, 5, 4, 3, 2].map((at) => `Nummer ${at}`),
    );
    expect(items(more).map(({ title }) => title)).toEqual(["Nummer 1"]);
    expect(items(found).map(({ title }) => title)).toEqual(["Nummer 3"]);
    expect(found.card.view["values"]).toEqual({ query: "nummer KAHVIA", status: "all" });
    expect(items(sent)).toEqual([]);
    expect(none.card.view["intro"]).toBe(writing.nothingFound("kaffe"));
  });

  describe("who may", () => {
    const presses = (data: JsonObject): readonly Action[] => [
      { title: "", verb: save, data: { ...data, titleSv: "Kapat" } },
      { title: "", verb: save, data },
      { title: "", verb: save, data: { ...data, act: "copy" } },
      { title: "", verb: save, data: { ...data, act: "template", titleSv: "Kapat" } },
      { title: "", verb: preview, data },
      { title: "", verb: "announcement.test", data },
      { title: "", verb: "ask.choose", data: { ...data, kind: "announcement" } },
    ];

    it("when a member forges a coordinator's button, then it is refused and nothing happens", async () => {
      const bot = await start();
      await write(bot);
      const before = await stored(bot);
      const sent = bot.sent.length;

      for (const action of presses({ id: before[0]?.["id"] ?? "", network: "alfa" })) {
        const { reply } = await bot.press(action, mona);
        expect(reply).toMatchObject({
          type: "sentence",
          text: expect.stringContaining("koordinatorer"),
        });
      }

      expect(await stored(bot)).toEqual(before);
      expect(bot.sent).toHaveLength(sent);
    });

    it("when another network's coordinator or a stranger does, then there is no such announcement for them", async () => {
      const bot = await start({
        config: {
          mode: { kind: "teams" },
          defaultLanguage: "sv",
          timeZone: "Europe/Helsinki",
          admins: ["anna"],
        },
      });
      await write(bot);
      const before = await stored(bot);
      const id = before[0]?.["id"] ?? "";

      for (const from of [bo, mona]) {
        for (const network of ["alfa", "beta"]) {
          for (const action of presses({ id, network })) {
            const { reply } = await bot.press(action, from);
            expect(reply).toMatchObject({ type: "sentence", text: writing.gone });
          }
        }
      }
      const list = await bot.ask("meddelanden", bo);
      const forged = await bot.press(
        { title: "", verb: save, data: { ...inputs, network: "alfa", key: "k" } },
        bo,
      );
      const byAdmin = await bot.press(
        { title: "", verb: save, data: { id, network: "alfa", key: "x" } },
        { person: "anna" },
      );

      expect(items(list)).toEqual([]);
      expect(forged.reply).toMatchObject({ type: "sentence" });
      expect(await stored(bot)).toEqual(before);
      expect(byAdmin.card.kind).toBe("announcement-editor");
    });

    it.each<[string, JsonObject]>([
      ["nonsense", { id: 7, network: ["alfa"] }],
      ["a long id", { id: "x".repeat(5_000), network: "alfa" }],
      ["another kind's place", { id: "network:alfa", network: "_networks" }],
      ["an id that is not there", { id: "a-none", network: "alfa" }],
    ])("when a button carries %s, then it is politely refused", async (_name, data) => {
      const bot = await start();

      for (const action of presses(data)) {
        const { reply } = await bot.press(action, karin);
        expect(reply).toMatchObject({ type: "sentence", text: writing.gone });
      }
      expect(await stored(bot)).toEqual([]);
    });

    it("when a coordinator presses in a channel, then nothing of it is shown there", async () => {
      const bot = await start();
      await bot.ask("hej", karin);
      await write(bot);
      const [{ id, network } = { id: "", network: "" }] = await stored(bot);
      const before = bot.sent.length;

      const answer = await bot.press(
        { title: "", verb: preview, data: { id, network } },
        { ...karin, conversation: forum },
      );

      expect(answer.card.view["heading"]).toBe(writing.openedHeading);
      expect(bot.sent.slice(before).map(({ address }) => address.conversationId)).toEqual(
        Array.from({ length: 4 }, () => "chat-karin"),
      );
    });
  });
});

/** A button with what the inputs hold. */
const items = ({ card }: Answer | Sent): readonly JsonObject[] =>
  card.view["items"] as readonly JsonObject[];

function byAfter({ rendered }: Answer | Sent): Action {
  const found = actionsOf(rendered).find(({ data }) => data["after"] !== undefined);
  if (!found) throw new Error("there are no more");
  return found;
}

const stored = async (bot: TestBot, network = "alfa"): Promise<readonly JsonObject[]> =>
  (await contentOf(bot.store, "announcement", network)).map(({ doc }) => doc.value);

/** As the sending does. */
async function change(bot: TestBot, values: JsonObject): Promise<void> {
  const [found] = await contentOf(bot.store, "announcement");
  if (!found) throw new Error("there is no announcement");
  const doc = { ...found.doc, value: { ...found.doc.value, ...values } };
  await bot.store.replace("content", "alfa", doc, found.etag);
  await bot.app.library.refresh();
}

const acts = (bot: TestBot) => auditOf(bot.store, "alfa", ["tenant-1:karin", "tenant-1:kaisa"]);
