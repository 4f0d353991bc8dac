import type { ContentDocument } from "../../src/core/content.ts";
import { type Language, languages } from "../../src/core/language.ts";
import type { Documents } from "../../src/core/ports.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { bothStores } from "./both-stores.ts";
import { questions } from "./small-world.ts";
import {
  actionsOf,
  button,
  type From,
  groupChat,
  joined,
  message,
  press,
  shownIn,
  startBot,
  type TestBot,
} from "./start-bot.ts";

const minuteMs = 60_000;

describe.each(bothStores)("flow on $name", (store) => {
  const bots: TestBot[] = [];

  beforeAll(() => store.start());
  afterAll(() => store.stop());

  async function start(options: Parameters<typeof startBot>[0] = {}): Promise<TestBot> {
    const bot = await startBot({ place: store.newPlace(), ...options });
    bots.push(bot);
    return bot;
  }

  /** Every card of every flow is one that Teams takes. */
  afterEach(async () => {
    const faults: string[] = [];
    for (const bot of bots.splice(0)) {
      await bot.close();
      faults.push(...bot.cardFaults);
    }
    expect(faults).toEqual([]);
  });

  describe.each(languages)("a conversation in %s", (language: Language) => {
    const asked = questions[language];
    const texts = textsIn(language);

    it("when a question has one answer, then it is a card in the question's language that replies to it", async () => {
      const bot = await start();

      const { card, rendered, replyToId, address } = await bot.ask(asked.answer, { id: "q-1" });

      expect(card).toMatchObject({ kind: "answer", language });
      expect(rendered["lang"]).toBe(language);
      expect(shownIn(rendered)).toEqual(["practice:bikupor", "contact:vera"]);
      expect(replyToId).toBe("q-1");
      expect(address.conversationId).toBe("chat-p1");
    });

    it("when a question may mean several things, then three can be chosen and one is opened", async () => {
      const bot = await start();
      const { card, rendered } = await bot.ask(asked.choices);

      const chosen = await bot.press(button(rendered, "ask.choose"));

      expect(card).toMatchObject({ kind: "choices", language });
      const shown = shownIn(rendered);
      expect(shown).toHaveLength(3);
      expect(new Set(shown).size).toBe(3);
      expect(chosen.card).toMatchObject({ kind: "answer", language });
      expect(shownIn(chosen.rendered)[0]).toBe(shown[0]);
      expect(bot.sent).toHaveLength(1);
    });

    it("when a choice arrives as a submit, then a message answers it and the result is empty", async () => {
      const bot = await start();
      const { rendered } = await bot.ask(asked.choices);

      const result = await bot.handle(press(button(rendered, "ask.choose"), { via: "submit" }));

      expect(result).toEqual({ status: "done" });
      expect(bot.sent).toHaveLength(2);
      expect(bot.sent[1]?.card).toMatchObject({ kind: "answer", language });
    });

    it("when more is asked for, by button and in words, then each page shows others until none is left", async () => {
      const bot = await start();
      const first = await bot.ask(asked.choices);

      const second = await bot.press(button(first.rendered, "ask.more"));
      const all = [...shownIn(first.rendered), ...shownIn(second.rendered)];
      let last = await bot.ask(asked.more);
      for (; last.card.kind === "choices"; last = await bot.ask(asked.more)) {
        all.push(...shownIn(last.rendered));
      }

      expect(second.card.view["heading"]).toBe(texts.ask.moreHeading);
      expect(second.card.view["intro"]).toMatch(/4–[56]/u);
      expect(all.length).toBeGreaterThanOrEqual(5);
      expect(new Set(all).size).toBe(all.length);
      expect(last.card.view["heading"]).toBe(texts.ask.noMore);
    });

    it("when nothing is found, then it says so, and a press notes the question without the person", async () => {
      const bot = await start();
      const { card, rendered } = await bot.ask(asked.none, { person: "p-secret" });

      const noted = await bot.press(button(rendered, "ask.none"), { person: "p-secret" });

      expect(card).toMatchObject({ kind: "nothing", language });
      expect(shownIn(rendered)).toEqual([]);
      expect(noted.card.view["heading"]).toBe(texts.ask.gapHeading);
      const gaps = await contentOf(bot.store, "gap");
      expect(gaps).toHaveLength(1);
      expect(gaps[0]?.value).toMatchObject({ text: asked.none, language });
      expect(JSON.stringify(gaps)).not.toContain("p-secret");
    });

    it("when none of the choices is right, then the question is noted once however often it is pressed", async () => {
      const bot = await start();
      const { rendered } = await bot.ask(asked.choices);
      const none = button(rendered, "ask.none");

      await bot.press(none);
      bot.clock.advance(20 * minuteMs);
      await bot.press(none);

      expect(await contentOf(bot.store, "gap")).toHaveLength(1);
    });

    it("when a person votes and changes their mind, then one vote is stored, the later one", async () => {
      const bot = await start();
      const { rendered } = await bot.ask(asked.answer);

      const up = await bot.press(button(rendered, "ask.helpful", "up"));
      const down = await bot.press(button(up.rendered, "ask.helpful", "down"));

      expect(up.card.view["voted"]).toBe(texts.ask.votedUp);
      expect(down.card.view["voted"]).toBe(texts.ask.votedDown);
      const votes = await contentOf(bot.store, "vote");
      expect(votes).toHaveLength(1);
      expect(votes[0]?.value).toMatchObject({ practice: "bikupor", value: "down" });
      expect(JSON.stringify(votes)).not.toContain("p1");
      const again = await bot.ask(asked.answer);
      expect(again.card.view["voted"]).toBe(texts.ask.votedDown);
    });

    it("when it is asked whom to ask, by button and in words, then the practice's contact is shown", async () => {
      const bot = await start();
      const { rendered } = await bot.ask(asked.answer);

      const pressed = await bot.press(button(rendered, "ask.person"));
      const said = await bot.ask(asked.people);

      for (const { card } of [pressed, said]) {
        expect(card).toMatchObject({ kind: "contact", language });
        expect(card.view["elementId"]).toBe("contact:vera");
      }
    });

    it("when another language is asked for, then the same is shown in it, and later answers follow the question", async () => {
      const bot = await start();
      await bot.ask(asked.answer);
      const [inOther, other] = asked.other;

      const translated = await bot.ask(inOther);
      const later = await bot.ask(asked.choices);

      expect(translated.card).toMatchObject({ kind: "answer", language: other });
      expect(shownIn(translated.rendered)[0]).toBe("practice:bikupor");
      expect(later.card.language).toBe(language);
    });

    it("when the client's locale is another, then the question's language wins", async () => {
      const bot = await start();
      const locale = { sv: "fi-FI", fi: "en-US", en: "sv-FI" }[language];

      const { card } = await bot.ask(asked.answer, { locale });

      expect(card.language).toBe(language);
    });

    it("when a language was chosen, then it wins over the question's, also after a restart", async () => {
      const bot = await start();
      const [, other] = asked.other;
      const choice = { sv: "språk svenska", fi: "kieli suomi", en: "language English" }[other];

      const set = await bot.ask(choice);
      const here = await bot.ask(asked.answer);
      const restarted = await bot.again();
      const there = await restarted.ask(asked.answer);
      const inGroup = await restarted.ask(asked.answer, { conversation: groupChat });
      const someoneElse = await restarted.ask(asked.answer, { person: "p2" });

      expect(set.card.view["heading"]).toBe(textsIn(other).help.languageSetHeading);
      expect([here, there, inGroup].map(({ card }) => card.language)).toEqual([
        other,
        other,
        other,
      ]);
      expect(someoneElse.card.language).toBe(language);
    });

    it("when the bot is added, then it is welcomed once", async () => {
      const bot = await start();
      const locale = `${language}-FI`;

      await bot.handle(joined({ locale }));
      await bot.handle(joined({ locale }));
      await bot.handle(joined({ locale, bot: false }));

      expect(bot.sent.map(({ card }) => [card.kind, card.language])).toEqual([
        ["welcome", language],
      ]);
    });

    it("when topics are asked for, then one can be picked and its practices are shown", async () => {
      const bot = await start();
      const word = { sv: "ämnen", fi: "aiheet", en: "topics" }[language];
      const topic = { sv: "spårvagnar", fi: "raitiovaunut", en: "trams" }[language];
      const { card, rendered } = await bot.ask(word);
      const show = button(rendered, "ask.choose");

      const picked = await bot.press({ ...show, data: { ...show.data, tags: topic } });
      const more = await bot.press(button(picked.rendered, "ask.more"));

      expect(card).toMatchObject({ kind: "topics", language });
      expect(JSON.stringify(card.view["choices"])).toContain(`${topic} (5)`);
      expect(picked.card.view["heading"]).toBe(texts.ask.topicHeading(topic));
      expect(new Set([...shownIn(picked.rendered), ...shownIn(more.rendered)]).size).toBe(5);
    });

    it("when a button's question is not remembered, then a sentence says so and nothing is sent", async () => {
      const bot = await start();

      const replies = [];
      for (const verb of ["ask.more", "ask.none", "ask.person", "ask.choose", "ask.helpful"]) {
        const data = { question: "long-gone", key: `key-${verb}` };
        const pressed = await bot.press({ title: "", verb, data }, { locale: language });
        replies.push(pressed.reply);
      }

      for (const reply of replies) {
        expect(reply).toEqual({ type: "sentence", language, text: texts.ask.stale });
      }
      expect(bot.sent).toEqual([]);
    });

    it("when such a button arrives as a submit, then the sentence comes as a card", async () => {
      const bot = await start();
      const action = { verb: "no.such", data: { key: "k" } };

      await bot.handle(press(action, { via: "submit", locale: language }));

      expect(bot.sent.map(({ card }) => card.kind)).toEqual(["refused"]);
      expect(bot.sent[0]?.card.view["text"]).toBe(texts.help.unknownAction);
    });

    it("when greeted, thanked, asked for help or told nothing, then it answers in the same language", async () => {
      const bot = await start();
      const greeting = { sv: "Hejsan!", fi: "Moikka!", en: "Hello there" }[language];
      const thanks = { sv: "Tack så mycket!", fi: "Kiitos paljon", en: "Thank you!" }[language];
      const help = { sv: "HJÄLP", fi: "Ohje", en: "help" }[language];

      const cards = [];
      for (const text of [greeting, thanks, help, "?!"]) cards.push((await bot.ask(text)).card);

      expect(cards.map(({ kind }) => kind)).toEqual(["help", "help", "help", "nothing"]);
      expect(cards.map((card) => card.language)).toEqual([language, language, language, language]);
      expect(cards.map(({ view }) => view["heading"])).toEqual([
        texts.help.greeting,
        texts.help.thanksHeading,
        texts.help.heading,
        texts.ask.emptyHeading,
      ]);
    });

    it("when a person is looked up by a command, then their card is shown and their practice opens", async () => {
      const bot = await start();
      const word = { sv: "kontakt", fi: "yhteystieto", en: "contact" }[language];

      const { card, rendered } = await bot.ask(`${word} Vera Brandholm`);
      const opened = await bot.press(button(rendered, "ask.choose"));

      expect(card).toMatchObject({ kind: "contact", language });
      expect(shownIn(rendered)).toEqual(["contact:vera", "practice:bikupor"]);
      expect(opened.card).toMatchObject({ kind: "answer", language });
    });

    it("when nobody is found, then it says so", async () => {
      const bot = await start();
      const word = { sv: "kontakt", fi: "kontakti", en: "contact" }[language];

      const { card } = await bot.ask(`${word} Xqzwvy`);

      expect(card).toMatchObject({ kind: "nothing", language });
      expect(card.view["heading"]).toBe(texts.contacts.nobodyHeading);
    });

    it("when an answer has no version in the question's language, then it says in which one it is", async () => {
      const bot = await start();
      const asSwedish = {
        title: "",
        verb: "ask.choose",
        data: { kind: "practice", id: "isvagar" },
      };

      const { card } = await bot.press(asSwedish, { locale: language });

      expect(card.view["notice"]).toBe(language === "sv" ? "" : texts.ask.onlyIn("sv"));
    });
  });

  describe("a follow-up", () => {
    it("when the last question had no one answer, then it goes on from that question, not from an older answer", async () => {
      const bot = await start();
      await bot.ask(questions.sv.answer);
      await bot.ask(questions.sv.choices);

      const people = await bot.ask(questions.sv.people);
      const finnish = await bot.ask("på finska?");

      expect(shownIn(people.rendered)).not.toContain("contact:vera");
      expect(finnish.card).toMatchObject({ kind: "choices", language: "fi" });
    });

    it("when more of the same question was shown, then the answer stays what it is about", async () => {
      const bot = await start();
      const { rendered } = await bot.ask(questions.sv.choices);
      await bot.press(button(rendered, "ask.choose"));
      await bot.press(button(rendered, "ask.more"));

      const finnish = await bot.ask("på finska?");

      expect(finnish.card).toMatchObject({ kind: "answer", language: "fi" });
    });

    it("when nothing came before, then it is a question of its own", async () => {
      const bot = await start();

      const { card } = await bot.ask("på finska?");

      expect(card.kind).toBe("nothing");
    });

    it("when the bot was restarted in between, then it still knows what was shown", async () => {
      const bot = await start();
      await bot.ask(questions.en.answer);
      const restarted = await bot.again();

      const { card } = await restarted.ask(questions.en.people);

      expect(card.view["elementId"]).toBe("contact:vera");
    });

    it("when the button of an answer is pressed after a restart, then it works", async () => {
      const bot = await start();
      const { rendered } = await bot.ask(questions.fi.choices);
      const restarted = await bot.again();

      const more = await restarted.press(button(rendered, "ask.more"));

      expect(more.card).toMatchObject({ kind: "choices", language: "fi" });
    });
  });

  describe("where it is asked", () => {
    const alfa = { id: "19:team-alfa@thread.tacv2" };
    const beta = { aadGroupId: "99999999-9999-4999-8999-999999999999" };
    const inThread = (root: string, team: typeof alfa | typeof beta): From => ({
      conversation: { kind: "channel", id: `19:forum@thread.tacv2;messageid=${root}`, team },
    });

    it("when it is a channel's thread, then the answer goes there and the personal chat knows nothing of it", async () => {
      const bot = await start();

      const answer = await bot.ask(questions.sv.answer, inThread("1", alfa));
      const inPersonal = await bot.ask("på finska?");
      const sameThread = await bot.ask("på finska?", inThread("1", alfa));

      expect(answer.address.conversationId).toBe("19:forum@thread.tacv2;messageid=1");
      expect(inPersonal.card.kind).toBe("nothing");
      expect(sameThread.card).toMatchObject({ kind: "answer", language: "fi" });
    });

    it("when there are two threads, then each remembers its own question", async () => {
      const bot = await start();
      await bot.ask(questions.sv.answer, inThread("1", alfa));
      await bot.ask(questions.sv.choices, inThread("2", alfa));

      const first = await bot.ask("in English?", inThread("1", alfa));
      const second = await bot.ask("in English?", inThread("2", alfa));

      expect(first.card.kind).toBe("answer");
      expect(second.card.kind).toBe("choices");
    });

    it("when a team is linked to a network, then another network's content is not found there", async () => {
      const bot = await start();
      const question = "Hur lånar ni ut ett planetarium?";

      const fromAlfa = await bot.ask(question, inThread("1", alfa));
      const fromBeta = await bot.ask(question, inThread("2", beta));
      const personGone = await bot.ask("kontakt Greta Zetterkvist", inThread("1", alfa));
      const topics = await bot.ask("ämnen", inThread("1", alfa));

      expect(shownIn(fromAlfa.rendered)).not.toContain("practice:planetarium");
      expect(fromBeta.card.view["elementId"]).toBe("practice:planetarium");
      expect(shownIn(fromBeta.rendered)).toContain("contact:greta");
      expect(shownIn(personGone.rendered)).not.toContain("contact:greta");
      expect(JSON.stringify(topics.card.view)).not.toContain("stjärnor");
    });

    it.each([
      ["the other network's", { kind: "practice", id: "planetarium", network: "beta" }],
      ["no", { kind: "practice", id: "planetarium" }],
      ["its own", { kind: "practice", id: "planetarium", network: "alfa" }],
      ["the other network's contact with", { kind: "contact", id: "greta", network: "beta" }],
    ])("when a forged button names %s network, then what it asks for is gone", async (_, data) => {
      const bot = await start();
      const from = { ...inThread("1", alfa), locale: "sv" };

      const answers = [];
      for (const [verb, more] of [
        ["ask.choose", {}],
        ["ask.person", {}],
        ["ask.helpful", { value: "up" }],
      ] as const) {
        const action = { title: "", verb, data: { ...data, ...more, key: `${verb}-key` } };
        answers.push(await bot.press(action, from));
      }

      for (const { reply } of answers) expect(reply?.type).toBe("sentence");
      expect(await contentOf(bot.store, "vote")).toEqual([]);
    });

    it("when a topic of another network is forged, then it is gone", async () => {
      const bot = await start();
      const action = { title: "", verb: "ask.choose", data: { tags: "stjärnor", key: "k" } };

      const { reply } = await bot.press(action, { ...inThread("1", alfa), locale: "sv" });

      expect(reply).toMatchObject({ type: "sentence", text: textsIn("sv").ask.gone });
    });

    it("when a group chat asks, then its members share the question but not what they think of it", async () => {
      const bot = await start();
      const group = { conversation: groupChat };
      const { rendered } = await bot.ask(questions.sv.answer, { ...group, person: "p1" });
      await bot.press(button(rendered, "ask.helpful", "up"), { ...group, person: "p1" });

      const followUp = await bot.ask("på finska?", { ...group, person: "p2" });
      const asked = await bot.ask(questions.sv.answer, { ...group, person: "p2" });

      expect(followUp.card).toMatchObject({ kind: "answer", language: "fi" });
      expect(asked.card.view["voted"]).toBe("");
    });

    it("when two persons vote in a group chat at once, then both votes and all marks are kept", async () => {
      const bot = await start();
      const group = { conversation: groupChat };
      const { rendered } = await bot.ask(questions.sv.answer, group);
      const up = button(rendered, "ask.helpful", "up");
      const down = button(rendered, "ask.helpful", "down");

      const [first, second] = await Promise.all([
        bot.press(up, { ...group, person: "p1" }),
        bot.press(down, { ...group, person: "p2" }),
      ]);
      const repeated = await bot.press(up, { ...group, person: "p1" });

      expect(first.card.view["voted"]).toBe(textsIn("sv").ask.votedUp);
      expect(second.card.view["voted"]).toBe(textsIn("sv").ask.votedDown);
      const votes = await contentOf(bot.store, "vote");
      expect(votes.map(({ value }) => (value as { value: string }).value).sort()).toEqual([
        "down",
        "up",
      ]);
      expect(repeated.card).toEqual(first.card);
    });

    it("when something merely happens, then nothing is said and the store is not asked", async () => {
      const calls: string[] = [];
      const bot = await start({ wrap: (documents) => listening(documents, calls) });
      calls.length = 0;
      const { type: _type, text: _text, ...base } = message("");

      await bot.handle({ ...base, type: "event", name: "typing" });
      await bot.handle(joined({ bot: false }));

      expect(calls).toEqual([]);
      expect(bot.sent).toEqual([]);
    });

    it("when a question is asked in a personal chat, then it costs one claim, one read and one write", async () => {
      const calls: string[] = [];
      const bot = await start({ wrap: (documents) => listening(documents, calls) });
      await bot.ask(questions.sv.answer);
      calls.length = 0;

      await bot.ask(questions.sv.choices);

      expect(calls).toEqual(["create claims", "read members", "replace members"]);
    });
  });

  describe("the same thing twice", () => {
    it("when an activity comes again, then it gets no second answer", async () => {
      const bot = await start();
      const activity = message(questions.sv.answer);

      await bot.handle(activity);
      const again = await bot.handle(activity);
      const afterRestart = await (await bot.again()).handle(activity);

      expect([again, afterRestart]).toEqual([{ status: "done" }, { status: "done" }]);
      expect(bot.sent).toHaveLength(1);
    });

    it("when another conversation uses the same id, then it is another activity", async () => {
      const bot = await start();

      await bot.handle(message(questions.sv.answer, { id: "1" }));
      await bot.handle(message(questions.sv.answer, { id: "1", person: "p2" }));

      expect(bot.sent).toHaveLength(2);
    });

    it("when an activity comes five times at once, then it gets one answer", async () => {
      const bot = await start();
      const activity = message(questions.sv.answer);

      const results = await Promise.all([1, 2, 3, 4, 5].map(() => bot.handle(activity)));

      expect(results).toEqual(results.map(() => ({ status: "done" })));
      expect(bot.sent).toHaveLength(1);
    });

    it("when an activity comes to two processes at once, then it gets one answer", async () => {
      const bot = await start();
      const other = await bot.again();
      const activity = message(questions.sv.answer);

      const results = await Promise.all(
        [bot, other, bot, other].map((one) => one.handle(activity)),
      );

      expect(results).toEqual(results.map(() => ({ status: "done" })));
      expect([...bot.sent, ...other.sent]).toHaveLength(1);
    });

    it("when the process died in the turn and 16 s have passed, then the activity is answered", async () => {
      const bot = await start({ wrap: dyingAtStateWrite(1) });
      const activity = message(questions.sv.answer);
      await bot.handle(activity).catch(() => undefined);
      const before = bot.sent.length;
      const restarted = await bot.again();

      bot.clock.advance(16_000);
      const result = await restarted.handle(activity);

      expect(before).toBe(1);
      expect(result).toEqual({ status: "done" });
      expect(restarted.sent).toHaveLength(1);
    });

    it.each([
      [3_000, "busy", 0],
      [6_000, "done", 1],
    ] as const)(
      "when the claim is %i ms old and never done, then it waits and is %s",
      async (age, status, answers) => {
        const bot = await start({ wrap: dyingAtStateWrite(1) });
        const activity = message(questions.sv.answer);
        await bot.handle(activity).catch(() => undefined);
        const restarted = await bot.again();
        bot.clock.advance(age);
        const began = bot.clock.now().getTime();

        const result = await restarted.handle(activity);

        expect(result.status).toBe(status);
        expect(restarted.sent).toHaveLength(answers);
        const waited = bot.clock.now().getTime() - began;
        expect(waited).toBeGreaterThanOrEqual(9_000);
        expect(waited).toBeLessThanOrEqual(10_200);
      },
    );

    it("when the first is done while the second waits, then the second is done too, without an answer", async () => {
      const bot = await start();
      const activity = message(questions.sv.answer);
      const other = await bot.again();
      // Over the wire either may be the first to claim.
      for (const each of [bot, other]) {
        each.outcomes.push({ state: "throttled", retryAfterMs: 2_000 });
      }

      const results = await Promise.all([bot.handle(activity), other.handle(activity)]);

      expect(results).toEqual([{ status: "done" }, { status: "done" }]);
      expect([bot.sent.length, other.sent.length].sort()).toEqual([0, 2]);
    });

    it("when a press comes again under a new id, then it gets the kept answer and counts once", async () => {
      const bot = await start();
      const { rendered } = await bot.ask(questions.sv.answer);
      const up = button(rendered, "ask.helpful", "up");

      const first = await bot.press(up);
      await bot.press(button(first.rendered, "ask.helpful", "down"));
      const again = await bot.press(up);

      expect(again.card).toEqual(first.card);
      const votes = await contentOf(bot.store, "vote");
      expect(votes.map(({ value }) => (value as { value: string }).value)).toEqual(["down"]);
    });

    it("when ten minutes have passed, then the same press is a new one", async () => {
      const bot = await start();
      const { rendered } = await bot.ask(questions.sv.answer);
      const up = button(rendered, "ask.helpful", "up");
      const first = await bot.press(up);
      await bot.press(button(first.rendered, "ask.helpful", "down"));

      bot.clock.advance(10 * minuteMs + 1);
      const again = await bot.press(up);

      expect(again.card.view["voted"]).toBe(textsIn("sv").ask.votedUp);
      const votes = await contentOf(bot.store, "vote");
      expect(votes.map(({ value }) => (value as { value: string }).value)).toEqual(["up"]);
    });

    it("when another button of the same card is pressed, then it is another press", async () => {
      const bot = await start();
      const { rendered } = await bot.ask(questions.sv.choices);
      const chosen = actionsOf(rendered).filter(({ verb }) => verb === "ask.choose");

      const first = await bot.press(chosen.at(-1) as (typeof chosen)[0]);
      const second = await bot.press(chosen.at(-2) as (typeof chosen)[0]);

      expect(first.card.view["elementId"]).not.toBe(second.card.view["elementId"]);
    });

    it("when more than twenty turns came since, then the first activity is still not answered again", async () => {
      const bot = await start();
      const first = message(questions.sv.answer);
      await bot.handle(first);
      for (let n = 0; n < 22; n++) {
        bot.clock.advance(1_000);
        await bot.ask(questions.sv.choices);
      }
      const before = bot.sent.length;

      const result = await bot.handle(first);

      expect(result).toEqual({ status: "done" });
      expect(bot.sent).toHaveLength(before);
    });
  });

  describe("what the connector answers", () => {
    it.each([
      ["throttled", { state: "throttled", retryAfterMs: 2_000 }, 2],
      ["unknown", { state: "unknown", cause: "ECONNRESET" }, 2],
      ["refused", { state: "refused", reason: "blocked" }, 1],
    ] as const)(
      "when the call is %s, then it is made so often and the turn is done",
      async (_, outcome, calls) => {
        const bot = await start();
        bot.outcomes.push(outcome);

        const result = await bot.handle(message(questions.sv.answer));

        expect(result).toEqual({ status: "done" });
        expect(bot.sent).toHaveLength(calls);
        expect(bot.logged).toEqual(outcome.state === "refused" ? ["warn reply not delivered"] : []);
      },
    );

    it("when it asks to wait for long, then the wait is cut to three seconds", async () => {
      const bot = await start();
      bot.outcomes.push({ state: "throttled", retryAfterMs: 60_000 });
      const began = bot.clock.now().getTime();

      await bot.handle(message(questions.sv.answer));

      expect(bot.clock.now().getTime() - began).toBe(3_000);
      expect(bot.sent).toHaveLength(2);
    });
  });
});

async function contentOf(documents: Documents, type: string): Promise<readonly ContentDocument[]> {
  const found: ContentDocument[] = [];
  for (const partition of ["alfa", "beta", "_shared"]) {
    const where = [{ field: "type", equals: type }] as const;
    const page = await documents.query<ContentDocument>({ container: "content", partition, where });
    found.push(...page.items.map(({ doc }) => doc));
  }
  return found;
}

/** Notes every call that is not about content. */
function listening(documents: Documents, calls: string[]): Documents {
  const noted = <A extends readonly unknown[], R>(
    operation: string,
    call: (container: never, ...rest: A) => R,
  ) =>
    ((container: never, ...rest: A) => {
      if (container !== "content") calls.push(`${operation} ${container}`);
      return call(container, ...rest);
    }) as unknown;
  return {
    ...documents,
    read: noted("read", documents.read) as Documents["read"],
    create: noted("create", documents.create) as Documents["create"],
    replace: noted("replace", documents.replace) as Documents["replace"],
  };
}

/** A process that ends where it would have marked its first turns as done. */
function dyingAtStateWrite(times: number): (documents: Documents) => Documents {
  let left = times;
  const never = new Promise<never>((_, reject) => reject(new Error("the process died")));
  never.catch(() => undefined);
  return (documents) => ({
    ...documents,
    create: (container, ...rest) =>
      container === "members" && left-- > 0 ? never : documents.create(container, ...rest),
  });
}
