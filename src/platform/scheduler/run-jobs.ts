import type { Job } from "../../core/feature.ts";
import type { Log } from "../../core/ports.ts";

/** Runs each job again and again, never two runs of one at once. Returns a function that stops them. */
export function runJobs(jobs: readonly Job[], log: Log): () => void {
  const timers = jobs.map((job) => {
    let isRunning = false;
    return setInterval(() => {
      if (isRunning) return;
      isRunning = true;
      job
        .run()
        .catch((error: unknown) => log.error("job failed", error, { job: job.name }))
        .finally(() => {
          isRunning = false;
        });
    }, job.everyMs).unref();
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
