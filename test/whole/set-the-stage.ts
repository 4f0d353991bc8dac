import { type BotConnector, createBotConnector } from "../fakes/bot-connector.ts";
import { createTeamsClient, type TeamsClient } from "../fakes/teams-client.ts";
import { checkCard } from "../platform/cards/check-card.ts";
import { type Kollega, type StartOptions, startKollega } from "./start-kollega.ts";

export type Stage = {
  readonly bot: Kollega;
  readonly connector: BotConnector;
  readonly teams: TeamsClient;
};

/**
 * One bot for the tests of a file, with a connector and a client for it. After each test every card that came in
 * is checked, and that the process lives and nothing it logged is a bug.
 */
export function setTheStage(options: StartOptions = {}): () => Stage {
  let stage: Stage | undefined;
  let closeConnector = async () => {};
  let checked = { calls: 0, answers: 0 };

  beforeAll(async () => {
    const connector = await createBotConnector();
    closeConnector = connector.close;
    const bot = await startKollega(options);
    stage = { bot, connector, teams: createTeamsClient({ botUrl: bot.url, connector }) };
  }, 60_000);

  afterEach(async () => {
    // Without a stage beforeAll has told why.
    if (!stage) return;
    const { bot, connector, teams } = stage;
    const cards = [
      ...connector.calls.slice(checked.calls).flatMap(cardsIn),
      ...teams.answeredCards.slice(checked.answers),
    ];
    checked = { calls: connector.calls.length, answers: teams.answeredCards.length };
    for (const card of cards)
      expect({ card, faults: checkCard(card) }).toEqual({ card, faults: [] });
    const alive = await fetch(`${bot.url}/healthz`).then(({ status }) => status, String);
    const { stderr } = bot.output();
    expect({ alive, stderr }).toEqual({
      alive: 200,
      stderr: expect.not.stringMatching(/"level":50|^\s+at /mu),
    });
  });

  afterAll(async () => {
    await stage?.bot.kill();
    await closeConnector();
  });

  return () => {
    if (!stage) throw new Error("the bot did not start");
    return stage;
  };
}

export function cardsIn({ activity }: BotConnector["calls"][number]): readonly unknown[] {
  const attachments = Array.isArray(activity["attachments"]) ? activity["attachments"] : [];
  return attachments.map((attachment: { content: unknown }) => attachment.content);
}
