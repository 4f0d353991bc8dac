/**
 * Runs the named validation steps, all of them even if one fails, and says of each whether it passed.
 * `node scripts/validate.ts types lint`: each step is an npm script of that name.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const steps = process.argv.slice(2);
const npm = process.env.npm_execpath;
// .ci/run sums what stands here (see jest-summary.cjs).
const summaryFile = process.env.KOLLEGA_SUMMARY;

const run = (step: string): boolean => {
  console.log(`\n── ${step} ──`);
  const args = ["run", "--silent", step];
  const { status } = npm?.endsWith("js")
    ? spawnSync(process.execPath, [npm, ...args], { stdio: "inherit" })
    : spawnSync(`npm ${args.join(" ")}`, { stdio: "inherit", shell: true });
  return status === 0;
};

const outcomes: { readonly step: string; readonly passed: boolean }[] = [];
const writeSummary = (ended: 0 | 1) => {
  if (summaryFile === undefined) return;
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  writeFileSync(summaryFile, `${passed} ${outcomes.length - passed} ${ended}\n`);
};

for (const step of steps) {
  outcomes.push({ step, passed: run(step) });
  writeSummary(0);
}
writeSummary(1);

console.log("");
for (const { step, passed } of outcomes) console.log(`${passed ? "passed" : "FAILED"}  ${step}`);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
