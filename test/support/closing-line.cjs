/** Jest reporter: writes the real counts as `N passed, N failed[, N skipped]` to the file named by COUNTS_FILE. */
const { writeFileSync } = require('node:fs');

module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const file = process.env.COUNTS_FILE;
    if (!file) return;
    const broken = results.testResults.filter(
      (suite) => suite.testExecError !== undefined && suite.numFailingTests === 0,
    );
    const failed = results.numFailedTests + broken.length;
    const skipped = results.numPendingTests + results.numTodoTests;
    writeFileSync(
      file,
      `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  }
};
