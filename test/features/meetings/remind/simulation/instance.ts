/** One process of the bot, as far as reminders go: everything between the store and Teams is the real thing. */

import type { Directory } from "../../../../../src/core/directory.ts";
import type { Job } from "../../../../../src/core/feature.ts";
import { createLibrary } from "../../../../../src/core/library.ts";
import { createOutbox } from "../../../../../src/core/outbox/create-outbox.ts";
import { createSender } from "../../../../../src/core/outbox/send-batches.ts";
import type { Clock, Documents, Log, Messenger } from "../../../../../src/core/ports.ts";
import { createReminders } from "../../../../../src/features/meetings/remind/reminders.ts";
import { digest } from "../../../../../src/platform/system/digest.ts";

const rate = 25;

export type Instance = Awaited<ReturnType<typeof startInstance>>;

export async function startInstance(deps: {
  readonly name: string;
  readonly documents: Documents;
  readonly messenger: Messenger;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
}) {
  const { clock, log, directory } = deps;
  let isAlive = true;
  const death = Promise.withResolvers<void>();
  let ids = 0;
  const newId = () => `${deps.name}-${++ids}`;
  const documents = mortal(deps.documents, () => isAlive);
  const messenger = mortal(deps.messenger, () => isAlive);

  const library = createLibrary({
    documents,
    index: { putTexts: () => {}, putPeople: () => {}, remove: () => {} } as never,
    kinds: ["network", "network-settings", "meeting", "meeting-state"].map((type) => ({ type })),
  });
  const sender = createSender({
    documents,
    messenger,
    clock,
    log,
    digest,
    newId,
    rate,
    jitter: deps.random,
  });
  const outbox = createOutbox({ documents, clock, digest, wake: sender.wake });
  const reminders = createReminders({
    documents,
    jobDocuments: documents,
    library,
    directory,
    outbox,
    jobOutbox: outbox,
    audit: { record: async () => {} },
    clock,
    log,
    digest,
    newToken: newId,
    calendarUrl: (token) => `https://kollega.example/calendar/${token}.ics`,
    admins: [],
  });
  await library.refresh();

  const refresh: Job = { name: "refresh", everyMs: 3_000, run: () => library.refresh() };
  const jobs = [refresh, ...reminders.jobs, sender];
  const ranAt = new Map<Job, number>();

  return {
    reminders,
    outbox,
    /** Every job whose time has come, one after the other. */
    tick: () => Promise.race([tick(), death.promise]),
    /** SIGKILL: from now on nothing it does comes through. */
    kill(): void {
      isAlive = false;
      death.resolve();
    },
    stop: () => sender.stop(),
  };

  async function tick(): Promise<void> {
    for (const job of jobs) {
      if (!isAlive) return;
      const now = clock.now().getTime();
      if (now - (ranAt.get(job) ?? 0) < job.everyMs) continue;
      ranAt.set(job, now);
      try {
        await job.run();
      } catch (error) {
        if (isAlive) log.error("job failed", error, { job: job.name });
      }
    }
  }
}

/** Calls of a process that is gone are never answered; those on their way reach the other end all the same. */
function mortal<T extends object>(port: T, isAlive: () => boolean): T {
  return new Proxy(port, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      return async (...args: unknown[]) => {
        if (!isAlive()) return never;
        const answer: unknown = await (method as (...all: unknown[]) => unknown).apply(
          target,
          args,
        );
        return isAlive() ? answer : never;
      };
    },
  });
}

const never = new Promise<never>(() => {});
