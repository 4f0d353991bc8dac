/**
 * What follows from decisions: the content is there, whoever asked in the forum and whoever proposed it are told. Done
 * on every instance until it is noted as done; nothing of it is done twice.
 */
import type { Draft, Network } from "../../../core/content.ts";
import { draftType } from "../../../core/drafts.ts";
import type { Job } from "../../../core/feature.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { checkRow } from "../entry/check-entry.ts";
import { readDraft, writeDraft } from "./draft-store.ts";
import { publish } from "./publish.ts";
import { tellProposer } from "./tell-proposer.ts";

const everyMs = 2_000;

export function createSettleJob(given: CurationDeps): Job {
  const deps: CurationDeps = { ...given, documents: given.jobDocuments };
  return {
    name: "curation",
    everyMs,
    async run() {
      const failures: unknown[] = [];
      for (const { value } of deps.library.contentOf<Draft>(draftType)) {
        if (value.decidedBy === undefined || value.settledAt !== undefined) continue;
        const network = deps.library.networks().find(({ id }) => id === value.network);
        if (!network) continue;
        try {
          await settle(deps, network, value);
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

async function settle(deps: CurationDeps, network: Network, draft: Draft): Promise<void> {
  const { kind, decidedBy: by = "", state } = draft;
  if (state === "approved") {
    const checked = checkRow(deps, kind, draft.row);
    if (checked.ok) await publish(deps, { ...checked, kind, by });
  }
  await deps.draftDecided(draft);
  // Of an answer from the forum its author is told there.
  if (draft.discussion === undefined) await tellProposer(deps, network, draft);
  const stored = await readDraft(deps, draft.network, draft.id);
  if (!stored || stored.doc.value.decidedAt !== draft.decidedAt) return;
  // Written by somebody else meanwhile: the next round sees to it.
  await writeDraft(deps, stored, {
    ...stored.doc.value,
    settledAt: deps.clock.now().toISOString(),
  });
}
