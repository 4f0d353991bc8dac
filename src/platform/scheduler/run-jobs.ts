import type { Job } from "../../core/feature.ts";
import type { Log } from "../../core/ports.ts";

/**
 * Runs each job again and again, never two runs of one at once. Returns a function that stops them: no run begins any
 * more, and it resolves when those under way have ended and each job has given back what it held.
 */
export function runJobs(jobs: readonly Job[], log: Log): () => Promise<void> {
  const underWay = new Map<Job, Promise<void>>();
  const guarded = (job: Job, work: () => Promise<void>): Promise<void> =>
    work().catch((error: unknown) => log.error("job failed", error, { job: job.name }));

  const timers = jobs.map((job) =>
    setInterval(() => {
      if (underWay.has(job)) return;
      underWay.set(
        job,
        guarded(job, job.run).finally(() => underWay.delete(job)),
      );
    }, job.everyMs).unref(),
  );
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all([
      ...jobs.map((job) => job.stop && guarded(job, job.stop)),
      ...underWay.values(),
    ]);
  };
}
