/** What questions without an answer hold about coordinators: who took them off the list. */
import { changeContent } from "../../../core/change-content.ts";
import { type Gap, sharedPartition } from "../../../core/content.ts";
import {
  type DataSubject,
  formerMember,
  type PersonalDataSource,
} from "../../../core/personal-data.ts";
import { withoutTrace } from "../../../core/traces.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { gapType } from "../list/gather-sources.ts";

type Deps = Pick<CurationDeps, "jobDocuments" | "library" | "clock"> & {
  /** How long they are kept. What belongs to several networks, or none, lies in `sharedPartition`. */
  readonly keptDays: (partition: string) => number;
};

const dayMs = 24 * 3_600_000;

export function gapData(deps: Deps): PersonalDataSource {
  const { jobDocuments: documents, library, clock, keptDays } = deps;
  const partitions = () => [sharedPartition, ...library.networks().map(({ id }) => id)];
  const changeIn = (partition: string, change: (gap: Gap) => Gap | "erase") =>
    changeContent<Gap>({ documents, library, clock }, { partition, type: gapType }, change);

  return {
    name: "gaps-seen-to",
    describe: (language) => {
      const { gaps } = textsIn(language).curation.personalData;
      return { ...gaps, kept: gaps.kept(Math.max(...partitions().map(keptDays))) };
    },
    find: async ({ key }, language) =>
      library
        .contentOf<Gap>(gapType)
        .filter(({ value }) => value.doneBy === key)
        .map(({ value: { text, at, doneAt } }) => ({
          text: textsIn(language).curation.personalData.lines.sawTo(text),
          value: { question: text, at, ...(doneAt !== undefined && { doneAt }) },
        })),
    async erase(of) {
      for (const partition of partitions()) {
        await changeIn(partition, (gap) => forgetIn(gap, of));
      }
    },
    async sweep(now) {
      for (const partition of partitions()) {
        const oldest = new Date(now.getTime() - keptDays(partition) * dayMs).toISOString();
        await changeIn(partition, (gap) => (gap.at <= oldest ? "erase" : gap));
      }
    },
  };
}

function forgetIn(gap: Gap, of: DataSubject): Gap {
  const text = withoutTrace(gap.text, of, textsIn(gap.language).privacy.formerMember);
  const isTheirs = gap.doneBy === of.key;
  if (text === gap.text && !isTheirs) return gap;
  return { ...gap, text, ...(isTheirs && { doneBy: formerMember }) };
}
