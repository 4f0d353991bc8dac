/** Lives through a scenario with two processes on one store, and tells what came of it. */
import type { BatchHead, Delivery } from "../../../../../src/core/outbox/delivery.ts";
import type { Log } from "../../../../../src/core/ports.ts";
import type { Card } from "../../../../../src/core/reply.ts";
import type { Meeting } from "../../../../../src/features/meetings/meeting.ts";
import { type About, aboutOf } from "../../../../../src/features/meetings/remind/sent-batches.ts";
import { sqlitePlace } from "../../../../app/both-stores.ts";
import { createPatientClock } from "../../../../app/patient-clock.ts";
import { createFaultyMessenger, seeded } from "./faulty-messenger.ts";
import { type Circumstances, foretell, momentOf } from "./foretold.ts";
import { type Instance, startInstance } from "./instance.ts";
import { isBusy } from "./is-busy.ts";
import {
  changingMeetings,
  happeningsOf,
  outageOf,
  type Scenario,
  steadyMeetings,
} from "./scenario.ts";
import { putMeeting, putNetwork, removeMeeting, skipReminder } from "./store-meetings.ts";
import { chatOf, createWorld, helsinki, keyOf, network } from "./world.ts";

export type Month = Awaited<ReturnType<typeof liveThrough>>;

const minuteMs = 60_000;
const dayMs = 86_400_000;
const strideMs = 15 * minuteMs;
/** Around the moments at which something is due the processes look as often as they really do. */
const closeLookMs = 15_000;
const roundMs = 3_000;
const mostRounds = 200;

export async function liveThrough(scenario: Scenario, seed: number) {
  const { dayOf, days } = scenario;
  const random = seeded(seed);
  const local = (text: string) => momentOf(text, helsinki);
  const begins = local(`${dayOf(0)}T06:00`);
  const ends = begins + days * dayMs;
  const clock = createPatientClock(new Date(begins));
  const problems: unknown[] = [];
  const log: Log = {
    info: () => {},
    warn: () => {},
    error: (event, error) => problems.push([event, error]),
  };

  const world = createWorld(dayOf);
  const { taken, calls, messenger } = createFaultyMessenger({
    clock,
    random,
    refuses(conversation) {
      const blocks = world.members.find(({ person }) => conversation === `chat:${person}`)?.blocks;
      if (typeof blocks !== "number" || clock.now().getTime() < local(`${dayOf(blocks)}T00:00`))
        return undefined;
      const person = world.members.find((one) => conversation === `chat:${one.person}`);
      if (person) world.closed.add(keyOf(person));
      return "blocked";
    },
    openChat(userId) {
      const found = world.members.find(({ person }) => userId === `29:${person}`);
      return found?.reached === "mention" ? undefined : found && chatOf(found.person);
    },
  });

  const place = sqlitePlace();
  const documents = await place.open({ clock, log });
  await putNetwork(documents);
  const steady = steadyMeetings(scenario);
  const { late: _, ...others } = changingMeetings(scenario);
  for (const meeting of [...steady, ...Object.values(others)]) await putMeeting(documents, meeting);
  await skipReminder(documents, "skipped", `${dayOf(5)}T14:00`, 15);

  const outage = outageOf(scenario);
  const circumstances: Circumstances = {
    members: world.members,
    outage: { from: local(outage.from), to: local(outage.to) },
    skipped: new Set([`skipped/${dayOf(5)}T14:00/15`]),
    dayBegins: (day) => local(`${dayOf(day)}T00:00`),
  };
  const happenings = happeningsOf(scenario).map((one) => ({ ...one, moment: local(one.at) }));

  let started = 0;
  const start = (): Promise<Instance> =>
    startInstance({
      name: `instance-${++started}`,
      documents,
      messenger,
      directory: world.directory,
      clock,
      log,
      random,
    });
  let instances: Instance[] = [await start(), await start()];
  let killed = 0;

  for (const moment of momentsToLook()) {
    if (moment > clock.now().getTime()) clock.advance(moment - clock.now().getTime());
    const now = clock.now().getTime();
    const isOut = now >= circumstances.outage.from && now < circumstances.outage.to;
    if (isOut) {
      for (const instance of instances) instance.kill();
      instances = [];
      continue;
    }
    while (happenings[0] && happenings[0].moment <= now) {
      const { put, remove } = happenings.shift() ?? {};
      if (put) await putMeeting(documents, put);
      if (remove) await removeMeeting(documents, remove);
    }
    while (instances.length < 2) instances.push(await start());
    await runBoth();
    for (let rounds = 0; rounds < mostRounds && (await isBusy(documents, clock)); rounds++) {
      clock.advance(roundMs);
      while (instances.length < 2) instances.push(await start());
      await runBoth();
    }
  }
  for (const instance of instances) await instance.stop();

  const batches: { readonly head: BatchHead; readonly deliveries: readonly Delivery[] }[] = [];
  const [one] = instances;
  if (!one) throw new Error("no instance is left");
  for await (const head of one.outbox.heads()) {
    const found: Delivery[] = [];
    for await (const delivery of one.outbox.deliveries(head.id)) found.push(delivery);
    batches.push({ head, deliveries: found });
  }
  const occurrence = `${dayOf(5)}T14:00`;
  const ledger = await one.reminders.ledgerOf({ network, meeting: "skipped", occurrence }, "sv");
  const deliveries = batches
    .filter(({ head }) => !head.kind.endsWith("-edit"))
    .flatMap((batch) =>
      batch.deliveries.map((delivery) => ({
        kind: batch.head.kind,
        about: aboutOf(batch.head),
        delivery,
      })),
    );
  await documents.close();
  place.remove();
  const messageOf = ({ activityId }: Delivery) =>
    activityId === undefined ? undefined : byId.get(activityId);
  const byId = new Map(taken.map((message) => [message.activityId, message]));

  return {
    calls,
    killed,
    taken,
    batches,
    deliveries,
    circumstances,
    problems,
    messageOf,
    ledger,
    moment: local,
    isGone: (recipient: string) => world.closed.has(recipient),
    /** What the message shows now. */
    shownIn(delivery: Delivery): Card | undefined {
      const message = messageOf(delivery);
      return message?.edits.at(-1)?.card ?? message?.card;
    },
    of: (meeting: string, kind: string, minutes?: number, occurrence?: string) =>
      deliveries
        .filter(
          ({ kind: its, about }: { kind: string; about: About }) =>
            its === kind &&
            about.meeting === meeting &&
            (minutes === undefined || about.minutes === minutes) &&
            (occurrence === undefined || about.occurrence === occurrence),
        )
        .map(({ delivery }) => delivery),
  };

  /** Sometimes one of them dies in the midst of what it does. */
  async function runBoth(): Promise<void> {
    const isFatal = random() < 0.02;
    const victim = instances[Math.floor(random() * instances.length)];
    const ticks = instances.map((instance) => instance.tick());
    if (isFatal && victim) {
      killed += 1;
      ticks.push(clock.sleep(random() * 1_500).then(() => victim.kill()));
    }
    await Promise.all(ticks);
    if (isFatal) instances = instances.filter((instance) => instance !== victim);
  }

  function momentsToLook(): readonly number[] {
    const strides = Array.from(
      { length: Math.ceil((ends - begins) / strideMs) },
      (_, at) => begins + at * strideMs,
    );
    const all: Meeting[] = [...steady, ...Object.values(changingMeetings(scenario))];
    const due = all
      .flatMap((meeting) => foretell(meeting, circumstances))
      .flatMap(({ comes }) => (comes.state === "delivered" ? [comes.at] : []));
    const changed = happenings.map(({ moment }) => moment);
    const moved = [`${dayOf(14)}T09:45`, `${dayOf(18)}T15:45`, `${dayOf(11)}T15:00`].map(local);
    const close = [...new Set([...due, ...changed, ...moved])].flatMap((moment) =>
      Array.from({ length: closeLookMs / roundMs }, (_, at) => moment + 1_000 + at * roundMs),
    );
    return [...new Set([...strides, ...close])].sort((a, b) => a - b);
  }
}
