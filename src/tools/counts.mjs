/**
 * How many tests ended how, and the titles of those to look at: that failed, and that passed at the
 * second try alone.
 * @typedef {{ passed: number, failed: number, skipped: number, red?: string[], second?: string[] }} Counts
 */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/**
 * @typedef {{ status: string, fullName?: string }} VitestTest
 * @typedef {{ status: string, name?: string, assertionResults: VitestTest[] }} VitestFile
 */

/**
 * @param {readonly VitestFile[]} files
 * @returns {string[]}
 */
const redInVitest = (files) =>
  files
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name = '', assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      return failed.length === 0 ? [name] : failed.map(({ fullName }) => `${name} › ${fullName}`);
    });

/**
 * What Vitest's JSON report says. A file that could not be loaded has no tests, and counts as one
 * that failed.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number,
 * testResults?: VitestFile[] }} report
 * @returns {Counts}
 */
export const countsOfVitest = (report) => {
  const files = report.testResults ?? [];
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    red: redInVitest(files),
  };
};

/**
 * @typedef {{ title: string, file?: string, tests?: { status: string }[] }} PlaywrightSpec
 * @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * @param {PlaywrightSuite} suite
 * @param {string} wanted a status of Playwright's: `unexpected`, `flaky`
 * @returns {string[]}
 */
const titlesIn = ({ specs = [], suites = [] }, wanted) => [
  ...specs
    .filter(({ tests = [] }) => tests.some(({ status }) => status === wanted))
    .map(({ file, title }) => `${file} › ${title}`),
  ...suites.flatMap((suite) => titlesIn(suite, wanted)),
];

/**
 * What Playwright's JSON report says. Errors outside of any test (a file that cannot be loaded)
 * count as failed; a test that passed only when it was tried again (in CI alone) counts as passed,
 * and Playwright's own list names it.
 * @param {PlaywrightSuite & { stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 * errors?: { message?: string }[] }} report
 * @returns {Counts}
 */
export const countsOfPlaywright = ({ stats, errors = [], suites }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
  skipped: stats.skipped,
  red: [
    ...errors.map(({ message = 'an error outside of any test' }) => message),
    ...titlesIn({ suites }, 'unexpected'),
  ],
  second: titlesIn({ suites }, 'flaky'),
});

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export const sumOf = (all) =>
  all.reduce(
    (sum, { passed, failed, skipped, red = [], second = [] }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
      red: [...(sum.red ?? []), ...red],
      second: [...(sum.second ?? []), ...second],
    }),
    NONE,
  );

/**
 * What stands before the last line, so that whoever sees only the end of a run knows where to look.
 * @param {Counts} counts
 * @returns {string[]}
 */
export const namedLines = ({ red = [], second = [] }) => [
  ...red.map((title) => `failed: ${title}`),
  ...second.map((title) => `passed at the second try: ${title}`),
];

/**
 * The last line of `npm test`. A step that ended badly without naming a test counts as one failure,
 * so that a run that failed never says "0 failed".
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
