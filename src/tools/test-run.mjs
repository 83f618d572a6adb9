import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserForTests } from './chromium.mjs';
import { NONE, countsOfPlaywright, countsOfVitest, sumOf, summaryLine } from './counts.mjs';
import { Refusal, at, ownNode } from './house.mjs';
import { build, install, npm } from './prepare.mjs';
import { interruption, run, seconds } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ name: string, work: () => Promise<{ code: number, counts?: Counts, output?: string }> }} TestStep */

/**
 * A package's command, run by the project's own Node.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
const tool = (name, args, env = {}) => run(ownNode(), [at('node_modules', '.bin', name), ...args], { env });

/**
 * A command that writes a JSON report beside what it shows.
 * @param {() => Promise<{ code: number }>} work
 * @param {string} report
 * @param {(report: any) => Counts} countsOf
 */
const counted = async (work, report, countsOf) => {
  const { code } = await work();
  try {
    return { code, counts: countsOf(JSON.parse(readFileSync(report, 'utf8'))) };
  } catch {
    return { code: code || 1, counts: NONE };
  }
};

/**
 * What package.json calls `lint` and `check`, so that a developer and this run look at the same.
 * @type {TestStep[]} */
const LINT = [
  { name: 'lint', work: () => npm(['run', '--silent', 'lint']) },
  { name: 'types', work: () => npm(['run', '--silent', 'check']) },
];

/**
 * @param {string} browser
 * @param {string} reports
 * @param {readonly string[]} filter
 * @returns {TestStep}
 */
const unit = (browser, reports, filter) => {
  const file = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filter];
  return {
    name: 'unit and component tests',
    work: () => counted(() => tool('vitest', args, { CHROMIUM: browser }), file, countsOfVitest),
  };
};

/**
 * @param {string} browser
 * @returns {TestStep}
 */
const size = (browser) => ({
  name: 'first-load size',
  work: () => run(ownNode(), [at('tests', 'first-load', 'run.ts')], { env: { CHROMIUM: browser }, quiet: true }),
});

/**
 * @param {string} browser
 * @param {string} reports
 * @param {readonly string[]} filter
 * @returns {TestStep}
 */
const journeys = (browser, reports, filter) => {
  const file = join(reports, 'playwright.json');
  const env = { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  return {
    name: 'journeys',
    work: () => counted(() => tool('playwright', ['test', ...filter], env), file, countsOfPlaywright),
  };
};

/**
 * Steps that each keep one core busy, done beside each other; what each printed is shown whole, one after the other.
 * @param {readonly TestStep[]} steps
 * @returns {TestStep}
 */
const beside = (steps) => ({
  name: steps.map(({ name }) => name).join(', '),
  work: async () => {
    const ended = await Promise.all(steps.map(({ work }) => work()));
    for (const { output = '' } of ended) if (output.trim() !== '') console.log(output.trim());
    return { code: ended.find(({ code }) => code !== 0)?.code ?? 0 };
  },
});

/**
 * @param {string} which
 * @param {readonly string[]} filter
 * @param {string} reports
 * @returns {Promise<TestStep[]>}
 */
const stepsFor = async (which, filter, reports) => {
  if (which === 'lint') return [beside(LINT)];
  if (!['', 'unit', 'size', 'journeys'].includes(which))
    throw new Refusal(`npm test knows the steps lint, unit, size and journeys, not "${which}".`);
  if (which !== 'unit') await build();
  console.log('Looking for a browser …');
  const browser = await browserForTests();
  console.log(`  ${browser}`);
  if (which === 'unit') return [unit(browser, reports, filter)];
  if (which === 'size') return [beside([size(browser)])];
  if (which === 'journeys') return [journeys(browser, reports, filter)];
  return [beside([...LINT, size(browser)]), unit(browser, reports, []), journeys(browser, reports, [])];
};

/**
 * Runs steps until one fails.
 * @param {readonly TestStep[]} steps
 */
const runSteps = async (steps) => {
  /** @type {Counts[]} */
  const counts = [];
  const times = [];
  let code = 0;
  for (const { name, work } of steps) {
    console.log(`\n── ${name}`);
    const began = Date.now();
    const ended = await work();
    counts.push(ended.counts ?? NONE);
    code = interruption() || ended.code;
    times.push(`${seconds(Date.now() - began).padStart(8)}  ${name}${code === 0 ? '' : '  FAILED, stopped here'}`);
    if (code !== 0) break;
  }
  return { code, times, counts: sumOf(counts) };
};

/**
 * @param {string} which
 * @param {readonly string[]} filter
 * @param {string} reports
 */
const prepareAndRun = async (which, filter, reports) => {
  await install();
  const { code, times, counts } = await runSteps(await stepsFor(which, filter, reports));
  console.log(`\n${times.join('\n')}`);
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped`);
  return { code, counts };
};

/**
 * `npm test`: everything, or one step (`lint`, `unit`, `size`, `journeys`) with a filter for its files. Whatever
 * happens, the last line says how many tests passed and failed.
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export const runTests = async ([which = '', ...filter]) => {
  const reports = mkdtempSync(join(tmpdir(), 'volym-test-'));
  try {
    const { code, counts } = await prepareAndRun(which, filter, reports);
    console.log(summaryLine(counts, code === 0));
    return code;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(`${error.message}\n${summaryLine(NONE, false)}`);
    return 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
};
