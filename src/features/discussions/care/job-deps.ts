import type { Discussion, Network } from "../../../core/content.ts";
import type { TurnDeps } from "../discussions-deps.ts";

/** What the job works with: all of it waits for the store as long as jobs may. */
export type JobDeps = TurnDeps;

export type Of = { readonly discussion: Discussion; readonly network: Network };

/** "again": something is under way, look again in the next round. */
export type Step = "done" | "again";
