/**
 * Writes "passed failed ended" into the file named by KOLLEGA_SUMMARY (set by .ci/run), again after each test file:
 * if jest dies, what it had done by then is known, and "ended" is still 0.
 */
const { writeFileSync } = require("node:fs");

const countOf = (results) => {
  // A test file that did not even load has no failed tests, but is one.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return `${results.numPassedTests} ${failed}`;
};

module.exports = class JestSummary {
  file = process.env.KOLLEGA_SUMMARY;

  onTestResult(_test, _result, results) {
    if (this.file) writeFileSync(this.file, `${countOf(results)} 0\n`);
  }

  onRunComplete(_contexts, results) {
    if (this.file)
      writeFileSync(this.file, `${countOf(results)} ${results.wasInterrupted ? 0 : 1}\n`);
  }
};
