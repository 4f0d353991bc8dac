/** Practices and discussions for a question, in its own language and, translated, in the others. */
import { type Language, languages } from "../../core/language.ts";
import type { FindQuery, Library, TextFinding } from "../../core/library.ts";
import { chooseAnswer, thresholds } from "./choose-answer.ts";

export type TextSource = Pick<Library, "findTexts" | "hasOnlyIn" | "practiceVersions">;

export type TextQuestion = FindQuery & {
  /** The language it is written in. */
  readonly language: Language;
  /** A word or two do not tell their language for sure. */
  readonly isShort: boolean;
};

/** What a translated question's score counts beside one in the text's own language. */
export type TranslatedWeights = {
  /** Where the own language has something to choose from. */
  readonly beside: number;
  /**
   * Where it has nothing: the threshold of translated questions is that of choose-answer.ts divided by it. What comes
   * below that threshold too stands behind the own language's findings.
   */
  readonly instead: number;
};

/** Fitted by `bench/fit.ts` (bench/search/TRIED.md). */
export const translated: TranslatedWeights = { beside: 1, instead: 1.1 };
const behind = 0.5;
/** What was looked for by the very words, though their language is likely to be another. */
const asWritten = 0.8;

/**
 * Best findings of the question's language, and, where those do not decide, of the others what has no version in it. A
 * word or two are looked for as they are written in all languages, too.
 */
export function findInLanguages(
  library: TextSource,
  question: TextQuestion,
  weights: TranslatedWeights = translated,
): readonly TextFinding[] {
  const { language: own, isShort, ...query } = question;
  const found = library.findTexts({ ...query, language: own });
  const decision = chooseAnswer(found.map(({ score }) => score));
  if (decision === "answer") return found;
  const weightOf = (score: number) => {
    if (decision === "choices") return weights.beside;
    return score * weights.instead < thresholds.choices ? behind : weights.instead;
  };
  const others = languages.filter(
    (language) => language !== own && (isShort || library.hasOnlyIn(language, own)),
  );
  return eachOnce([
    ...found,
    ...others.flatMap((language) => [
      ...weigh(library.findTexts({ ...query, language, from: own }), weightOf).filter(
        (one) => !isWrittenIn(library, one, own),
      ),
      ...(isShort ? weigh(library.findTexts({ ...query, language }), () => asWritten) : []),
    ]),
  ]);
}

const isWrittenIn = (library: TextSource, found: TextFinding, wanted: Language): boolean =>
  found.kind === "practice" &&
  library
    .practiceVersions(found.practice.id, found.practice.network)
    .some(({ language }) => language === wanted);

/** Of several versions or ways of one thing the one that was found best. */
function eachOnce(findings: readonly TextFinding[]): readonly TextFinding[] {
  const best = new Map<string, TextFinding>();
  for (const found of findings) {
    const { network, id } = found.kind === "practice" ? found.practice : found.discussion;
    const thing = `${found.kind}:${network?.length ?? ""}:${network ?? ""}${id}`;
    if (found.score > (best.get(thing)?.score ?? -1)) best.set(thing, found);
  }
  return [...best.values()];
}

/** A text may score above 1; what was found in another way counts as a full match at most. */
const weigh = (
  findings: readonly TextFinding[],
  weightOf: (score: number) => number,
): readonly TextFinding[] =>
  findings.map((found) => {
    const by = weightOf(found.score);
    return { ...found, score: Math.min(found.score * by, 1, by) };
  });
