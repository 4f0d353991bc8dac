/** Reminders as the rest of the feature sees them. */
import type { Network } from "../../../core/content.ts";
import type { Job, Outcome } from "../../../core/feature.ts";
import type { Language } from "../../../core/language.ts";
import { keptDaysOf } from "../../../core/network-settings.ts";
import type { Turn } from "../../../core/turn.ts";
import type { MeetingsDeps } from "../meetings-deps.ts";
import { answerPress } from "./answer-press.ts";
import { createBatchIds } from "./batch-ids.ts";
import { createCensus } from "./census.ts";
import { loadFinnishHolidays } from "./finnish-holidays.ts";
import { type LedgerLine, ledgerOf } from "./ledger.ts";
import { createRemindJob } from "./remind-job.ts";
import { createRsvps } from "./rsvp.ts";
import { createShowCounts } from "./show-counts.ts";

export type { LedgerLine } from "./ledger.ts";

export type Reminders = {
  readonly jobs: readonly Job[];
  /** Presses of a reminder's own buttons. */
  readonly take: (turn: Turn) => Promise<Outcome | undefined>;
  /** What became of an occurrence's reminders, longest lead time first. */
  readonly ledgerOf: (
    of: { readonly network: Network; readonly meeting: string; readonly occurrence: string },
    language: Language,
  ) => Promise<readonly LedgerLine[]>;
};

/** Together with the sender's own delay the first reminder leaves within 15 seconds. */
const everyMs = 3_000;
/** Asks nobody while there is nothing to do. */
const tellEveryMs = 1_000;
const renewEveryMs = 60_000;

export function createReminders(deps: MeetingsDeps): Reminders {
  const { documents, jobDocuments, jobOutbox, digest } = deps;
  const batchIds = createBatchIds(digest);
  const census = createCensus(deps);
  const keptDays = (network: string) => keptDaysOf(deps.library, network, "keepAnswers");
  const jobDeps = {
    ...deps,
    documents: jobDocuments,
    outbox: jobOutbox,
    batchIds,
    census,
    rsvps: createRsvps({ documents: jobDocuments, digest, keptDays }),
  };
  const pressDeps = { ...deps, batchIds, rsvps: createRsvps({ documents, digest, keptDays }) };

  const remind = onceLoaded((isHoliday) => createRemindJob({ ...jobDeps, isHoliday }));
  const showCounts = onceLoaded((isHoliday) => createShowCounts({ ...jobDeps, isHoliday }));

  return {
    jobs: [
      { name: "reminders", everyMs, run: async () => (await remind()).run() },
      {
        name: "people's own reminders",
        everyMs: tellEveryMs,
        run: async () => (await remind()).tellPeople(),
      },
      { name: "answers on shared cards", everyMs, run: async () => (await showCounts())() },
      { name: "who is reminded when", everyMs: renewEveryMs, run: () => census.renew() },
    ],
    take: (turn) => answerPress(pressDeps, turn),
    ledgerOf: (of, language) => ledgerOf(pressDeps, of, language),
  };
}

/** Made when it is first asked for, once the holidays are there. */
function onceLoaded<T>(
  create: (isHoliday: Awaited<ReturnType<typeof loadFinnishHolidays>>) => T,
): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= loadFinnishHolidays()
      .then(create)
      .catch((error: unknown) => {
        made = undefined;
        throw error;
      });
    return made;
  };
}
