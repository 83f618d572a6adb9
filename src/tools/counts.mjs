/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/**
 * What Vitest's JSON report says. A file that could not be loaded has no tests, and counts as one that failed.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number,
 *   testResults?: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Counts}
 */
export const countsOfVitest = (report) => {
  const broken = (report.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
};

/**
 * What Playwright's JSON report says. Errors outside of any test (a file that cannot be loaded) count as failed; a
 * test that passed only when it was tried again (in CI alone) counts as passed, and Playwright's own list names it.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} report
 * @returns {Counts}
 */
export const countsOfPlaywright = ({ stats, errors = [] }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
  skipped: stats.skipped,
});

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export const sumOf = (all) =>
  all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    NONE,
  );

/**
 * The last line of `npm test`. A step that ended badly without naming a test counts as one failure, so that a run
 * that failed never says "0 failed".
 * @param {Counts} counts
 * @param {boolean} good whether every step ended well
 */
export const summaryLine = ({ passed, failed }, good) =>
  `${passed} passed, ${good ? failed : Math.max(failed, 1)} failed`;

/**
 * Adds a run to those that a file tells of, each as JSON on a line of its own.
 * @param {string} told what the file holds so far
 * @param {Counts} counts
 * @param {boolean} good whether every step of this run ended well
 * @returns {{ all: Counts, line: string }} all of them together, and the line that tells of this one
 */
export const withEarlier = (told, counts, good) => {
  const mine = { ...counts, failed: good ? counts.failed : Math.max(counts.failed, 1) };
  /** @type {Counts[]} */
  const earlier = told
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { all: sumOf([...earlier, mine]), line: `${JSON.stringify(mine)}\n` };
};
