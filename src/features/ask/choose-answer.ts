/** How sure the search is, told from the scores alone: a pure decision, the same in every language. */
export type Decision = "answer" | "choices" | "none";

export type Thresholds = {
  /** From this best score on, a text may be the answer by itself … */
  readonly answer: number;
  /** … if it leads the others by this much. */
  readonly lead: number;
  /** From this best score on, there is something to choose from. */
  readonly choices: number;
};

/**
 * Fitted by `bench/fit.ts`: on swefaq-sv / law-fi / covid-qa-en single answers are right in 91 / 100 / 93 %, three
 * choices hold the right one in 75 / 93 / 77 %, 4 / 5 / 2 % of the answerable are refused, 91 / 99 / 84 % of the
 * unrelated. Fitted again on the sample content: of all that keep the floors on those sets these are best for it, though
 * by itself it would take `choices` far lower (bench/search/TRIED.md). Run it again when search or content changes.
 */
export const thresholds: Thresholds = { answer: 0.8, lead: 0.72, choices: 0.39 };

/** One answer when sure, three to choose from when not, none when nothing comes close. Scores best first. */
export function chooseAnswer(
  scores: readonly number[],
  { answer, lead, choices }: Thresholds = thresholds,
): Decision {
  const best = scores[0] ?? 0;
  if (best >= answer && leadOf(scores) >= lead) return "answer";
  return best >= choices ? "choices" : "none";
}

/** How far the best is ahead of the second, and half as much of the fifth, in shares of the best. */
function leadOf(scores: readonly number[]): number {
  const [best = 0, second = 0] = scores;
  const fifth = scores[4] ?? 0;
  return (best - second + 0.5 * (best - fifth)) / best;
}
