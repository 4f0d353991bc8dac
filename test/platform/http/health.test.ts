import { BotError } from "../../../src/core/errors.ts";
import { createHealth } from "../../../src/platform/http/health.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";

function setUp() {
  const clock = createFixedClock();
  const store = { asked: 0, fails: undefined as Error | undefined };
  const health = createHealth({
    clock,
    async answers() {
      store.asked++;
      if (store.fails) throw store.fails;
    },
  });
  const get = (path: string) =>
    health.routes
      .find((route) => route.path === path)
      ?.handle({ headers: {}, peer: "", path, params: {}, query: {}, body: "" });
  return { clock, store, health, get };
}

const down = new BotError(
  "store-unavailable",
  "Cosmos DB did not do read in claims: ECONNREFUSED.",
);

describe("readiness", () => {
  it("when the bot starts, then it lives, is not ready, says what it waits for, and leaves the store alone", async () => {
    const { get, health, store } = setUp();

    expect(await get("/healthz")).toMatchObject({ status: 200 });
    expect(await get("/readyz")).toEqual({
      status: 503,
      body: { status: "not ready", missing: ["store", "indexes"] },
    });
    health.lacks(["database kollega"]);
    expect(await get("/readyz")).toMatchObject({ body: { missing: ["database kollega"] } });
    expect({ asked: store.asked, hasStarted: health.hasStarted() }).toEqual({
      asked: 0,
      hasStarted: false,
    });
  });

  it("when the store is lost later on, then it says so at once, and again when it is back", async () => {
    const { clock, get, health, store } = setUp();
    health.lacks([]);
    expect(await get("/readyz")).toEqual({ status: 200, body: { status: "ready" } });

    store.fails = down;
    clock.advance(2_000);
    const lost = await get("/readyz");
    store.fails = undefined;
    const back = await get("/readyz");

    expect(lost).toEqual({ status: 503, body: { status: "not ready", missing: [down.message] } });
    expect(back).toMatchObject({ status: 200 });
    expect(await get("/healthz")).toMatchObject({ status: 200 });
  });

  it("when the store is lost, then the bot goes on taking messages", async () => {
    const { get, health, store } = setUp();
    health.lacks([]);
    store.fails = down;

    expect(await get("/readyz")).toMatchObject({ status: 503 });
    expect(health.hasStarted()).toBe(true);
  });

  it("when many ask, then the store is asked once, and not again for two seconds", async () => {
    const { clock, get, health, store } = setUp();
    health.lacks([]);

    await Promise.all(Array.from({ length: 20 }, () => get("/readyz")));
    clock.advance(1_999);
    await get("/readyz");
    expect(store.asked).toBe(1);

    clock.advance(1);
    await get("/readyz");
    expect(store.asked).toBe(2);
  });

  it("when asking fails for a fault of ours, then the fault is not told to strangers", async () => {
    const { get, health, store } = setUp();
    health.lacks([]);
    store.fails = new TypeError("secret detail");

    const { status, body } = (await get("/readyz")) ?? {};

    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toContain("secret");
  });
});
