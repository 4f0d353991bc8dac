/** Once a day takes away what was kept for as long as it may be. */
import type { Job } from "../../core/feature.ts";
import type { PersonalDataSource } from "../../core/personal-data.ts";
import type { Document } from "../../core/ports.ts";
import type { PrivacyDeps } from "./privacy-deps.ts";

type Sweep = Document & { readonly type: "sweep" };

const everyMs = 3_600_000;
const dayMs = 24 * 3_600_000;

export function createSweepJob(
  { jobDocuments, clock, log }: Pick<PrivacyDeps, "jobDocuments" | "clock" | "log">,
  sources: () => readonly PersonalDataSource[],
): Job {
  return {
    name: "what is kept long enough",
    everyMs,
    async run() {
      const now = clock.now();
      const day = now.toISOString().slice(0, 10);
      const doc: Sweep = { id: day, type: "sweep", v: 1 };
      const expiresAt = new Date(now.getTime() + 2 * dayMs);
      const taken = await jobDocuments.create("claims", "sweep", doc, { expiresAt });
      if (taken === "exists") return;
      for (const source of sources()) {
        try {
          await source.sweep?.(now);
        } catch (error) {
          log.error("old data not taken away, tried again tomorrow", error, {
            source: source.name,
          });
        }
      }
    },
  };
}
