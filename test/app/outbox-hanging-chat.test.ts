import { sqlitePlace } from "./both-stores.ts";
import {
  batchOf,
  createOutboxWorld,
  forum,
  type OutboxWorld,
  toPerson,
  withForum,
} from "./outbox-world.ts";

describe("a chat that does not answer", () => {
  let world: OutboxWorld;
  beforeEach(async () => {
    world = await createOutboxWorld(sqlitePlace());
  });
  afterEach(() => world.close());

  const mention = (name: string) =>
    toPerson(name, {
      target: { route: "mention", address: forum, userId: `29:${name}` },
      ...withForum(name),
    });
  const postedAt = () =>
    world.calls.filter(({ conversation }) => conversation === forum.conversationId);

  it("when it hangs, then people who are mentioned in a channel do not wait for its retries", async () => {
    world.behaviour = {
      latencyMs: 50,
      answer: ({ conversation }) =>
        conversation === "chat-hung"
          ? { state: "unknown", cause: "timeout" }
          : { state: "delivered" },
    };
    world.start();
    const began = world.clock.now().getTime();
    await world.outbox.plan(batchOf("b"), [toPerson("hung"), mention("anna"), mention("bo")], true);

    await world.runUntil(() => world.isEnded("b"), 600_000);

    expect(postedAt()).toMatchObject([{ mentions: [{}, {}] }]);
    const [post] = postedAt();
    const hung = world.calls.filter(({ conversation }) => conversation === "chat-hung");
    expect(hung).toHaveLength(3);
    expect(post?.at).toBeLessThan(hung[1]?.at ?? 0);
    expect((post?.at ?? 0) - began).toBeLessThan(5_000);
  });

  it("when it was throttled, then the post waits for it: it may have to be mentioned there", async () => {
    let calls = 0;
    world.behaviour = {
      latencyMs: 50,
      answer: ({ conversation }) => {
        if (!conversation.endsWith("gone")) return { state: "delivered" };
        calls += 1;
        return calls === 1
          ? { state: "throttled", retryAfterMs: 10_000 }
          : { state: "refused", reason: "not-installed" };
      },
    };
    world.start();
    const gone = toPerson("gone", withForum("gone"));
    await world.outbox.plan(batchOf("b"), [gone, mention("anna")], true);

    await world.runUntil(() => world.isEnded("b"), 600_000);

    expect(postedAt()).toHaveLength(1);
    expect(postedAt()[0]?.mentions).toHaveLength(2);
  });
});
