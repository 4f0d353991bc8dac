import { setTimeout as pause } from "node:timers/promises";
import { expectAnswer, startTeamsMode, type TeamsMode } from "./start-teams-mode.ts";

const stages: TeamsMode[] = [];
const start: typeof startTeamsMode = async (options) => {
  const stage = await startTeamsMode(options);
  stages.push(stage);
  return stage;
};

afterEach(async () => {
  for (const stage of stages.splice(0)) {
    expect((await fetch(`${stage.url}/healthz`)).status).toBe(200);
    expect(stage.said()).not.toContain('"level":50');
    await stage.stop();
  }
});

describe("Teams mode", () => {
  it("when a question comes with a token of the channel's, then it is answered with the bot's token", async () => {
    const { ask, said, identity } = await start();

    const exchange = await ask();

    expectAnswer(exchange);
    expect(exchange.replies[0]!.authorization).toBe("Bearer bot-token-1");
    expect(identity.metadataRequests()).toBe(1);
    expect(said()).toContain("tokens come from this machine");
    expect(said()).not.toContain("bot-token");
  });

  it("when it is asked for what only local mode has, then there is nothing", async () => {
    const { url } = await start();

    for (const path of ["/", "/cards", "/tryout/connector"]) {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    }
  });

  it("when fifty first messages come at once, then one token is fetched for all, and the keys once", async () => {
    const { ask, identity } = await start({
      prepare: ({ tokenAnswers }) => {
        tokenAnswers.waitMs = 500;
      },
    });

    const exchanges = await Promise.all(Array.from({ length: 50 }, () => ask()));

    for (const exchange of exchanges) expectAnswer(exchange);
    expect(identity.tokenRequests).toHaveLength(1);
    expect(identity.metadataRequests()).toBe(1);
  });

  it("when a token ends soon, then it is renewed before it does", async () => {
    const { ask, identity } = await start({
      prepare: ({ tokenAnswers }) => {
        tokenAnswers.expiresIn = 3;
      },
    });
    const endOf = (authorization: string | undefined) =>
      identity.tokens.find(({ token }) => authorization === `Bearer ${token}`)?.endsAt ?? 0;

    const until = Date.now() + 6_000;
    while (Date.now() < until) {
      const exchange = await ask();
      expectAnswer(exchange);
      expect(endOf(exchange.replies[0]!.authorization)).toBeGreaterThan(Date.now());
      await pause(100);
    }

    expect(identity.tokenRequests.length).toBeGreaterThanOrEqual(3);
    expect(identity.tokenRequests.length).toBeLessThanOrEqual(6);
  });

  it.each([
    ["is out of order", { status: 503 }],
    ["refuses the bot", { status: 401 }],
    ["answers nonsense", { body: "<html>" }],
    ["hangs", { waitMs: 60_000 }],
  ])(
    "when the token endpoint %s, then turns end in time, and once it is well, answers come",
    async (_name, trouble) => {
      const { ask, connector, identity } = await start({
        prepare: ({ tokenAnswers }) => Object.assign(tokenAnswers, trouble),
      });

      const exchange = await ask();

      expect(exchange).toMatchObject({ status: 200, replies: [] });
      expect(exchange.tookMs).toBeLessThan(10_000);
      expect(connector.calls).toEqual([]);

      for (const name of Object.keys(trouble)) Reflect.deleteProperty(identity.tokenAnswers, name);
      // A fetch that hangs is given up after three seconds.
      if ("waitMs" in trouble) await pause(3_000);
      expectAnswer(await ask());
    },
  );

  it("when the token endpoint is down while the old token is good, then answers come all the same", async () => {
    const { ask, identity } = await start({
      prepare: ({ tokenAnswers }) => {
        tokenAnswers.expiresIn = 6;
      },
    });
    expectAnswer(await ask());
    identity.tokenAnswers.status = 503;
    await pause(3_500);

    const exchange = await ask();

    expectAnswer(exchange);
    expect(exchange.replies[0]!.authorization).toBe("Bearer bot-token-1");
    expect(identity.tokenRequests).toHaveLength(2);
  });

  it("when the channel's keys cannot be had, then it says to come again, and takes turns once they can", async () => {
    const { ask, said, identity } = await start({
      prepare: (identity) => {
        identity.keysAnswer = 500;
      },
    });

    for (let i = 0; i < 20; i++) {
      const { status, headers, body } = await ask();
      expect({ status, body }).toMatchObject({ status: 503, body: { error: { code: "no-keys" } } });
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(identity.metadataRequests()).toBeLessThanOrEqual(3);
    expect(said()).not.toMatch(/\n\s+at /u);

    identity.keysAnswer = 200;
    await pause(1_100);
    expectAnswer(await ask());
  });
});
