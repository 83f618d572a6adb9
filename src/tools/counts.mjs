import { stripVTControlCharacters } from 'node:util';
import { seconds } from './run.mjs';

/** @typedef {{ title: string, ms: number }} Timed */
/**
 * How many tests ended how, and the titles of those to look at: that failed, that passed at the
 * second try alone, and that took longest.
 * @typedef {{ passed: number, failed: number, skipped: number, red?: string[], second?: string[],
 * slow?: Timed[] }} Counts
 */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/** How many of the slowest tests are printed. */
const SLOWEST = 10;

/**
 * @param {readonly Timed[]} timed
 * @returns {Timed[]}
 */
const slowestOf = (timed) =>
  timed
    .filter(({ ms }) => ms > 0)
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST);

/** So much of what a test said is printed with its title: a line or two that differ. */
const SAID = { lines: 15, letters: 1_200 };

/**
 * A title with what the test said when it failed, below it: of a run that is seen from its end
 * alone, nothing else tells why.
 * @param {string} title
 * @param {string | undefined} said as the runner coloured it
 */
const withWhy = (title, said = '') => {
  const lines = stripVTControlCharacters(said)
    .slice(0, SAID.letters)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [title, ...lines.slice(0, SAID.lines).map((line) => `        ${line}`)].join('\n');
};

/**
 * @typedef {{ status: string, fullName?: string, duration?: number, failureMessages?: string[],
 * meta?: { atSecondTry?: boolean } }} VitestTest
 * @typedef {{ status: string, name?: string, message?: string, assertionResults: VitestTest[] }} VitestFile
 */

/**
 * @param {readonly VitestFile[]} files
 * @returns {string[]}
 */
const redInVitest = (files) =>
  files
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name = '', message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      return failed.length === 0
        ? [withWhy(name, message)]
        : failed.map(({ fullName, failureMessages = [] }) =>
            withWhy(`${name} › ${fullName}`, failureMessages.at(-1)),
          );
    });

/**
 * @param {readonly VitestFile[]} files
 * @returns {(VitestTest & { title: string })[]} each test, by its file and name
 */
const titledInVitest = (files) =>
  files.flatMap(({ name = '', assertionResults }) =>
    assertionResults.map((test) => ({ ...test, title: `${name} › ${test.fullName}` })),
  );

/**
 * What Vitest's JSON report says. A file that could not be loaded has no tests, and counts as a failed one;
 * tests that passed only at the second try were marked by our reporter (second-try.mjs).
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number,
 * testResults?: VitestFile[] }} report
 * @returns {Counts}
 */
export const countsOfVitest = (report) => {
  const files = report.testResults ?? [];
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const titled = titledInVitest(files);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    red: redInVitest(files),
    second: titled.filter(({ meta }) => meta?.atSecondTry === true).map(({ title }) => title),
    slow: slowestOf(titled.map(({ title, duration = 0 }) => ({ title, ms: duration }))),
  };
};

/**
 * @typedef {{ status: string, results?: { duration?: number, error?: { message?: string } }[] }} PlaywrightTest
 * @typedef {{ title: string, file?: string, tests?: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * @param {PlaywrightTest} test
 * @returns {string | undefined} what it said when it last failed
 */
const lastError = ({ results = [] }) =>
  results.findLast(({ error }) => error !== undefined)?.error?.message;

/**
 * @param {PlaywrightSuite} suite
 * @param {string} wanted a status of Playwright's: `unexpected`, `flaky`
 * @returns {string[]}
 */
const titlesIn = ({ specs = [], suites = [] }, wanted) => [
  ...specs.flatMap(({ file, title, tests = [] }) =>
    tests
      .filter(({ status }) => status === wanted)
      .map((test) => withWhy(`${file} › ${title}`, lastError(test))),
  ),
  ...suites.flatMap((suite) => titlesIn(suite, wanted)),
];

/**
 * @param {PlaywrightSuite} suite
 * @returns {Timed[]} how long each took, all tries together
 */
const timedIn = ({ specs = [], suites = [] }) => [
  ...specs.map(({ file, title, tests = [] }) => ({
    title: `${file} › ${title}`,
    ms: tests
      .flatMap(({ results = [] }) => results)
      .reduce((sum, { duration = 0 }) => sum + duration, 0),
  })),
  ...suites.flatMap((suite) => timedIn(suite)),
];

/**
 * What Playwright's JSON report says. Errors outside of any test (a file that cannot be loaded)
 * count as failed; a test that passed only when it was tried again (in CI alone) counts as passed,
 * and is named.
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
  slow: slowestOf(timedIn({ suites })),
});

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export const sumOf = (all) =>
  all.reduce(
    (sum, { passed, failed, skipped, red = [], second = [], slow = [] }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
      red: [...(sum.red ?? []), ...red],
      second: [...(sum.second ?? []), ...second],
      slow: slowestOf([...(sum.slow ?? []), ...slow]),
    }),
    NONE,
  );

/**
 * The lines before the last one, so that someone who sees only the end of a run knows where to
 * look.
 * @param {Counts} counts
 * @returns {string[]}
 */
export const namedLines = ({ red = [], second = [], slow = [] }) => [
  ...(slow.length > 0 ? ['The slowest tests:'] : []),
  ...slow.map(({ title, ms }) => `${seconds(ms).padStart(8)}  ${title}`),
  ...red.map((title) => `failed: ${title}`),
  ...second.map((title) => `passed at the second try: ${title}`),
];

/**
 * The last line of `npm test`. A step that failed without naming a test counts as one failure, so
 * that a failed run never says "0 failed"; retried tests are counted, so that they do not pass
 * unnoticed.
 * @param {Counts} counts
 * @param {boolean} good whether every step ended well
 */
export const summaryLine = ({ passed, failed, second = [] }, good) => {
  const line = `${passed} passed, ${good ? failed : Math.max(failed, 1)} failed`;
  return second.length > 0 ? `${line}, ${second.length} at a second try` : line;
};

/**
 * Adds a run to those listed in a file, each as JSON on its own line.
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
