/** Figures, and the floors that they must keep. */
export type Check = {
  readonly what: string;
  readonly value: number;
  readonly unit?: string;
  readonly atLeast?: number;
  readonly atMost?: number;
};

/** Prints each figure; one that misses its bound makes the exit code 1. */
export function report(title: string, checks: readonly Check[]): void {
  console.log(`\n${title}`);
  for (const { what, value, unit = "", atLeast, atMost } of checks) {
    // Not written with < and >: a figure that is no number holds nothing.
    const holds =
      (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
    const bounds = [
      atLeast !== undefined && `at least ${atLeast}`,
      atMost !== undefined && `at most ${atMost}`,
    ].filter(Boolean);
    const figure = `${Number.isInteger(value) ? value : value.toFixed(2)} ${unit}`.trim();
    const judged = bounds.length === 0 ? "    " : holds ? "pass" : "FAIL";
    console.log(
      `${judged}  ${what}: ${figure}${bounds.length > 0 ? ` (${bounds.join(", ")})` : ""}`,
    );
    if (!holds) process.exitCode = 1;
  }
}
