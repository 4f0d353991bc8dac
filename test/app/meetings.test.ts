/** Meetings in chat: planned, changed, moved, cancelled and listed, from the words someone writes to the stored meeting. */
import fc from "fast-check";
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
  shownIn,
  type TestBot,
} from "./start-bot.ts";

/** It is Monday 2 March 2026, 10.00 in Helsinki. */
const karin: From = { person: "karin" };
const mona: From = { person: "mona" };
const bo: From = { person: "bo" };
const forum: Conversation = {
  kind: "channel",
  id: "19:forum@thread.tacv2;messageid=1",
  team: { id: "19:team-alfa@thread.tacv2" },
};

/** karin and kaisa coordinate alfa, bo beta. */
const fill = fillWithCoordinators({ alfa: ["karin", "kaisa"], beta: ["bo"] });

const asked: Readonly<Record<Language, Readonly<Record<"plan" | "list" | "question", string>>>> = {
  sv: { plan: "nytt möte", list: "möten", question: "När ses vi nästa gång?" },
  fi: { plan: "uusi kokous", list: "kokoukset", question: "Milloin on seuraava kokous?" },
  en: { plan: "new meeting", list: "meetings", question: "When do we meet?" },
};

const inputs = {
  titleSv: "Marknadsdialog",
  titleFi: "Markkinavuoropuhelu",
  titleEn: "Market dialogue",
  date: "2026-03-12",
  time: "13:00",
  minutes: "60",
  joinUrl: "https://teams.microsoft.com/l/meetup-join/1",
  place: "Norra esplanaden 11",
  agenda: "1. Läget\n2. Exempel",
  audience: "both",
  repeat: "none",
  until: "",
  remind: "1440,15",
} as const;

describe.each(bothStores)("meetings on $name", (storeKind) => {
  const { start } = botsOn(storeKind, { usual: { fill } });

  const stored = async (bot: TestBot) =>
    (await contentOf(bot.store, "meeting")).map(({ doc }) => doc);

  async function save(bot: TestBot, values: JsonObject = {}, from = karin): Promise<Answer> {
    const { rendered } = await bot.ask("nytt möte", from);
    return bot.press(filled(button(rendered, "meeting.save"), { ...inputs, ...values }), from);
  }

  describe.each(["sv", "fi", "en"] as const)("in %s", (language) => {
    const texts = textsIn(language).meetings;
    const said = { plan: asked[language].plan, list: asked[language].list };

    it("when a coordinator plans one, then everybody finds it, in words and with its zone", async () => {
      const bot = await start();
      const editor = await bot.ask(said.plan, karin);

      const saved = await bot.press(filled(button(editor.rendered, "meeting.save"), inputs), karin);
      const list = await bot.ask(said.list, mona);
      const answer = await bot.ask(asked[language].question, mona);
      const opened = await bot.press(button(list.rendered, "ask.choose"), mona);

      expect(editor.card).toMatchObject({ kind: "meeting-editor", language });
      expect(saved.card).toMatchObject({ kind: "meeting", language });
      expect(saved.card.view["notices"]).toEqual([texts.planned]);
      const [meeting] = await stored(bot);
      expect(meeting?.value).toEqual({
        id: expect.stringMatching(/^m-/u),
        network: "alfa",
        titleSv: "Marknadsdialog",
        titleFi: "Markkinavuoropuhelu",
        titleEn: "Market dialogue",
        start: "2026-03-12T13:00",
        minutes: 60,
        place: "Norra esplanaden 11",
        joinUrl: "https://teams.microsoft.com/l/meetup-join/1",
        agenda: "1. Läget\n2. Exempel",
        audience: "both",
        channel: "forum",
        except: [],
        moved: [],
        remind: [1440, 15],
        status: "planned",
      });
      const when = {
        sv: "torsdag 12 mars kl. 13.00–14.00, Helsingforstid",
        fi: "torstaina 12. maaliskuuta klo 13.00–14.00, Helsingin aikaa",
        en: "Thursday 12 March, 13:00–14:00, Helsinki time",
      }[language];
      for (const { card, rendered } of [list, answer]) {
        expect(card).toMatchObject({ kind: "meetings", language });
        expect(card.summary).toContain(when);
        expect(shownIn(rendered)).toEqual([`meeting:${meeting?.value.id}`]);
        expect(actionsOf(rendered).map(({ verb }) => verb)).toEqual(["ask.choose"]);
      }
      expect(opened.card.view["pages"]).toEqual([
        { title: texts.join, url: inputs.joinUrl },
        {
          title: texts.addToCalendar,
          url: expect.stringMatching(/^https:\/\/kollega\.example\/calendar\/[\w-]+\.ics$/u),
        },
      ]);
      expect(actionsOf(opened.rendered).map(({ verb }) => verb)).toEqual([
        ...Array.from({ length: 3 }, () => "reminder.rsvp"),
        "ask.more",
      ]);
      expect(opened.card.view["ledger"]).toEqual([]);
      expect(await fetched(bot, opened)).toMatchObject({
        status: 200,
        body: expect.stringContaining(`UID:${meeting?.value.id}@kollega`),
      });
      expect(await auditOf(bot.store, "alfa", ["tenant-1:karin"])).toMatchObject([
        { act: "meeting.plan", actor: "tenant-1:karin", details: { meeting: meeting?.value.id } },
      ]);
    });

    it("when nothing is planned, then it says so, and offers a form to who may plan", async () => {
      const bot = await start();

      const member = await bot.ask(said.list, mona);
      const coordinator = await bot.ask(said.list, karin);
      const editor = await bot.press(button(coordinator.rendered, "meeting.save"), karin);

      expect(member.card.view).toMatchObject({
        heading: texts.emptyHeading,
        intro: texts.emptyText,
      });
      expect(actionsOf(member.rendered)).toEqual([]);
      expect(coordinator.card.view["intro"]).toBe(texts.emptyPlan);
      expect(editor.card.kind).toBe("meeting-editor");
    });

    it("when a member wants to plan, then they are told who may", async () => {
      const bot = await start();

      const { card } = await bot.ask(said.plan, mona);

      expect(card).toMatchObject({ kind: "refused", language });
      expect(card.view["text"]).toBe(texts.onlyCoordinators);
    });
  });

  it("when a form is asked for in a channel, then it opens in the personal chat and one line says so", async () => {
    const bot = await start();
    await bot.ask("hej", karin);

    await bot.handle(message("nytt möte", { ...karin, conversation: forum }));

    const [, editor, line] = bot.sent;
    expect(editor?.card.kind).toBe("meeting-editor");
    expect(editor?.address.conversationId).toBe("chat-karin");
    expect(line?.card.view["heading"]).toBe(textsIn("sv").meetings.openedHeading);
    expect(line?.address.conversationId).toBe(forum.id);
    expect(bot.sent).toHaveLength(3);
  });

  it("when the form was filled in wrongly, then each fault is said and everything written is kept", async () => {
    const bot = await start();

    const { card, rendered } = await save(bot, {
      titleSv: "",
      titleFi: "",
      titleEn: "",
      date: "2026-02-30",
      minutes: "-5",
      joinUrl: "http://teams.example/x",
      repeat: "sometimes",
      place: "Åbo",
    });
    const again = await bot.press(
      filled(button(rendered, "meeting.save"), { ...inputs, place: "Åbo" }),
      karin,
    );

    expect(card.view["faults"]).toEqual([
      "Ange en rubrik på minst ett språk.",
      "Datum: datumet 2026-02-30 finns inte.",
      "Längd i minuter: mötet skulle sluta innan det börjar. Längden ska vara minst en minut.",
      "Länk till distansmötet (https): länken ska börja med https://",
      "Upprepas: välj ett av alternativen.",
    ]);
    expect(card.view["values"]).toMatchObject({ place: "Åbo", agenda: inputs.agenda });
    expect(again.card.view["notices"]).toEqual([textsIn("sv").meetings.planned]);
    expect(await stored(bot)).toHaveLength(1);
  });

  it("when the same form is sent again, at once and an hour later, then one meeting is planned", async () => {
    const bot = await start();
    const { rendered } = await bot.ask("nytt möte", karin);
    const action = filled(button(rendered, "meeting.save"), inputs);

    const first = await bot.press(action, karin);
    const second = await bot.press(action, karin);
    bot.clock.advance(60 * 60_000);
    const third = await bot.press(action, karin);
    const other = await bot.press(filled(action, { place: "Esbo" }), karin);

    expect(second.card).toEqual(first.card);
    expect(third.card.view["notices"]).toEqual([textsIn("sv").meetings.savedBefore]);
    expect(other.card.kind).toBe("meeting-editor");
    expect(other.card.view["values"]).toMatchObject({ place: "Esbo" });
    expect(await stored(bot)).toHaveLength(1);
  });

  it("when a repetition has no end and the network has no title in a language, then both are said", async () => {
    const bot = await start();

    const { card } = await save(bot, { titleFi: "", titleEn: "", repeat: "monthly-weekday" });

    const [meeting] = await stored(bot);
    expect(meeting?.value).toMatchObject({
      repeat: "FREQ=MONTHLY;BYDAY=2TH;UNTIL=20280312T130000",
    });
    expect(card.view["warnings"]).toEqual([
      "Upprepningen hade inget slutdatum. Den slutar efter två år, den 12 mars 2028.",
      "Rubriken saknas på finska och på engelska, så en del medlemmar ser den på ett annat språk.",
    ]);
    expect(card.view["facts"]).toContainEqual({
      label: "Upprepas",
      value: "den andra torsdagen i varje månad, till och med den 12 mars 2028",
    });
  });

  it("when a meeting is changed, then only what was changed is, and it is audited", async () => {
    const bot = await start();
    const saved = await save(bot);
    const editor = await bot.press(button(saved.rendered, "meeting.save"), karin);

    const changed = await bot.press(
      filled(button(editor.rendered, "meeting.save"), {
        ...valuesOf(editor),
        place: "Vasa",
        remind: "60",
      }),
      karin,
    );

    const [meeting] = await stored(bot);
    expect(changed.card.view["notices"]).toEqual([textsIn("sv").meetings.saved]);
    expect(meeting?.value).toMatchObject({ ...withoutForm, place: "Vasa", remind: [60] });
    const acts = await bot.store.query<never>({ container: "audit", partition: "alfa" });
    expect(JSON.stringify(acts.items)).toContain('"fields":"place remind"');
  });

  it("when two edit at once, then the second sees what changed, loses nothing and saves again", async () => {
    const bot = await start();
    const saved = await save(bot);
    const kaisa: From = { person: "kaisa" };
    const open = () => button(saved.rendered, "meeting.save");
    const first = await bot.press(open(), karin);
    const second = await bot.press(open(), kaisa);
    await bot.press(
      filled(button(first.rendered, "meeting.save"), {
        ...valuesOf(first),
        place: "Vasa",
        titleSv: "Dialog",
      }),
      karin,
    );

    const merge = await bot.press(
      filled(button(second.rendered, "meeting.save"), {
        ...valuesOf(second),
        place: "Åbo",
        minutes: "90",
      }),
      kaisa,
    );
    const [between] = await stored(bot);
    await bot.press(filled(button(merge.rendered, "meeting.save"), valuesOf(merge)), kaisa);

    expect(between?.value).toMatchObject({ place: "Vasa", minutes: 60, titleSv: "Dialog" });
    expect(merge.card.view["changesHeading"]).toBe("Någon annan har ändrat mötet");
    expect(merge.card.view["changes"]).toEqual([
      { label: "Rubrik på svenska", value: "Ändrat till: Dialog." },
      {
        label: "Plats",
        value: "Det sparade värdet är nu: Vasa. I formuläret står det som du skrev.",
      },
    ]);
    expect(valuesOf(merge)).toMatchObject({ place: "Åbo", minutes: 90, titleSv: "Dialog" });
    const [after] = await stored(bot);
    expect(after?.value).toMatchObject({ place: "Åbo", minutes: 90, titleSv: "Dialog" });
  });

  it("when two save at the same moment, then one is told of the other", async () => {
    const bot = await start();
    const saved = await save(bot);
    const editors = [karin, { person: "kaisa" }].map(async (from) => {
      const editor = await bot.press(button(saved.rendered, "meeting.save"), from);
      return { from, editor };
    });

    const answers = await Promise.all(
      (await Promise.all(editors)).map(({ from, editor }, at) =>
        bot.press(
          filled(button(editor.rendered, "meeting.save"), { ...valuesOf(editor), place: `${at}` }),
          from,
        ),
      ),
    );

    expect(answers.map(({ card }) => card.kind).sort()).toEqual(["meeting", "meeting-editor"]);
    const winner = answers.findIndex(({ card }) => card.kind === "meeting");
    expect((await stored(bot))[0]?.value).toMatchObject({ place: `${winner}` });
  });

  it("when a meeting is opened and edited from a channel, then the form is in the personal chat", async () => {
    const bot = await start();
    await save(bot);
    const inForum = { ...karin, conversation: forum };
    const list = await bot.ask("möten", inForum);
    const opened = await bot.press(button(list.rendered, "ask.choose"), inForum);
    const before = bot.sent.length;

    const answer = await bot.press(button(opened.rendered, "meeting.save"), inForum);

    expect(actionsOf(list.rendered).map(({ verb }) => verb)).toEqual(["ask.choose"]);
    expect(answer.card.view["notices"]).toEqual([textsIn("sv").meetings.opened]);
    const [form, ...more] = bot.sent.slice(before);
    expect(form?.card.kind).toBe("meeting-editor");
    expect(form?.address.conversationId).toBe("chat-karin");
    expect(more).toEqual([]);
  });

  it("when every text is as long as it may be, then all its cards fit into a message", async () => {
    const bot = await start();
    const long = (most: number) =>
      "*Åäö_ "
        .repeat(most)
        .slice(0, most - 1)
        .trim();
    const saved = await save(bot, {
      titleSv: long(200),
      titleFi: long(200),
      titleEn: long(200),
      place: long(300),
      agenda: long(3_000),
      joinUrl: `https://x.example/${"%C3%A5".repeat(160)}`,
      repeat: "weekly",
      remind: "10080,2880,1440,120,60,15",
    });
    const list = await bot.ask("möten", karin);
    const opened = await openListed(bot, list.rendered, 0);
    const editor = await bot.press(button(opened.rendered, "meeting.save"), karin);

    expect(saved.card.view["notices"]).toEqual([textsIn("sv").meetings.planned]);
    expect(valuesOf(editor)["agenda"]).toBe(long(3_000));
    for (const verb of ["meeting.move", "meeting.cancel", "meeting.skip", "meeting.preview"]) {
      await bot.press(button(opened.rendered, verb), karin);
    }
  });

  describe("a series", () => {
    const startSeries = async () => {
      const bot = await start();
      await save(bot, { repeat: "weekly", until: "2026-04-02" });
      const list = await bot.ask("möten", karin);
      return { bot, list };
    };

    it("when one is cancelled after a question, then the others stay", async () => {
      const { bot, list } = await startSeries();
      const second = await openListed(bot, list.rendered, 1);

      const sure = await bot.press(button(second.rendered, "meeting.cancel"), karin);
      const before = await stored(bot);
      const done = await bot.press(choice(sure.rendered, "meeting.cancel", "one"), karin);
      const after = await bot.ask("möten", mona);

      expect(sure.card.kind).toBe("meeting-choice");
      expect(before[0]?.value).toMatchObject({ except: [], status: "planned" });
      expect(done.card.view["notices"]).toEqual([
        "Mötet torsdag 19 mars kl. 13.00–14.00, Helsingforstid, är inställt.",
        textsIn("sv").meetings.tellsThose,
      ]);
      expect((await stored(bot))[0]?.value).toMatchObject({ except: ["2026-03-19T13:00"] });
      expect(JSON.stringify(after.card.view)).not.toContain("19 mars");
      expect(JSON.stringify(after.card.view)).toContain("26 mars");
    });

    it("when all of it is cancelled, then nothing is listed and its card says so", async () => {
      const { bot, list } = await startSeries();
      const first = await openListed(bot, list.rendered, 0);
      const sure = await bot.press(button(first.rendered, "meeting.cancel"), karin);

      const done = await bot.press(choice(sure.rendered, "meeting.cancel", "all"), karin);
      const after = await bot.ask("möten", mona);

      expect(done.card.view["status"]).toBe("Mötet är inställt.");
      expect(after.card.view["heading"]).toBe("Inga möten är planerade");
    });

    it("when one is moved, then it is found where it is now", async () => {
      const { bot, list } = await startSeries();
      const second = await openListed(bot, list.rendered, 1);
      const form = await bot.press(button(second.rendered, "meeting.move"), karin);

      const past = await bot.press(
        filled(button(form.rendered, "meeting.move"), { date: "2026-03-01", time: "9.30" }),
        karin,
      );
      const moved = await bot.press(
        filled(button(past.rendered, "meeting.move"), { date: "2026-03-20", time: "9.30" }),
        karin,
      );

      expect(form.card.view["values"]).toEqual({ scope: "one", date: "2026-03-19", time: "13:00" });
      expect(past.card.view["faults"]).toHaveLength(1);
      expect(moved.card.view["facts"]).toContainEqual({
        label: "Tid",
        value: "fredag 20 mars kl. 9.30–10.30, Helsingforstid",
      });
      expect((await stored(bot))[0]?.value).toMatchObject({
        start: "2026-03-12T13:00",
        moved: ["2026-03-19T13:00>2026-03-20T09:30"],
      });
    });

    it("when all of it is moved, then it goes on from there", async () => {
      const { bot, list } = await startSeries();
      const first = await openListed(bot, list.rendered, 0);
      const form = await bot.press(button(first.rendered, "meeting.move"), karin);

      await bot.press(
        filled(button(form.rendered, "meeting.move"), {
          date: "2026-03-13",
          time: "14:00",
          scope: "all",
        }),
        karin,
      );
      const after = await bot.ask("möten", mona);

      expect(whens(after.card.view)).toEqual([
        "fredag 13 mars kl. 14.00–15.00, Helsingforstid",
        "fredag 20 mars kl. 14.00–15.00, Helsingforstid",
        "fredag 27 mars kl. 14.00–15.00, Helsingforstid",
      ]);
    });

    it("when somebody has moved it meanwhile, then the second is told and nothing is moved twice", async () => {
      const { bot, list } = await startSeries();
      const first = await openListed(bot, list.rendered, 0);
      const form = await bot.press(button(first.rendered, "meeting.move"), karin);
      const go = (date: string) =>
        filled(button(form.rendered, "meeting.move"), { date, time: "13:00", scope: "one" });
      await bot.press(go("2026-03-13"), karin);

      const second = await bot.press(go("2026-03-14"), { person: "kaisa" });

      expect(second.card.view["faults"]).toEqual([textsIn("sv").meetings.movedMeanwhile]);
      expect((await stored(bot))[0]?.value).toMatchObject({
        moved: ["2026-03-12T13:00>2026-03-13T13:00"],
      });
    });

    it("when a reminder is skipped and then not, then its state says so each time", async () => {
      const { bot, list } = await startSeries();
      const first = await openListed(bot, list.rendered, 0);
      const skippedNow = async () => {
        const [state] = await contentOf(bot.store, "meeting-state");
        return state?.doc.value["skipped"];
      };
      const ahead = await bot.press(button(first.rendered, "meeting.skip"), karin);

      const skipped = await bot.press(button(ahead.rendered, "meeting.skip"), karin);
      const between = await skippedNow();
      await bot.press(button(skipped.rendered, "meeting.skip", "send"), karin);

      expect(ahead.card.view["items"]).toHaveLength(6);
      expect(between).toEqual(["2026-03-12T13:00/1440"]);
      expect(await skippedNow()).toEqual([]);
    });

    it("when there are more than five, then the rest comes by button", async () => {
      const bot = await start();
      await save(bot, { repeat: "weekly" });

      const first = await bot.ask("möten", mona);
      const more = await bot.press(button(first.rendered, "ask.more"), mona);

      expect(whens(first.card.view)).toHaveLength(5);
      expect(whens(more.card.view)[0]).toBe("torsdag 16 april kl. 13.00–14.00, Helsingforstid");
    });
  });

  it("when a member answers, then they see their answer and everybody the number", async () => {
    const bot = await start();
    await save(bot);
    const list = await bot.ask("möten", mona);
    const opened = await bot.press(button(list.rendered, "ask.choose"), mona);

    await bot.press(button(opened.rendered, "reminder.rsvp", "yes"), mona);
    const own = await bot.ask("möten", mona);
    const other = await bot.ask("möten", bo);
    const inChannel = await bot.ask("möten", { ...mona, conversation: forum });

    const texts = textsIn("sv").meetings;
    const item = ({ card }: { readonly card: { readonly view: JsonObject } }) =>
      (card.view["items"] as readonly JsonObject[])[0];
    expect(item(own)).toMatchObject({ detail: texts.counts(1, 0, 0), own: texts.ownAnswer.yes });
    expect(item(other)).toMatchObject({ detail: texts.counts(1, 0, 0), own: "" });
    expect(item(inChannel)).toMatchObject({ own: "" });
  });

  it("when a meeting is over, then its coordinator finds it, and what became of its reminders", async () => {
    const bot = await start();
    await save(bot);
    const planned = await bot.ask("möten", karin);
    const ahead = await openListed(bot, planned.rendered, 0);
    bot.clock.advance(14 * 24 * 60 * 60_000);

    const after = await bot.ask("möten", karin);
    const past = await bot.press(button(after.rendered, "ask.more", "past"), karin);
    const over = await openListed(bot, past.rendered, 0);
    const late = await bot.press(button(ahead.rendered, "meeting.cancel"), karin);

    expect(ahead.card.view["ledger"]).toEqual([
      "En dag före: väntar på sin tid.",
      "15 minuter före: väntar på sin tid.",
    ]);
    expect(after.card.view["heading"]).toBe("Inga möten är planerade");
    expect(past.card.view["heading"]).toBe("Tidigare möten");
    expect(over.card.view["title"]).toBe("Marknadsdialog");
    expect(over.card.view["ledger"]).toHaveLength(2);
    expect(actionsOf(over.rendered).map(({ verb }) => verb)).toEqual(["ask.more"]);
    expect(late.card.view["warnings"]).toEqual([textsIn("sv").meetings.goneOccurrence]);
  });

  it("when a reminder is previewed, then it comes in each of the network's languages", async () => {
    const bot = await start();
    const saved = await save(bot);
    const before = bot.sent.length;

    const answer = await bot.press(button(saved.rendered, "meeting.preview"), karin);

    expect(answer.card.view["notices"]).toEqual([textsIn("sv").meetings.previewed]);
    const previews = bot.sent.slice(before);
    expect(previews.map(({ card }) => [card.kind, card.language])).toEqual([
      ["reminder", "sv"],
      ["reminder", "fi"],
      ["reminder", "en"],
    ]);
  });

  describe("who may", () => {
    const acts = (data: JsonObject): readonly Action[] => [
      { title: "", verb: "meeting.save", data: { ...data, titleSv: "Kapat" } },
      { title: "", verb: "meeting.move", data: { ...data, date: "2026-03-13", time: "10:00" } },
      { title: "", verb: "meeting.cancel", data: { ...data, scope: "all" } },
      {
        title: "",
        verb: "meeting.skip",
        data: { ...data, occurrence: "2026-03-12T13:00", lead: 15 },
      },
      { title: "", verb: "meeting.preview", data },
    ];

    it("when a member forges a coordinator's button, then it is refused and nothing happens", async () => {
      const bot = await start();
      await save(bot);
      const before = await stored(bot);
      const id = before[0]?.value.id as string;

      for (const action of acts({ id, network: "alfa" })) {
        const { reply } = await bot.press(action, mona);
        expect(reply).toEqual({
          type: "sentence",
          language: "sv",
          text: textsIn("sv").meetings.onlyCoordinatorsNamed("Person karin"),
        });
      }

      expect(await stored(bot)).toEqual(before);
      expect(bot.sent.filter(({ card }) => card.kind === "reminder")).toEqual([]);
    });

    it("when another network's coordinator or a stranger does, then there is no such meeting for them", async () => {
      const bot = await start({
        config: {
          mode: { kind: "teams" },
          defaultLanguage: "sv",
          timeZone: "Europe/Helsinki",
          admins: ["anna"],
        },
      });
      await save(bot);
      const before = await stored(bot);
      const id = before[0]?.value.id as string;

      for (const from of [bo, mona]) {
        for (const network of ["alfa", "beta"]) {
          for (const action of acts({ id, network })) {
            const { reply } = await bot.press(action, from);
            expect(reply).toMatchObject({ text: textsIn("sv").meetings.gone });
          }
        }
        const list = await bot.ask("möten", from);
        expect(JSON.stringify(list.card)).not.toContain("Marknadsdialog");
      }
      const forged = await bot.press(
        { title: "", verb: "meeting.save", data: { ...inputs, network: "alfa", key: "k" } },
        bo,
      );
      const byAdmin = await bot.press(
        {
          title: "",
          verb: "meeting.cancel",
          data: { id, network: "alfa", scope: "all", key: "x" },
        },
        { person: "anna" },
      );

      expect(forged.reply).toMatchObject({ type: "sentence" });
      expect(before).toHaveLength(1);
      expect(byAdmin.card.view["status"]).toBe("Mötet är inställt.");
    });

    it("when a coordinator's button carries anything at all, then it is answered and nothing breaks", async () => {
      const bot = await start();
      await save(bot, { repeat: "weekly" });
      const id = (await stored(bot))[0]?.value["id"] as string;
      const verbs = ["save", "move", "cancel", "skip", "preview"].map((verb) => `meeting.${verb}`);
      const fields = ["occurrence", "scope", "marks", "was", "lead", "value", "after", "date"];
      const inputs = ["time", "titleSv", "minutes", "repeat", "until", "remind", "agenda"];
      const value = fc.oneof(
        fc.jsonValue({ maxDepth: 1 }),
        fc.constantFrom("one", "all", "send", "2026-03-12", "2026-03-12T13:00", "13:00", "weekly"),
      );
      const data = fc.dictionary(fc.constantFrom(...fields, ...inputs), value);

      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...verbs, "ask.choose", "ask.more"),
          data,
          async (verb, of) => {
            const kind = verb === "ask.more" ? "meetings" : "meeting";
            const all = { ...of, kind, id, network: "alfa" } as JsonObject;
            const { reply } = await bot.press({ title: "", verb, data: all }, karin);
            expect(reply).toBeDefined();
          },
        ),
        { numRuns: 60 },
      );
    });

    it.each<[string, JsonObject]>([
      ["nothing", {}],
      ["nonsense", { id: 7, network: ["alfa"], occurrence: {}, scope: "none", lead: "x" }],
      ["a long id", { id: "x".repeat(5_000), network: "alfa" }],
      ["another kind's place", { id: "network:alfa", network: "_networks" }],
    ])("when a button carries %s, then it is politely refused", async (_name, data) => {
      const bot = await start();

      for (const action of acts(data).slice(1)) {
        const { reply } = await bot.press(action, karin);
        expect(reply).toMatchObject({ text: textsIn("sv").meetings.gone });
      }
    });
  });
});

/** A button with what the inputs hold. */
const withoutForm = { titleSv: "Marknadsdialog", start: "2026-03-12T13:00", minutes: 60 };

function choice(card: unknown, verb: string, scope: string): Action {
  const found = actionsOf(card).find((one) => one.verb === verb && one.data["scope"] === scope);
  if (!found) throw new Error(`The card has no button ${verb} ${scope}`);
  return found;
}

async function openListed(bot: TestBot, card: unknown, index: number): Promise<Answer> {
  const action = actionsOf(card).filter(({ verb }) => verb === "ask.choose")[index];
  if (!action) throw new Error(`The list has no item ${index}`);
  return bot.press(action, karin);
}

/** The calendar that a meeting's card leads to, as a browser would get it. */
function fetched(bot: TestBot, { card }: Answer) {
  const pages = card.view["pages"] as readonly { readonly url: string }[];
  const file = pages.at(-1)?.url.split("/").at(-1) ?? "";
  const route = bot.app.routes.find(({ path }) => path.startsWith("/calendar/"));
  const request = { headers: {}, peer: "127.0.0.1", path: `/calendar/${file}`, body: "" };
  return route?.handle({ ...request, params: { file }, query: {} });
}

const whens = (view: JsonObject): readonly unknown[] =>
  (view["items"] as readonly JsonObject[]).map(({ when }) => when);
