/** Jest reporter: prints the slowest ten files and what each project took of the workers, and writes the real counts as `N passed, N failed[, N skipped]` to COUNTS_FILE. */
const { writeFileSync } = require('node:fs');
const { relative } = require('node:path');

const SLOWEST = 10;
const seconds = ({ perfStats: { start, end } }) => (end - start) / 1000;

/** `browser 402, database 280, pure 55`: what a change of the tests has cost is seen beside the same line of the run before. */
function secondsByProject(suites) {
  const taken = new Map();
  for (const suite of suites) {
    const { name } = suite.displayName;
    taken.set(name, (taken.get(name) ?? 0) + seconds(suite));
  }
  return [...taken].map(([name, sum]) => `${name} ${sum.toFixed(0)}`).join(', ');
}

module.exports = class ClosingLine {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, results) {
    const slowest = [...results.testResults].sort((a, b) => seconds(b) - seconds(a)).slice(0, SLOWEST);
    if (results.testResults.length > SLOWEST) {
      const lines = slowest.map(
        (suite) => `${seconds(suite).toFixed(1).padStart(7)} s  ${relative(this.rootDir, suite.testFilePath)}`,
      );
      process.stderr.write(`\nThe slowest ${SLOWEST} files:\n${lines.join('\n')}\n`);
      process.stderr.write(`\nSeconds of the workers: ${secondsByProject(results.testResults)}\n`);
    }
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
