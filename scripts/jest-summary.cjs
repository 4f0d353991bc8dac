/**
 * Writes "passed failed ended" into the file named by KOLLEGA_SUMMARY (set by .ci/run), again after each test file:
 * if jest dies, what it had done by then is known, and "ended" is still 0.
 * Of suites that run on several stores ("flow on SQLite"), it prints how many tests passed on each.
 */
const { writeFileSync } = require("node:fs");

const countOf = (results) => {
  // A test file that did not even load has no failed tests, but is one.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return `${results.numPassedTests} ${failed}`;
};

module.exports = class JestSummary {
  file = process.env.KOLLEGA_SUMMARY;
  /** By suite, then by store. */
  passed = new Map();

  onTestResult(_test, { testResults }, results) {
    for (const { ancestorTitles, status } of testResults) this.count(ancestorTitles[0], status);
    if (this.file) writeFileSync(this.file, `${countOf(results)} 0\n`);
  }

  onRunComplete(_contexts, results) {
    for (const [suite, stores] of this.passed) {
      const counts = [...stores].map(([store, passed]) => `on ${store}: ${passed} tests`);
      if (counts.length > 1) process.stderr.write(`${suite} ${counts.join(", ")}\n`);
    }
    if (this.file)
      writeFileSync(this.file, `${countOf(results)} ${results.wasInterrupted ? 0 : 1}\n`);
  }

  count(title, status) {
    const [, suite, store] = /^(.+) on (SQLite|Cosmos DB)$/.exec(title) ?? [];
    if (!suite || status !== "passed") return;
    const stores = this.passed.get(suite) ?? new Map();
    this.passed.set(suite, stores.set(store, (stores.get(store) ?? 0) + 1));
  }
};
