import { readFileSync } from "node:fs";
import type { Language } from "../../src/core/language.ts";

export type PracticeRow = {
  readonly id: string;
  readonly language: Language;
  readonly network: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly questions: readonly string[];
  readonly tags: readonly string[];
  readonly organisation?: string;
  readonly source?: string;
  readonly sourceUrl?: string;
  readonly contacts?: readonly string[];
  readonly status: string;
};

export const contentFile = (kind: string): URL =>
  new URL(`../../content/${kind}.jsonl`, import.meta.url);

export const samplePractices = (): readonly PracticeRow[] =>
  readFileSync(contentFile("practices"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PracticeRow);
