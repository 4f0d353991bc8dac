export type Decision = "answer" | "choices" | "none";

export const thresholds = { answer: 0.6, gap: 0.3, choices: 0.35 };

/** One answer when sure, three to choose from when not, none when nothing comes close. Scores best first. */
export function chooseAnswer(scores: readonly number[]): Decision {
  const [first = 0, second = 0] = scores;
  if (first >= thresholds.answer && (first - second) / first >= thresholds.gap) return "answer";
  return first >= thresholds.choices ? "choices" : "none";
}
