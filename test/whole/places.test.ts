import { cardOf, readReply } from "../fakes/teams-client.ts";
import { setTheStage } from "./set-the-stage.ts";

const stage = setTheStage();
const practice = "practice:sysselsattningsvillkor-helsingfors";
const question = "Hur har andra använt sysselsättningsvillkor i upphandlingar?";
const mentioned = (text: string) => `<at>Kollega</at>&nbsp;${text}`;

describe("a channel", () => {
  it("when a new post mentions the bot, then the answer goes into its thread", async () => {
    const channel = stage().teams.channel();

    const { exchange } = await channel.post(mentioned(question));

    const root = exchange.activity["id"];
    expect(exchange.status).toBe(200);
    expect(exchange.replies).toMatchObject([
      { conversation: `${channel.id};messageid=${root}`, activity: { type: "message" } },
    ]);
    expect(readReply(exchange)).toMatchObject({ kind: "answer", language: "sv" });
    expect(readReply(exchange).things[0]).toBe(practice);
  });

  it("when the post's conversation names only the channel, then the post itself is the root", async () => {
    const channel = stage().teams.channel();

    const exchange = await channel.self.say(mentioned(question));

    expect(exchange.replies).toMatchObject([
      { conversation: `${channel.id};messageid=${exchange.activity["id"]}` },
    ]);
  });

  it("when somebody else goes on in the thread, then it is about the same thing", async () => {
    const { teams } = stage();
    const channel = teams.channel();
    const { thread } = await channel.post(mentioned(question));

    const who = await thread.say(mentioned("vem kan jag ringa om det?"), {
      from: teams.person("Bertil Bredvid"),
    });

    expect(who.replies).toMatchObject([{ conversation: thread.conversation }]);
    expect(readReply(who).things).toContain("contact:mikaela-sandbacka");
  });

  it("when two threads go on at the same time, then each remembers its own question", async () => {
    const channel = stage().teams.channel();
    const one = await channel.post(mentioned(question));
    await channel.post(mentioned("Tips om marknadsdialog inför livsmedelsupphandling?"));

    const again = await one.thread.say(mentioned("på finska?"));

    expect(readReply(again)).toMatchObject({ language: "fi" });
    expect(readReply(again).things[0]).toBe(practice);
  });

  it("when a person chose a language, then it holds in a channel, too", async () => {
    const { teams } = stage();
    const person = teams.person("Eva English");
    await teams.personalChat({ person }).say("language English");

    const { exchange } = await teams.channel().post(mentioned(question), { from: person });

    expect(readReply(exchange)).toMatchObject({ kind: "answer", language: "en" });
  });

  it("when a button of an answer is pressed, then nothing new is posted", async () => {
    const { exchange, thread } = await stage().teams.channel().post(mentioned(question));

    const pressed = await thread.press(cardOf(exchange), { verb: "ask.person" });

    expect(pressed).toMatchObject({ status: 200, replies: [] });
    expect(readReply(pressed).things).toContain("contact:mikaela-sandbacka");
  });

  it("when the bot answers in a channel or a group, then it never shows that it types", async () => {
    const { teams, connector } = stage();
    const { thread } = await teams.channel().post(mentioned(question));
    const group = teams.groupChat();
    await group.say(mentioned(question));

    const here = connector.calls.filter(({ conversation }) =>
      [thread.conversation, group.conversation].includes(conversation),
    );

    expect(here.map(({ activity }) => activity["type"])).toEqual(["message", "message"]);
  });
});

describe("a group chat", () => {
  it("when it is asked and goes on, then it has one memory for all who write", async () => {
    const { teams } = stage();
    const group = teams.groupChat();

    const answer = await group.say(mentioned(question));
    const who = await group.say(mentioned("vem kan jag ringa om det?"), {
      from: teams.person("Bertil Bredvid"),
    });

    expect(answer.replies).toMatchObject([{ conversation: group.conversation }]);
    expect(readReply(answer).things[0]).toBe(practice);
    expect(readReply(who).things).toContain("contact:mikaela-sandbacka");
  });
});
