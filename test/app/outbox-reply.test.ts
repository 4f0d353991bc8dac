import type { Conversation } from "../../src/core/turn.ts";
import { bothStores } from "./both-stores.ts";
import { message, startBot, type TestBot } from "./start-bot.ts";

const forum: Conversation = {
  kind: "channel",
  id: "19:forum@thread.tacv2;messageid=1",
  team: { id: "19:team@thread.tacv2" },
};

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

    /** A form goes into the personal chat; a line in the channel says so. */
    const askForForm = async (userId?: string) => {
      const asked = message("inställningar", { conversation: forum });
      await bot.app.handle({
        ...asked,
        actor: { ...asked.actor, ...(userId !== undefined && { userId }) },
      });
    };
    const places = () => bot.sent.map(({ address }) => address.conversationId);

    it("when a private reply is throttled, then it comes later into the opened chat, and the line after it", async () => {
      bot.outcomes.push({ state: "throttled" }, { state: "throttled" });

      await askForForm("29:p1");
      const [form] = bot.sent.splice(0);
      await bot.runJob("outbox");
      await bot.clock.sleep(4_000);
      await bot.runJob("outbox");

      expect(bot.opened).toHaveLength(1);
      expect(places()).toEqual(["chat-29:p1", forum.id]);
      expect(bot.sent[0]?.card).toEqual(form?.card);
      expect(bot.sent.map(({ card }) => card.kind)).not.toContain("error");
    });

    it("when opening the private chat is throttled, then it is opened later", async () => {
      bot.openings.push({ state: "throttled" });

      await askForForm("29:p1");
      const said = bot.sent.length;
      await bot.runJob("outbox");
      await bot.clock.sleep(4_000);
      await bot.runJob("outbox");

      expect(said).toBe(0);
      expect(places()).toEqual(["chat-29:p1", forum.id]);
      expect(bot.opened).toHaveLength(2);
    });

    it("when the private chat cannot be opened by anybody, then that is said at once", async () => {
      await askForForm();

      expect(bot.sent.map(({ card }) => card.kind)).toEqual(["error"]);
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
