import { readCard } from "../fakes/read-card.ts";
import type { Chat } from "../fakes/teams-client.ts";
import { cardsIn, setTheStage } from "./set-the-stage.ts";

const stage = setTheStage();

const added = (chat: Chat, ...members: readonly { readonly id: string }[]) =>
  chat.send({ type: "conversationUpdate", membersAdded: members });
const installed = (chat: Chat) => chat.send({ type: "installationUpdate", action: "add" });

const saidIn = (conversation: string) =>
  stage().connector.calls.filter((call) => call.conversation === conversation);

describe("the welcome", () => {
  it("when a person installs the bot, then they are welcomed once in their language", async () => {
    const { teams } = stage();
    const chat = teams.personalChat({ locale: "fi-FI" });

    const exchanges = await Promise.all([added(chat, teams.bot), installed(chat)]);
    await added(chat, teams.bot);

    expect(exchanges.map(({ status }) => status)).toEqual([200, 200]);
    const said = saidIn(chat.conversation);
    expect(said).toHaveLength(1);
    expect(readCard(cardsIn(said[0]!)[0])).toMatchObject({ kind: "welcome", language: "fi" });
  });

  it("when people are added to a team or a chat, then nothing is said", async () => {
    const { teams } = stage();
    const { self } = teams.channel();
    const group = teams.groupChat();

    const team = await added(self, teams.person("Nya Nina"), teams.person("Nya Nils"));
    await added(group, teams.person("Nya Nina"));

    expect(team.status).toBe(200);
    expect(saidIn(self.conversation)).toEqual([]);
    expect(saidIn(group.conversation)).toEqual([]);
  });

  it("when the bot is added to a team, then it posts once, and not to its members", async () => {
    const { teams, connector } = stage();
    const { self } = teams.channel();
    const before = connector.calls.length;

    await Promise.all([added(self, teams.bot), installed(self)]);

    const said = connector.calls.slice(before);
    expect(said.map(({ conversation }) => conversation)).toEqual([self.conversation]);
    expect(readCard(cardsIn(said[0]!)[0]).kind).toBe("welcome");
  });

  it("when something happens that needs no answer, then it is taken and nothing is said", async () => {
    const { teams, connector } = stage();
    const chat = teams.personalChat();
    const before = connector.calls.length;

    const exchanges = [
      await chat.send({ type: "messageReaction", reactionsAdded: [{ type: "like" }] }),
      await chat.send({ type: "messageUpdate", channelData: { eventType: "editMessage" } }),
      await chat.send({ type: "messageDelete", channelData: { eventType: "softDeleteMessage" } }),
      await chat.send({ type: "installationUpdate", action: "remove" }),
      await chat.send({ type: "typing" }),
      await chat.send({ type: "event", name: "application/vnd.microsoft.meetingStart" }),
      await chat.send({ type: "conversationUpdate", membersRemoved: [teams.bot] }),
    ];

    expect(exchanges.map(({ status }) => status)).toEqual(exchanges.map(() => 200));
    expect(connector.calls.slice(before)).toEqual([]);
  });
});
