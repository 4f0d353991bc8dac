import type { BatchHead, Delivery } from "../../../../src/core/outbox/delivery.ts";
import type { Documents } from "../../../../src/core/ports.ts";
import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import {
  type MeetingStateDocument,
  meetingStateId,
} from "../../../../src/features/meetings/meeting-state.ts";
import { sqlitePlace } from "../../../app/both-stores.ts";
import { createPatientClock } from "../../../app/patient-clock.ts";
import { createFaultyMessenger } from "./simulation/faulty-messenger.ts";
import { type Instance, startInstance } from "./simulation/instance.ts";
import { putMeeting, putNetwork } from "./simulation/store-meetings.ts";
import { chatOf, createWorld, network } from "./simulation/world.ts";

const meeting: Meeting = {
  id: "traff",
  network: network.id,
  titleSv: "Träff",
  start: "2026-11-26T13:00",
  minutes: 60,
  audience: "both",
  channel: "announcements",
  except: [],
  moved: [],
  remind: [120],
  status: "planned",
};

/** Everything one process sends and notes of a change, and another after it. */
async function changeAndDie(after: Meeting, calls: number) {
  const clock = createPatientClock(new Date("2026-11-26T08:59:30Z"));
  const errors: unknown[] = [];
  const log = {
    info: () => {},
    warn: () => {},
    error: (_: string, error: unknown) => errors.push(error),
  };
  const place = sqlitePlace();
  const documents = await place.open({ clock, log });
  const world = createWorld(() => "2026-12-01");
  const { messenger, taken } = createFaultyMessenger({
    clock,
    random: () => 0.5,
    refuses: () => undefined,
    openChat: (userId) => chatOf(userId.slice(3)),
  });
  let left = Number.POSITIVE_INFINITY;
  const start = (name: string, store: Documents): Promise<Instance> =>
    startInstance({
      name,
      documents: store,
      messenger,
      directory: world.directory,
      clock,
      log,
      random: () => 0.5,
    });
  const runFor = async (bot: Instance, ms: number) => {
    for (const until = clock.now().getTime() + ms; clock.now().getTime() < until; ) {
      await bot.tick();
      clock.advance(2_000);
    }
  };
  await putNetwork(documents);
  await putMeeting(documents, meeting);
  const counted = countingDown(documents, () => {
    left -= 1;
    if (left === 0) first.kill();
  });
  const first = await start("first", counted);
  await runFor(first, 90_000);
  await putMeeting(documents, after);
  left = calls;
  await runFor(first, 30_000);
  const isDead = left <= 0;
  first.kill();
  const second = await start("second", documents);
  await runFor(second, 150_000);

  const sent: { readonly head: BatchHead; readonly delivery: Delivery }[] = [];
  for await (const head of second.outbox.heads()) {
    for await (const delivery of second.outbox.deliveries(head.id)) sent.push({ head, delivery });
  }
  const state = await documents.read<MeetingStateDocument>(
    "content",
    network.id,
    meetingStateId(meeting.id),
  );
  await second.stop();
  await documents.close();
  place.remove();
  const of = (kind: string) =>
    sent.filter(({ head }) => head.kind === kind).map(({ delivery }) => delivery);
  return { isDead, errors, taken, of, state: state?.doc.value };
}

const told = (deliveries: readonly Delivery[]) =>
  deliveries
    .filter(({ state }) => state === "delivered" || state === "unknown")
    .map(({ recipient }) => recipient)
    .sort();

describe("when a process dies while it tells of a change", () => {
  it.each([1, 4, 9, 14, 19, 24, 29, 34, 39, 44, 49, 59, 69, 79, 89, 99, 109, 119, 129])(
    "at its %i. call to the store, then everybody who was told hears of a move, once",
    async (calls) => {
      const { isDead, errors, of, state, taken } = await changeAndDie(
        { ...meeting, start: "2026-11-27T10:00" },
        calls,
      );

      expect(errors).toEqual([]);
      expect(isDead).toBe(true);
      expect(told(of("reminder")).length).toBeGreaterThan(15);
      expect(told(of("reminder-moved"))).toEqual(told(of("reminder")));
      expect([state?.version, state?.known?.start]).toEqual([1, "2026-11-27T10:00"]);
      const twice = of("reminder-moved").filter(
        ({ possibleDuplicate, deliveredTo }) =>
          !possibleDuplicate &&
          taken.filter(
            ({ conversation, card }) =>
              conversation === deliveredTo?.conversationId && card.summary.startsWith("Ny tid"),
          ).length > 1,
      );
      expect(twice).toEqual([]);
    },
    30_000,
  );

  it.each([1, 9, 19, 29, 39, 59, 79, 89, 99, 109, 129])(
    "at its %i. call to the store, then everybody who was told hears that it is cancelled, once",
    async (calls) => {
      const { of, taken } = await changeAndDie({ ...meeting, status: "cancelled" }, calls);

      expect(told(of("reminder-cancelled"))).toEqual(told(of("reminder")));
      const reminders = of("reminder").filter(({ state }) => state === "delivered");
      for (const { activityId } of reminders) {
        const message = taken.find((one) => one.activityId === activityId);
        const shown = message?.edits.at(-1)?.card.view["cancelled"] ?? "";
        expect(shown).not.toBe("");
      }
    },
    30_000,
  );
});

function countingDown(documents: Documents, count: () => void): Documents {
  return new Proxy(documents, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      return (...args: unknown[]) => {
        count();
        return (method as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}
