import { bothStores } from "./both-stores.ts";
import { message, startBot, type TestBot } from "./start-bot.ts";

describe.each(bothStores.map((store) => [store.name, store] as const))(
  "a reply that is throttled, on %s",
  (_name, store) => {
    let bot: TestBot;

    beforeAll(() => store.start());
    afterAll(() => store.stop());
    beforeEach(async () => {
      bot = await startBot({ place: store.newPlace() });
    });
    afterEach(() => bot.close());

    it("when the connector takes it later, then it is sent once, as the answer to what was asked", async () => {
      bot.outcomes.push({ state: "throttled" }, { state: "throttled", retryAfterMs: 1_000 });
      const asked = message("hjälp");

      await bot.app.handle(asked);
      const tried = bot.sent.splice(0);
      await bot.runJob("outbox");
      await bot.runJob("outbox");
      await bot.app.handle(asked);

      expect(tried).toHaveLength(2);
      expect(bot.sent).toHaveLength(1);
      expect(bot.sent[0]).toMatchObject({
        address: asked.address,
        replyToId: asked.id,
        card: tried[0]!.card,
      });
      const heads = [];
      for await (const head of bot.app.outbox.heads()) heads.push(head);
      expect(heads).toMatchObject([{ kind: "reply", urgency: 0, state: "ended", intended: 1 }]);
      const delivery = await bot.app.outbox.delivery(heads[0]!.id, "tenant-1:p1");
      expect(delivery).toMatchObject({ state: "delivered", name: "Person p1" });
    });

    it("when another process sends, then it sends this one, too", async () => {
      const other = await bot.again();
      await other.runJob("outbox");
      bot.outcomes.push({ state: "throttled" }, { state: "throttled" });

      await bot.app.handle(message("hjälp"));
      await bot.runJob("outbox");
      bot.clock.advance(2_000);
      await other.runJob("outbox");

      expect(bot.sent).toHaveLength(2);
      expect(other.sent).toHaveLength(1);
    });
  },
);
