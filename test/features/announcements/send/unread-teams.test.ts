import type { DeliveryPlan } from "../../../../src/core/outbox/delivery.ts";
import type { JobDeps } from "../../../../src/features/announcements/send/job-deps.ts";
import { sendStep } from "../../../../src/features/announcements/send/send-step.ts";
import { createFixedClock } from "../../../fakes/fixed-clock.ts";
import { member, network } from "../../networks/make-world.ts";
import { anAnnouncement } from "./an-announcement.ts";

const unread = { id: "19:tolkarna", name: "Tolkarna" };

async function plannedFor(audience: object): Promise<readonly DeliveryPlan[]> {
  const planned: DeliveryPlan[] = [];
  const own = network("alfa");
  const deps = {
    clock: createFixedClock(),
    library: { networks: () => [own], contentOf: () => [], practices: () => [] },
    directory: {
      async *recipients() {
        const preferences = { topics: [], reminders: true };
        yield { ...member("anna"), key: "t1:anna", isClosed: false, preferences };
        yield { unread };
      },
      channelsOf: () => [],
      unreadTeams: () => [unread],
    },
    batchIds: { message: () => "b" },
    outbox: { head: async () => undefined },
    slices: {
      async plan(_: unknown, all: () => AsyncIterable<DeliveryPlan>) {
        for await (const plan of all()) planned.push(plan);
        return "done";
      },
    },
  } as unknown as JobDeps;
  const base = anAnnouncement();
  const announcement = { ...base, network: "alfa", audience: { ...base.audience, ...audience } };
  await sendStep(deps, { announcement, network: own, topics: [] });
  return planned;
}

describe("an announcement to a network with a team that nobody could read", () => {
  it("when it is planned, then the team is accounted for by name, and its reason told", async () => {
    const planned = await plannedFor({ members: true, networks: [] });

    expect(planned.map(({ recipient }) => recipient)).toEqual(["t1:anna", "team:19:tolkarna"]);
    expect(planned[1]).toMatchObject({ name: "Tolkarna", skip: "roster-unread" });
  });

  it("when it is for channels alone, then nobody is missing", async () => {
    expect(await plannedFor({ members: false, networks: [] })).toEqual([]);
  });
});
