/** What people said of answers, and asked in vain: under a name that only they can be found by (`pseudonymOf`). */
import { removeContent } from "../../core/change-content.ts";
import { type Gap, type Practice, partitionOf } from "../../core/content.ts";
import { dayAt, dayInWords } from "../../core/dates.ts";
import type { Library } from "../../core/library.ts";
import { keptDaysOf } from "../../core/network-settings.ts";
import {
  type DataSubject,
  type PersonalDataSource,
  pseudonymOf,
} from "../../core/personal-data.ts";
import type { Clock, Digest, Document, Documents, Query } from "../../core/ports.ts";
import { eraseAll, eraseOne, listOf } from "../../core/query-all.ts";
import { textsIn } from "../../texts/texts.ts";
import type { VoteValue } from "./feedback-store.ts";

type Deps = {
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  readonly library: Pick<Library, "networks" | "contentOf" | "saw">;
  readonly clock: Clock;
  readonly digest: Digest;
};

type Noted = Document & { readonly value: { readonly at: string } };

const dayMs = 24 * 3_600_000;

export const feedbackData = (deps: Deps): readonly PersonalDataSource[] => [
  {
    ...ofOpinions(deps),
    name: "opinions",
    describe: (language) => {
      const { opinions } = textsIn(language).privacy.kinds;
      return { ...opinions, kept: opinions.kept(longest(deps)) };
    },
    async find(of, language) {
      const { lines } = textsIn(language).privacy;
      const found = await notedBy<Document & { value: VoteValue }>(deps, "vote", of);
      return found.map(({ value }) => {
        const practice = deps.library
          .contentOf<Practice>("practice")
          .find((one) => one.value.id === value.practice)?.value;
        const title = practice?.title ?? value.practice;
        return { text: lines.opinion(title, value.value === "up"), value: { ...value } };
      });
    },
  },
  {
    name: "unanswered-questions",
    describe: (language) => {
      const { gaps } = textsIn(language).privacy.kinds;
      return { ...gaps, kept: gaps.kept(longest(deps)) };
    },
    async find(of, language) {
      const { lines } = textsIn(language).privacy;
      const found = await notedBy<Document & { value: Gap }>(deps, "gap", of);
      return found.map(({ value }) => {
        const day = dayInWords(dayAt(new Date(value.at), "UTC"), language);
        return { text: lines.gap(value.text, day), value: { ...value } };
      });
    },
    // Their time is up as the coordinator's list says, which shows them (curation).
    async erase(of) {
      const by = pseudonymOf(deps.digest, of);
      for (const partition of partitions(deps)) {
        await removeContent(deps, noted(partition, "gap", by));
      }
    },
  },
];

const partitions = ({ library }: Deps): readonly string[] => [
  partitionOf(undefined),
  ...library.networks().map(({ id }) => id),
];

const noted = (
  partition: string,
  type: string,
  by?: string,
): Query & { readonly container: "content" } => ({
  container: "content",
  partition,
  where: [
    { field: "type", equals: type },
    ...(by === undefined ? [] : [{ field: "by", equals: by }]),
  ],
});

async function notedBy<T extends Document>(
  deps: Deps,
  type: string,
  of: DataSubject,
): Promise<readonly T[]> {
  const by = pseudonymOf(deps.digest, of);
  const found = await Promise.all(
    partitions(deps).map((partition) => listOf<T>(deps.documents, noted(partition, type, by))),
  );
  return found.flat().map(({ doc }) => doc);
}

/** Opinions are in nobody's memory, so nothing of them stays. */
const ofOpinions = (deps: Deps): Pick<PersonalDataSource, "erase" | "sweep"> => ({
  async erase(of) {
    const by = pseudonymOf(deps.digest, of);
    for (const partition of partitions(deps)) {
      await eraseAll(deps.documents, noted(partition, "vote", by));
    }
  },
  async sweep(now) {
    for (const partition of partitions(deps)) {
      const keptMs = keptDaysOf(deps.library, partition, "keepQuestions") * dayMs;
      for (const { doc } of await listOf<Noted>(deps.documents, noted(partition, "vote"))) {
        const isOld = Date.parse(doc.value.at) + keptMs <= now.getTime();
        if (isOld) await eraseOne(deps.documents, { container: "content", partition, id: doc.id });
      }
    }
  },
});

const longest = (deps: Deps): number =>
  Math.max(...partitions(deps).map((one) => keptDaysOf(deps.library, one, "keepQuestions")));
