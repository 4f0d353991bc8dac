import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import { startSmallBot } from "./simulation/small-bot.ts";
import { skipReminder } from "./simulation/store-meetings.ts";
import { network } from "./simulation/world.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** The reminder's moment, six in the morning, lies in most people's quiet hours. */
const early: Meeting = {
  id: "traff",
  network: network.id,
  titleSv: "Träff",
  start: "2026-11-26T08:00",
  minutes: 60,
  audience: "members",
  channel: "announcements",
  except: [],
  moved: [],
  remind: [120],
  status: "planned",
};

const batch = `reminder:${network.id}:traff:${early.start}:120`;

/** The evening before, no instance ran from six to ten: what was due then waits for seven in the morning. */
async function untilTheNight() {
  const bot = await startSmallBot({ at: "2026-11-25T14:00:00Z", meeting: early });
  await bot.runFor(10_000);
  bot.clock.advance(6 * hourMs);
  await bot.runFor(20_000);
  const waiting = (await bot.deliveries(batch))
    .filter(({ state }) => state === "planned")
    .map(({ recipient }) => recipient);
  return { bot, waiting };
}

async function toTheMorning({ clock, runFor }: Awaited<ReturnType<typeof startSmallBot>>) {
  clock.advance(Date.parse("2026-11-26T03:59:00Z") - clock.now().getTime());
  await runFor(3 * minuteMs, 3_000);
  clock.advance(Date.parse("2026-11-26T04:59:00Z") - clock.now().getTime());
  await runFor(5 * minuteMs, 3_000);
}

describe("a reminder that waits for the morning", () => {
  it("when nothing happens, then it is sent then", async () => {
    const { bot, waiting } = await untilTheNight();
    await toTheMorning(bot);

    expect(waiting.length).toBeGreaterThan(10);
    const sent = await bot.deliveries(batch);
    for (const name of waiting)
      expect(sent.find(({ recipient }) => recipient === name)?.state).toBe("delivered");
    await bot.end();
  });

  it("when a coordinator decides that it is not sent, then it is not", async () => {
    const { bot, waiting } = await untilTheNight();
    await skipReminder(bot.documents, early.id, early.start, 120);
    await toTheMorning(bot);

    const sent = await bot.deliveries(batch);
    for (const name of waiting)
      expect(sent.find(({ recipient }) => recipient === name)?.reason).toBe("coordinator");
    await bot.end();
  });

  it("when the last lead time is removed, then it is closed; when it is back, then it is sent once", async () => {
    const { bot, waiting } = await untilTheNight();
    await bot.put({ ...early, remind: [] });
    await bot.runFor(20_000);
    const closed = await bot.outbox.head(batch);
    await bot.put(early);
    await bot.runFor(20_000);
    await toTheMorning(bot);

    expect(closed?.state).toBe("stopped");
    const sent = (await bot.deliveries(batch))
      .filter(({ state }) => state === "delivered")
      .map(({ recipient }) => recipient);
    expect(sent).toEqual(expect.arrayContaining(waiting));
    expect(new Set(sent).size).toBe(sent.length);
    await bot.end();
  });
});
