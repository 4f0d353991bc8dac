import { BotError } from "../../src/core/errors.ts";
import { readState } from "../../src/core/state.ts";
import { bothStores, type StorePlace } from "./both-stores.ts";
import {
  batchOf,
  chatWith,
  createOutboxWorld,
  door,
  everythingArrives,
  forum,
  type OutboxWorld,
  people,
  toPerson,
  toStranger,
  withForum,
} from "./outbox-world.ts";

const minuteMs = 60_000;

describe.each(bothStores.map((store) => [store.name, store] as const))(
  "the outbox on %s",
  (_name, store) => {
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

    const states = async (batchId = "b") =>
      Object.groupBy(await world.deliveries(batchId), ({ state }) => state);

    it("when a batch is planned, then everyone gets it once and it ends", async () => {
      const { outbox } = world;
      world.start();
      await outbox.plan(batchOf("b"), people(30), true);

      await world.runUntil(() => world.isEnded("b"), minuteMs);

      const deliveries = await world.deliveries("b");
      expect(world.calls).toHaveLength(30);
      expect(deliveries).toHaveLength(30);
      for (const one of deliveries) {
        expect(one).toMatchObject({ state: "delivered", activityId: expect.any(String) });
        expect(one.deliveredTo).toEqual(chatWith(one.recipient.slice(2)));
      }
      expect(await outbox.head("b")).toMatchObject({
        state: "ended",
        intended: 30,
        counts: { planned: 0, sending: 0, delivered: 30, refused: 0, skipped: 0, unknown: 0 },
      });
      expect(world.logged).toEqual([]);
    });
  },
);
