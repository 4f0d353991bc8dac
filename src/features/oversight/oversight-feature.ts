/** What coordinators and admins look back on: figures, and who did what. */
import { readCommand } from "../../core/commands.ts";
import type { Feature } from "../../core/feature.ts";
import { auditColumns, auditRows, whatWasDone } from "./audit-entries.ts";
import { createFigures } from "./figures-store.ts";
import type { OversightDeps } from "./oversight-deps.ts";
import { showAudit } from "./show-audit.ts";
import { showStatistics } from "./show-statistics.ts";
import { createTallies } from "./tally.ts";

const keepEveryMs = 60_000;

export type OversightFeature = Feature & {
  /** The same feature; what comes of its questions is counted. */
  readonly counting: (feature: Feature) => Feature;
  /** The audit as rows of a file; all networks' and the shared content's unless one is named. */
  readonly audit: {
    readonly columns: readonly string[];
    readonly rows: (network?: string) => Promise<ReturnType<typeof auditRows>>;
  };
};

export function createOversightFeature(deps: OversightDeps): OversightFeature {
  const figures = createFigures(deps.jobDocuments, deps.clock);
  const tallies = createTallies(deps);
  return {
    name: "oversight",
    take(turn) {
      if (turn.type === "action") {
        const isAudit = turn.verb === "settings.save" && turn.data["act"] === "audit";
        return isAudit ? showAudit(deps, turn) : undefined;
      }
      if (turn.type !== "message" || readCommand(turn.text)?.name !== "statistics")
        return undefined;
      return showStatistics(deps, { figures, tallies }, turn);
    },
    jobs: [{ name: "figures", everyMs: keepEveryMs, run: figures.keep, stop: figures.keep }],
    counting: (feature) => ({
      ...feature,
      async take(turn) {
        const outcome = await feature.take(turn);
        if (outcome) figures.note(turn, outcome);
        return outcome;
      },
    }),
    audit: {
      columns: auditColumns,
      async rows(network) {
        const all = deps.library.networks().map(({ id }) => id);
        const wanted = network === undefined ? [undefined, ...all] : [network];
        return auditRows(await whatWasDone(deps, deps.jobDocuments, wanted));
      },
    },
  };
}
