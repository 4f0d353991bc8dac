import { cardOf, type Exchange, readReply } from "../fakes/teams-client.ts";
import { setTheStage } from "./set-the-stage.ts";

const stage = setTheStage();
const practice = "practice:sysselsattningsvillkor-helsingfors";
const contact = "contact:mikaela-sandbacka";

const conversations = [
  {
    language: "sv",
    locale: "sv-FI",
    question: "Hur har andra använt sysselsättningsvillkor i upphandlingar?",
    title: "Sysselsättningsvillkor i Helsingfors stads upphandlingar",
    who: "Vem kan jag ringa om det?",
    more: "fler",
    otherLanguage: ["på finska?", "fi", "Työllistämisehto Helsingin kaupungin hankinnoissa"],
    help: "hjälp",
    topics: "ämnen",
    hello: "Hej!",
    contactByPlace: ["kontakt Esbo", contact],
    several: "marknadsdialog",
    unrelated: "Vad kostar en flygbiljett till Tokyo?",
    setLanguage: ["språk finska", "fi"],
  },
  {
    language: "fi",
    locale: "fi-FI",
    question: "Miten Helsinki on käyttänyt työllistämisehtoa hankinnoissa?",
    title: "Työllistämisehto Helsingin kaupungin hankinnoissa",
    who: "Kenelle voin soittaa siitä?",
    more: "lisää",
    otherLanguage: ["ruotsiksi?", "sv", "Sysselsättningsvillkor i Helsingfors stads upphandlingar"],
    help: "ohje",
    topics: "aiheet",
    hello: "Moi!",
    contactByPlace: ["yhteystieto Tampere", "contact:juhani-kallioranta"],
    several: "sosiaaliset kriteerit",
    unrelated: "Missä Mongolian pääkaupunki sijaitsee?",
    setLanguage: ["kieli englanti", "en"],
  },
  {
    language: "en",
    locale: "en-GB",
    question: "How have others used employment clauses in procurement?",
    title: "Employment clauses",
    who: "Who can I call about it?",
    more: "more",
    otherLanguage: ["in Finnish?", "fi", "Työllistämisehto Helsingin kaupungin hankinnoissa"],
    help: "help",
    topics: "topics",
    hello: "Hi",
    contactByPlace: ["contact Espoo", contact],
    several: "dialogue with suppliers",
    unrelated: "What is the capital of Mongolia?",
    setLanguage: ["language Swedish", "sv"],
  },
] as const;

describe.each(conversations)("a personal chat in $language", (words) => {
  const chat = () => stage().teams.personalChat({ locale: words.locale });

  it("when a question is asked, then exactly one card answers it", async () => {
    const exchange = await chat().say(words.question);

    expect(exchange).toMatchObject({ status: 200, body: undefined });
    expectOneCardReply(exchange);
    const card = readReply(exchange);
    expect(card).toMatchObject({ kind: "answer", language: words.language });
    expect(card.things[0]).toBe(practice);
    expect(card.text.toLowerCase()).toContain(words.title.toLowerCase());
    const sameChat = stage().connector.calls.filter(
      (call) => call.conversation === exchange.replies[0]?.conversation,
    );
    expect(sameChat.filter(({ activity }) => activity["type"] !== "typing")).toHaveLength(1);
  });

  it("when somebody goes on, then more, who to call and the other language are about the same", async () => {
    const here = chat();
    await here.say(words.question);

    const who = readReply(await here.say(words.who));
    const more = readReply(await here.say(words.more));
    const [inOther, language, title] = words.otherLanguage;
    const other = readReply(await here.say(inOther));

    expect(who).toMatchObject({ language: words.language });
    expect(who.things).toContain(contact);
    expect(more).toMatchObject({ kind: "choices", language: words.language });
    expect(more.things.length).toBeGreaterThan(0);
    expect(more.things).not.toContain(practice);
    expect(other).toMatchObject({ kind: "answer", language });
    expect(other.text).toContain(title);
  });

  it("when a place is asked for, then its contact is shown", async () => {
    const [question, id] = words.contactByPlace;

    const card = readReply(await chat().say(question));

    expect(card).toMatchObject({
      kind: expect.stringMatching(/^contacts?$/u),
      language: words.language,
    });
    expect(card.things).toContain(id);
    expect(card.text).toMatch(/\+358/u);
  });

  it("when topics, help or a greeting is written, then they are shown", async () => {
    const here = chat();

    const topics = readReply(await here.say(words.topics));
    const help = readReply(await here.say(words.help));
    const hello = readReply(await here.say(words.hello));

    expect(topics).toMatchObject({ kind: "topics", language: words.language });
    expect(help).toMatchObject({ kind: "help", language: words.language });
    expect(hello).toMatchObject({ kind: "help", language: words.language });
  });

  it("when another language is chosen, then answers keep to it", async () => {
    const here = chat();
    const [command, language] = words.setLanguage;

    const set = readReply(await here.say(command));
    const answer = readReply(await here.say(words.question));

    expect(set).toMatchObject({ language });
    expect(answer).toMatchObject({ kind: "answer", language });
    expect(answer.things[0]).toBe(practice);
  });

  it("when it is not sure, then a choice opens, by Execute and by Submit alike", async () => {
    const here = chat();
    const asked = await here.say(words.several);
    const choices = readReply(asked);
    const [first, second] = choices.things;

    const executed = await here.press(cardOf(asked), { verb: "ask.choose" });
    const submitted = await here.submit(cardOf(asked), {
      verb: "ask.choose",
      data: { id: second?.slice(second.indexOf(":") + 1) },
    });

    expect(choices).toMatchObject({ kind: "choices", language: words.language });
    expect(choices.things.length).toBeLessThanOrEqual(3);
    expect(executed).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive" },
    });
    expect(executed.replies).toHaveLength(0);
    expect(readReply(executed).things[0]).toBe(first);
    expectOneCardReply(submitted);
    expect(readReply(submitted).things[0]).toBe(second);
  });

  it("when none of the choices fits, then the gap is noted and somebody to ask is offered", async () => {
    const here = chat();
    const asked = await here.say(words.several);

    const none = readReply(await here.press(cardOf(asked), { verb: "ask.none" }));

    expect(none).toMatchObject({ kind: "nothing", language: words.language });
    expect(none.buttons.map(({ verb }) => verb)).toContain("ask.person");
  });

  it("when nothing is there about a question, then it says so", async () => {
    const card = readReply(await chat().say(words.unrelated));

    expect(card).toMatchObject({ kind: "nothing", language: words.language, things: [] });
  });
});

describe("an opinion of an answer", () => {
  it("when thumb up and then thumb down is pressed, then each is shown and the last counts", async () => {
    const here = stage().teams.personalChat();
    const asked = await here.say(conversations[0].question);

    const up = await here.press(cardOf(asked), { verb: "ask.helpful", data: { value: "up" } });
    const down = await here.press(cardOf(up), { verb: "ask.helpful", data: { value: "down" } });

    expect(readReply(up).text).toContain("Du svarade 👍");
    expect(readReply(down).text).toContain("Du svarade 👎");
    expect(readReply(down).things[0]).toBe(practice);
  });
});

describe("a question in another language than the client's", () => {
  it("when a Swedish client asks in Finnish, then it is answered in Finnish", async () => {
    const here = stage().teams.personalChat({ locale: "sv-FI" });

    const card = readReply(await here.say(conversations[1].question));

    expect(card).toMatchObject({ kind: "answer", language: "fi" });
  });
});

/** design.md 9: one message with one card, no text, a summary, a reply to the question. */
function expectOneCardReply(exchange: Exchange): void {
  expect(exchange.replies).toHaveLength(1);
  const [reply] = exchange.replies;
  expect(reply).toMatchObject({
    method: "POST",
    state: "taken",
    target: exchange.activity["id"],
    activity: {
      type: "message",
      replyToId: exchange.activity["id"],
      summary: expect.stringMatching(/\S/u),
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive" }],
    },
  });
  expect(reply?.activity["text"]).toBeUndefined();
}
