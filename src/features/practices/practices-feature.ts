/** Practices as content: how they are imported, how they are found, and whom they name. Asking for them is the ask feature's. */
import { type Practice, partitionOf } from "../../core/content.ts";
import type { ContentKind, Feature, ImportTarget } from "../../core/feature.ts";
import { type PracticeDeps, practiceData } from "./practice-data.ts";
import { readPracticeRow } from "./read-practice-row.ts";

const practices: ContentKind = {
  type: "practice",
  texts: (doc) => {
    const practice = doc.value as Practice;
    if (practice.status !== "published") return [];
    return [
      {
        key: `practice/${partitionOf(practice.network)}/${practice.id}/${practice.language}`,
        language: practice.language,
        ...(practice.network !== undefined && { network: practice.network }),
        title: practice.title,
        questions: practice.questions,
        text: practice.summary ? `${practice.summary}\n\n${practice.body}` : practice.body,
        tags: practice.tags,
        names: practice.organisation ? [practice.organisation] : [],
      },
    ];
  },
};

const importTarget: ImportTarget = {
  kind: "practices",
  type: "practice",
  columns: [
    "id",
    "language",
    "network",
    "title",
    "summary",
    "body",
    "questions",
    "tags",
    "organisation",
    "date",
    "source",
    "sourceUrl",
    "contacts",
    "owner",
    "reviewBy",
    "status",
  ],
  lists: ["questions", "tags", "contacts"],
  parse: readPracticeRow,
};

export const practiceContent: readonly ContentKind[] = [practices];

export function createPracticesFeature(deps: PracticeDeps): Feature {
  return {
    name: "practices",
    personalData: [practiceData(deps)],
    take: () => undefined,
    importTargets: [importTarget],
  };
}
