/** A batch of one delivery, planned in a turn. */

import { createOutbox } from "../../src/core/outbox/create-outbox.ts";
import type { BatchPlan, DeliveryPlan } from "../../src/core/outbox/delivery.ts";
import type { Documents } from "../../src/core/ports.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { bothStores, type StorePlace } from "./both-stores.ts";
import { createOutboxWorld, type OutboxWorld } from "./outbox-world.ts";

const batch: BatchPlan = {
  id: "b",
  kind: "later",
  urgency: 2,
  about: {},
  cards: { sv: { kind: "reminder", language: "sv", summary: "Möte", view: {} } },
};
const plan: DeliveryPlan = {
  recipient: "t:anna",
  name: "Anna",
  variant: "sv",
  language: "sv",
  target: {
    route: "chat",
    address: {
      v: 1,
      serviceUrl: "https://teams.example/",
      channel: "msteams",
      conversationId: "chat-anna",
      botId: "28:kollega",
    },
  },
};

describe.each(bothStores)("a batch of one delivery on $name", (store) => {
  let place: StorePlace;
  let world: OutboxWorld;
  beforeAll(() => store.start());
  afterAll(() => store.stop());
  beforeEach(async () => {
    place = store.newPlace();
    world = await createOutboxWorld(place);
  });
  afterEach(async () => {
    await world.close();
    place.remove();
  });

  const outboxOn = (documents: Documents) =>
    createOutbox({ documents, clock: world.clock, digest, wake() {} });
  const untilEnded = () => world.runUntil(() => world.isEnded("b"), 60_000);
  const whatIsThere = async () => {
    const head = await world.outbox.head("b");
    const told = world.calls.map(({ conversation }) => conversation);
    return { told, state: head?.state, intended: head?.intended, counts: head?.counts };
  };
  const once = {
    told: ["chat-anna"],
    state: "ended",
    intended: 1,
    counts: expect.objectContaining({ delivered: 1 }),
  };

  it("when it is planned by several at once, and once more, then it is sent once", async () => {
    world.start();

    await Promise.all([1, 2, 3].map(() => world.outbox.planSingle(batch, plan)));
    await world.outbox.planSingle(batch, plan);
    await untilEnded();
    await world.outbox.planSingle(batch, plan);

    expect(await whatIsThere()).toEqual(once);
  });

  it.each([0, 1, 2])(
    "when the planner dies after %i calls and another plans it again, then it is sent once",
    async (calls) => {
      world.start();
      let left = calls;
      const create: Documents["create"] = async (...call) => {
        if (left-- <= 0) throw new Error("the process died");
        return world.documents.create(...call);
      };
      const dying = outboxOn({ ...world.documents, create });

      await expect(dying.planSingle(batch, plan)).rejects.toThrow("died");
      const other = { ...batch, cards: { ...batch.cards, fi: batch.cards["sv"]! } };
      await world.outbox.planSingle(other, { ...plan, variant: "fi" });
      await untilEnded();

      expect(await whatIsThere()).toEqual(once);
      expect(world.logged).toEqual([]);
    },
  );
});
