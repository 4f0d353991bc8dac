import {
  createTokenProvider,
  endpointTokens,
  type FetchedToken,
} from "../../../src/platform/teams/token-provider.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import { appId, appPassword, createIdentity, type Identity } from "../../fakes/identity.ts";

const minute = 60_000;

/** A source that gives out tokens for an hour, one after the other, until it is told to fail or to wait. */
function setUp({ lifeMs = 60 * minute } = {}) {
  const clock = createFixedClock();
  const troubles: unknown[] = [];
  const expiries: Date[] = [];
  const source = { fetches: 0, isDown: false, wait: undefined as Promise<unknown> | undefined };
  const token = createTokenProvider({
    clock,
    onTrouble: (error) => troubles.push(error),
    onExpiry: (expiresAt) => expiries.push(expiresAt),
    async source(): Promise<FetchedToken> {
      const number = ++source.fetches;
      await source.wait;
      if (source.isDown) throw new Error("down");
      return { token: `token-${number}`, expiresAt: new Date(clock.now().getTime() + lifeMs) };
    },
  });
  return { clock, source, token, troubles, expiries };
}

describe("the bot's token", () => {
  it("when many ask at once, then it is fetched once", async () => {
    const { source, token } = setUp();

    const tokens = await Promise.all(Array.from({ length: 50 }, () => token()));

    expect(new Set(tokens)).toEqual(new Set(["token-1"]));
    expect(source.fetches).toBe(1);
  });

  it("when it is fetched and renewed, then each time it is told when it ends", async () => {
    const { clock, token, expiries } = setUp();
    const began = clock.now().getTime();
    await Promise.all([token(), token()]);
    clock.advance(56 * minute);
    await token();

    expect(expiries.map((at) => at.getTime() - began)).toEqual([60 * minute, 116 * minute]);
  });

  it("when it is good for long, then it is not fetched again", async () => {
    const { clock, source, token } = setUp();
    await token();
    clock.advance(54 * minute);

    expect(await token()).toBe("token-1");
    expect(source.fetches).toBe(1);
  });

  it("when it ends within five minutes, then a new one is fetched, once for all who ask", async () => {
    const { clock, source, token } = setUp();
    await token();
    clock.advance(56 * minute);

    expect(await Promise.all([token(), token(), token()])).toEqual(Array(3).fill("token-2"));
    expect(source.fetches).toBe(2);
  });

  it("when tokens live shortly, then each is used for half of its life", async () => {
    const { clock, source, token } = setUp({ lifeMs: 2 * minute });
    await token();

    clock.advance(0.9 * minute);
    expect(await token()).toBe("token-1");
    clock.advance(0.2 * minute);
    expect(await token()).toBe("token-2");
    expect(source.fetches).toBe(2);
  });

  it("when no new one can be had while the old one is good, then the old one serves", async () => {
    const { clock, source, token, troubles } = setUp();
    await token();
    clock.advance(57 * minute);
    source.isDown = true;

    expect(await token()).toBe("token-1");
    expect(troubles).toEqual([new Error("down")]);

    source.isDown = false;
    expect(await token()).toBe("token-3");
  });

  it("when the old one has ended and no new one can be had, then it fails, and the next try is a new one", async () => {
    const { clock, source, token } = setUp();
    await token();
    clock.advance(60 * minute);
    source.isDown = true;

    await expect(token()).rejects.toThrow("down");
    await expect(token()).rejects.toThrow("down");
    expect(source.fetches).toBe(3);

    source.isDown = false;
    expect(await token()).toBe("token-4");
  });

  it("when the first fetch fails, then all who waited hear it, and the failure is not kept", async () => {
    const { source, token } = setUp();
    source.isDown = true;

    const outcomes = await Promise.allSettled([token(), token()]);

    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(source.fetches).toBe(1);
    source.isDown = false;
    expect(await token()).toBe("token-2");
  });

  it("when a fetch takes too long, then nobody waits for it beyond a turn's time, and its token serves later", async () => {
    const { source, token } = setUp();
    let arrive = () => {};
    source.wait = new Promise<void>((resolve) => {
      arrive = resolve;
    });

    const began = performance.now();
    await expect(token()).rejects.toThrow("No token came in time.");
    expect(performance.now() - began).toBeLessThan(3_000);

    arrive();
    expect(await token()).toBe("token-1");
    expect(source.fetches).toBe(1);
  });

  it("when the old one is good and a fetch hangs, then the old one serves", async () => {
    const { clock, source, token } = setUp();
    await token();
    clock.advance(57 * minute);
    source.wait = new Promise(() => {});

    expect(await token()).toBe("token-1");
  });
});

describe("tokens of a token endpoint", () => {
  let identity: Identity;
  beforeEach(async () => {
    identity = await createIdentity();
  });
  afterEach(() => identity.close());

  const fetchToken = (password: string | undefined = appPassword) => {
    const clock = createFixedClock(new Date("2026-03-02T08:00:00.000Z"));
    return endpointTokens({ endpoint: identity.tokenUrl, appId, password, clock })();
  };

  it("when it answers, then token and end are read", async () => {
    identity.tokenAnswers.expiresIn = 600;

    expect(await fetchToken()).toEqual({
      token: "bot-token-1",
      expiresAt: new Date("2026-03-02T08:10:00.000Z"),
    });
    expect(Object.fromEntries(identity.tokenRequests[0]!)).toEqual({
      grant_type: "client_credentials",
      client_id: appId,
      client_secret: appPassword,
      scope: "https://api.botframework.com/.default",
    });
  });

  it.each([
    ["it refuses the secret", {}, "wrong", "400"],
    ["it is out of order", { status: 500 }, appPassword, "500"],
    ["it answers no JSON", { body: "<html>" }, appPassword, "JSON"],
    ["its answer has no token", { body: '{"expires_in":3600}' }, appPassword, "200"],
    ["its answer has no end", { body: '{"access_token":"x"}' }, appPassword, "200"],
    ["its answer is null", { body: "null" }, appPassword, "200"],
  ])("when %s, then it fails", async (_name, answers, password, says) => {
    Object.assign(identity.tokenAnswers, answers);

    await expect(fetchToken(password)).rejects.toThrow(says);
  });
});
