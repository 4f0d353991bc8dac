import type { Delivery } from "../../../../src/core/outbox/delivery.ts";
import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import { sqlitePlace } from "../../../app/both-stores.ts";
import { createPatientClock } from "../../../app/patient-clock.ts";
import { createFaultyMessenger } from "./simulation/faulty-messenger.ts";
import { startInstance } from "./simulation/instance.ts";
import { putMeeting, putNetwork } from "./simulation/store-meetings.ts";
import { chatOf, createWorld, network } from "./simulation/world.ts";

const minuteMs = 60_000;
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
  remind: [120, 15],
  status: "planned",
};
const whole = 0.5;
const throttled = 0.025;

/** The reminder two hours ahead is cut off after ten messages; then the meeting changes, and Teams recovers. */
async function changeUnderWay(after: Meeting, goOnMs: number, afterMs = 40_000) {
  const clock = createPatientClock(new Date("2026-11-26T08:59:30Z"));
  const errors: unknown[] = [];
  const log = {
    info: () => {},
    warn: () => {},
    error: (_: string, error: unknown) => errors.push(error),
  };
  const place = sqlitePlace();
  const documents = await place.open({ clock, log });
  let isBusy = true;
  const teams = createFaultyMessenger({
    clock,
    random: () => (isBusy && teams.taken.length >= 10 ? throttled : whole),
    refuses: () => undefined,
    openChat: (userId) => chatOf(userId.slice(3)),
  });
  await putNetwork(documents);
  await putMeeting(documents, meeting);
  const bot = await startInstance({
    name: "bot",
    documents,
    messenger: teams.messenger,
    directory: createWorld(() => "2026-12-01").directory,
    clock,
    log,
    random: () => whole,
  });
  const tickUntil = async (until: number) => {
    while (clock.now().getTime() < until) {
      await bot.tick();
      clock.advance(1_000);
    }
  };
  const begins = clock.now().getTime();
  await tickUntil(begins + afterMs);
  await putMeeting(documents, after);
  await tickUntil(clock.now().getTime() + 10_000);
  isBusy = false;
  await tickUntil(clock.now().getTime() + goOnMs);

  const sent: { readonly batch: string; readonly kind: string; readonly delivery: Delivery }[] = [];
  for await (const { id, kind } of bot.outbox.heads()) {
    for await (const delivery of bot.outbox.deliveries(id))
      sent.push({ batch: id, kind, delivery });
  }
  await bot.stop();
  await documents.close();
  place.remove();
  const byId = new Map(teams.taken.map((message) => [message.activityId, message]));
  return {
    errors,
    taken: teams.taken,
    of: (kind: string, part = "") =>
      sent
        .filter((one) => one.kind === kind && one.batch.includes(part))
        .map(({ delivery }) => delivery),
    shownIn: ({ activityId = "" }: Delivery) => {
      const message = byId.get(activityId);
      return JSON.stringify(message?.edits.at(-1)?.card ?? message?.card);
    },
  };
}

const isTold = ({ state }: Delivery) => state === "delivered" || state === "unknown";
const namesOf = (deliveries: readonly Delivery[]) =>
  deliveries.filter(isTold).map(({ recipient }) => recipient);

describe("when a meeting changes while its reminder is being sent", () => {
  it("then after a new name everybody gets the reminder once, and every card has the name", async () => {
    const after = await changeUnderWay({ ...meeting, titleSv: "Nytt namn" }, 6 * minuteMs);

    const reminded = after.of("reminder", ":120");
    const names = namesOf(reminded);
    expect(after.errors).toEqual([]);
    expect(reminded.some(({ reason }) => reason === "updated")).toBe(true);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(20);
    for (const delivery of reminded.filter(isTold)) {
      if (delivery.language === "sv") expect(after.shownIn(delivery)).toContain("Nytt namn");
    }
  });

  it.each([40_000, 2 * minuteMs])(
    "then if a longer lead time is added after %i ms, everybody gets the reminder once all the same",
    async (afterMs) => {
      const longer = { ...meeting, remind: [1440, 120, 15] };
      const after = await changeUnderWay(longer, 6 * minuteMs, afterMs);

      const names = namesOf(after.of("reminder", ":120"));
      expect(after.errors).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      expect(names.length).toBeGreaterThan(20);
      expect(namesOf(after.of("reminder", ":1440"))).toEqual([]);
    },
  );

  it("then after a move those who had it hear of that, and the others get it at the new time", async () => {
    const after = await changeUnderWay({ ...meeting, start: "2026-11-26T14:00" }, 65 * minuteMs);

    const first = after.of("reminder", "T13:00:120");
    const second = after.of("reminder", "T14:00:120");
    const names = [...namesOf(first), ...namesOf(second)];
    expect(after.errors).toEqual([]);
    // Two had their own lead time, which was past when the meeting was planned.
    expect(namesOf(first).length).toBe(8);
    expect(first.some(({ reason }) => reason === "moved")).toBe(true);
    expect(namesOf(after.of("reminder-moved")).sort()).toEqual(
      namesOf(after.of("reminder", "T13:00:")).sort(),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(20);
  }, 60_000);
});
