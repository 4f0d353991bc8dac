import { BotError } from "../../../../src/core/errors.ts";
import type { Delivery } from "../../../../src/core/outbox/delivery.ts";
import type { Document, Documents } from "../../../../src/core/ports.ts";
import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import { createRsvps } from "../../../../src/features/meetings/remind/rsvp.ts";
import { digest } from "../../../../src/platform/system/digest.ts";
import { sqlitePlace } from "../../../app/both-stores.ts";
import { createPatientClock } from "../../../app/patient-clock.ts";
import { createFaultyMessenger } from "./simulation/faulty-messenger.ts";
import { startInstance } from "./simulation/instance.ts";
import { putMeeting, putNetwork } from "./simulation/store-meetings.ts";
import { announcements, chatOf, createWorld, network } from "./simulation/world.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** At 11:00 UTC. */
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

type Call = { readonly method: string; readonly args: readonly unknown[] };

async function start(from: string, meetings: readonly Meeting[] = [meeting]) {
  const clock = createPatientClock(new Date(from));
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const place = sqlitePlace();
  const stored = await place.open({ clock, log });
  const calls: Call[] = [];
  const onCall: { act: (call: Call) => void } = { act: () => {} };
  const documents = watched(stored, (call) => {
    calls.push(call);
    onCall.act(call);
  });
  const world = createWorld(() => "2026-12-01");
  const { messenger, taken } = createFaultyMessenger({
    clock,
    random: () => 0.5,
    refuses: () => undefined,
    openChat: (userId) => chatOf(userId.slice(3)),
  });
  await putNetwork(stored);
  for (const one of meetings) await putMeeting(stored, one);
  const bot = await startInstance({
    name: "bot",
    documents,
    messenger,
    directory: world.directory,
    clock,
    log,
    random: () => 0.5,
  });
  return {
    bot,
    clock,
    stored,
    world,
    taken,
    calls,
    onCall,
    async runFor(ms: number) {
      for (const until = clock.now().getTime() + ms; clock.now().getTime() < until; ) {
        await bot.tick();
        clock.advance(2_000);
      }
    },
    async deliveries() {
      const all: Delivery[] = [];
      for await (const { id } of bot.outbox.heads("reminder:")) {
        for await (const delivery of bot.outbox.deliveries(id)) all.push(delivery);
      }
      return all;
    },
    async stop() {
      await bot.stop();
      await stored.close();
      place.remove();
    },
  };
}

describe("reminders", () => {
  it("when the store fails while the channel's post is planned, then it is posted all the same", async () => {
    const { runFor, onCall, deliveries, stop } = await start("2026-11-26T08:59:30Z");
    let failed = 0;
    onCall.act = ({ method, args: [container, partition, doc] }) => {
      const isCards = method === "create" && (doc as Document).type === "cards";
      if (failed > 0 || container !== "deliveries" || !isCards) return;
      if (!String(partition).endsWith(":120")) return;
      failed += 1;
      throw new BotError("store-unavailable");
    };

    await runFor(3 * minute);
    const all = await deliveries();
    await stop();

    expect(failed).toBe(1);
    const post = all.find(({ recipient }) => recipient === announcements.conversationId);
    expect(post?.state).toBe("delivered");
    expect(all.find(({ recipient }) => recipient === "t:plain-0")?.state).toBe("delivered");
  });

  it("when somebody changes their zone just before, then they get a card in the network's", async () => {
    const { runFor, world, deliveries, stop } = await start("2026-11-26T08:55:00Z");
    await runFor(4 * minute);
    changeMember(world, "plain-0", { timeZone: "Asia/Tokyo" });

    await runFor(2 * minute);
    const theirs = (await deliveries()).find(({ recipient }) => recipient === "t:plain-0");
    await stop();

    expect(theirs).toMatchObject({ state: "delivered", variant: "sv|Europe/Helsinki" });
  });

  it("when somebody answers after a few were told early, then the channel's post shows it in the end", async () => {
    const { runFor, world, stored, clock, taken, stop } = await start("2026-11-26T07:50:00Z");
    // One person's reminder leaves before ten, and with it the cards are drawn up.
    changeMember(world, "plain-0", {
      preferences: { topics: [], reminders: true, quietFrom: "10:00", quietTo: "12:00" },
    });
    await runFor(30 * minute);
    const occasion = { network: network.id, meeting: meeting.id, occurrence: meeting.start };
    const rsvps = createRsvps({ documents: stored, digest });
    await rsvps.answer(occasion, "t:plain-0", "yes", clock.now(), "press");

    await runFor(60 * minute);
    await stop();

    const post = taken.find(({ conversation }) => conversation === announcements.conversationId);
    expect(post?.edits).toHaveLength(1);
    expect(post?.edits.at(-1)?.card.view["counts"]).toContain("Ja: 1");
  });

  it("when reminders with the longest lead time were sent weeks ago, then they are not looked at again", async () => {
    const early = { ...meeting, remind: [40_320] };
    const { runFor, clock, calls, stop } = await start("2026-11-01T11:00:00Z", [early]);
    const readsAMinute = async () => {
      const before = calls.length;
      await runFor(minute);
      return calls.slice(before).filter(({ method }) => method === "read").length;
    };
    await runFor(2 * minute);
    const reads = await readsAMinute();

    clock.advance(22 * day);
    await runFor(minute);
    const readsLater = await readsAMinute();
    await stop();

    expect(readsLater).toBeLessThanOrEqual(reads + 2);
  });

  it("when a team's roster is slow to come, then another meeting's post does not wait for it", async () => {
    const other = { ...meeting, id: "other", start: "2026-11-26T13:01" };
    const { bot, runFor, world, clock, stop } = await start("2026-11-26T08:55:00Z", [
      meeting,
      other,
    ]);
    await runFor(4 * minute);
    const roster = Promise.withResolvers<void>();
    const { recipients } = world.directory;
    world.directory.recipients = async function* (id) {
      await roster.promise;
      yield* recipients(id);
    };
    const job = (name: string) => bot.reminders.jobs.find((one) => one.name === name)?.run();
    const posted = async () => {
      const found: string[] = [];
      for await (const { id } of bot.outbox.heads("reminder:")) {
        const post = await bot.outbox.delivery(id, announcements.conversationId);
        if (post) found.push(id.split(":")[2] ?? "");
      }
      return found;
    };

    clock.advance(Date.parse("2026-11-26T09:00:01Z") - clock.now().getTime());
    await job("reminders");
    const own = job("people's own reminders");
    clock.advance(minute);
    await job("reminders");
    const postedMeanwhile = await posted();
    roster.resolve();
    await own;
    await stop();

    expect(postedMeanwhile.sort()).toEqual(["other", "traff"]);
  });
});

function changeMember(
  { members }: ReturnType<typeof createWorld>,
  person: string,
  change: Partial<ReturnType<typeof createWorld>["members"][number]>,
): void {
  const member = members.find((one) => one.person === person);
  if (member) Object.assign(member, change);
}

function watched(documents: Documents, see: (call: Call) => void): Documents {
  return new Proxy(documents, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      return async (...args: unknown[]) => {
        see({ method: String(name), args });
        return (method as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}
