import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserForTests, shellForTests } from './chromium.mjs';
import {
  NONE,
  countsOfPlaywright,
  countsOfVitest,
  sumOf,
  namedLines,
  summaryLine,
  withEarlier,
} from './counts.mjs';
import { enginesForTests, withScreen } from './engines.mjs';
import { Refusal, at, nodeToRun } from './house.mjs';
import { build, install, npm } from './prepare.mjs';
import { interruption, run, seconds } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ CHROMIUM: string, CHROMIUM_SHELL: string }} Browser paths, by the name that they are handed on by */
/** @typedef {() => Promise<Browser>} Browsers looked for, and installed, when they are asked for first */
/**
 * @typedef {{ name: string, work: () => Promise<{ code: number, counts?: Counts, output?: string }>
 * }} TestStep
 */

/**
 * A package's command, run by the Node that runs everything.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
const tool = (name, args, env = {}) =>
  run(nodeToRun(), [at('node_modules', '.bin', name), ...args], { env });

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
    return {
      code: code || 1,
      counts: { ...NONE, red: [`a run ended with ${code} and left no report`] },
    };
  }
};

/**
 * A script of package.json, so that a developer and this run look at the same.
 * @param {string} name
 */
const script = (name) => npm(['run', '--silent', name]);

/** @type {TestStep[]} */
const LINT = [
  { name: 'lint', work: () => script('lint:rules') },
  { name: 'lint of Svelte', work: () => script('lint:svelte') },
  { name: 'format', work: () => script('lint:format') },
  { name: 'types', work: () => script('check:types') },
];

/**
 * @param {string} name
 * @param {Browsers} browsers
 * @param {string} reports
 * @param {readonly string[]} args for Vitest: projects, files
 * @returns {TestStep}
 */
const inVitest = (name, browsers, reports, args) => {
  const file = join(reports, 'vitest.json');
  const all = [
    'run',
    '--reporter=default',
    `--reporter=${at('src', 'tools', 'second-try.mjs')}`,
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args,
  ];
  const work = async () => {
    const browser = await browsers();
    return counted(() => tool('vitest', all, browser), file, countsOfVitest);
  };
  return { name, work };
};

const UNIT = ['--project=node', '--project=weighed', '--project=browser', '--project=page-alone'];

/**
 * Floods and matrices of which each run covers a part, more fuzzing, tests of page weight, and slow
 * tests that make keys.
 */
const LONG_UNIT = [
  '--project=long',
  '--project=page-long',
  '--project=page-weighed',
  '--project=no-webassembly',
];

const JOURNEYS = ['builds', 'whole-browser', 'journeys'];
const LONG_JOURNEYS = ['long-builds', 'long-whole-browser', 'long'];

/**
 * @param {Browsers} browsers
 * @param {string} reports
 * @param {readonly string[]} filter
 */
const unit = (browsers, reports, filter) =>
  inVitest('unit and component tests', browsers, reports, [...UNIT, ...filter]);

/**
 * @param {Browsers} browsers
 * @returns {TestStep}
 */
const size = (browsers) => ({
  name: 'first-load size',
  work: async () => {
    const env = await browsers();
    return run(nodeToRun(), [at('tests', 'first-load', 'run.ts')], { env, quiet: true });
  },
});

/**
 * The app is built, and a browser installed beside it. Nothing that reads types runs meanwhile: each
 * build of Kit writes them anew, and a lint that comes upon half a file finds a fault in every route.
 * @param {Browsers} browsers
 * @returns {TestStep}
 */
const building = (browsers) => ({
  name: 'build',
  work: async () => {
    await Promise.all([build(), browsers()]);
    return { code: 0 };
  },
});

/**
 * @param {Browsers} browsers
 * @param {string} reports
 * @param {readonly string[]} filter
 * @returns {TestStep}
 */
const journeys = (browsers, reports, filter) => ({
  name: 'journeys',
  work: () => inChromium(browsers, reports, JOURNEYS, filter),
});

/**
 * Journeys over a whole matrix (every control, look, file and damage), too long for each run.
 * @param {Browsers} browsers
 * @param {string} reports
 * @returns {TestStep}
 */
const longJourneys = (browsers, reports) => ({
  name: 'long journeys',
  // Journeys that mostly wait leave room for one more worker.
  work: () => inChromium(browsers, reports, LONG_JOURNEYS, ['--workers=5']),
});

/**
 * @param {Browsers} browsers
 * @param {string} reports
 * @param {readonly string[]} projects
 * @param {readonly string[]} [filter] files, and how many workers
 */
const inChromium = async (browsers, reports, projects, filter = []) => {
  const file = join(reports, 'playwright.json');
  const env = { ...(await browsers()), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const args = [...projects.map((name) => `--project=${name}`), ...filter];
  return counted(() => tool('playwright', ['test', ...args], env), file, countsOfPlaywright);
};

/** @typedef {Awaited<ReturnType<typeof enginesForTests>>} Engines */

/**
 * Journeys in the other two engines, on a virtual screen.
 * @param {Engines} engines
 * @param {string} reports
 * @param {readonly string[]} args for Playwright: projects, files
 */
const elsewhere = ({ xvfb, ...engines }, reports, args) => {
  const file = join(reports, 'engines.json');
  const all = ['test', '--config', at('playwright.engines.config.ts'), ...args];
  const env = { ...engines, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const work = () => withScreen(xvfb, (DISPLAY) => tool('playwright', all, { ...env, DISPLAY }));
  return counted(work, file, countsOfPlaywright);
};

/**
 * What it needs is installed beside other journeys, if it is missing.
 * @param {string} reports
 * @returns {TestStep}
 */
const shortInWebKit = (reports) => ({
  name: 'journey in WebKit',
  work: async () =>
    elsewhere(await enginesForTests(['webkit']), reports, ['--project=short-webkit']),
});

/**
 * What is missing for one step ends none of those beside it.
 * @param {TestStep['work']} work
 */
const orRefused = async (work) => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: 1, output: error.message };
  }
};

/**
 * Runs steps in parallel, at most one of which keeps all cores busy; the output of each is shown in one piece, one
 * after the other.
 * @param {readonly TestStep[]} steps
 * @returns {TestStep}
 */
const beside = (steps) => ({
  name: steps.map(({ name }) => name).join(', '),
  work: async () => {
    const ended = await Promise.all(steps.map(({ work }) => orRefused(work)));
    for (const { output = '' } of ended) if (output.trim() !== '') console.log(output.trim());
    return {
      code: ended.find(({ code }) => code !== 0)?.code ?? 0,
      counts: sumOf(ended.map(({ counts = NONE }) => counts)),
    };
  },
});

/**
 * @param {string} which
 * @param {readonly string[]} filter
 * @param {string} reports
 * @returns {Promise<TestStep[]>}
 */
const stepsFor = async (which, filter, reports) => {
  if (which === 'lint') {
    await layKitTypes();
    return [beside(LINT)];
  }
  if (!['', 'unit', 'size', 'journeys'].includes(which))
    throw new Refusal(`npm test knows the steps lint, unit, size and journeys, not "${which}".`);
  if (which === 'size' || which === 'journeys') await build();
  const browsers = onceAsked(browsersToRun);
  if (which === 'unit') return [unit(browsers, reports, filter)];
  if (which === 'size') return [beside([size(browsers)])];
  if (which === 'journeys') return [journeys(browsers, reports, filter)];
  return [
    building(browsers),
    beside([...LINT, size(browsers)]),
    unit(browsers, reports, []),
    journeys(browsers, reports, []),
  ];
};

/**
 * Lays down the types that Kit makes of the routes, which types and lint are read by, where no build
 * does. Never beside one: both write the name that the start page hands its data on by, and a page
 * that got the other's stays white.
 */
const layKitTypes = async () => {
  const { code, output } = await script('sync');
  if (code !== 0) throw new Refusal(`svelte-kit sync ended with ${code}:\n${output}`);
};

/**
 * @param {Browsers} look
 * @returns {Browsers}
 */
const onceAsked = (look) => {
  /** @type {Promise<Browser> | undefined} */
  let found;
  return () => (found ??= look());
};

/**
 * Chromium, and the same without its windows; says which.
 * @returns {Promise<Browser>}
 */
const browsersToRun = async () => {
  console.log('Looking for a browser …');
  const CHROMIUM = await browserForTests();
  const CHROMIUM_SHELL = await shellForTests(CHROMIUM);
  console.log([...new Set([CHROMIUM, CHROMIUM_SHELL])].map((path) => `  ${path}`).join('\n'));
  return { CHROMIUM, CHROMIUM_SHELL };
};

/**
 * A step that ended badly names itself where none of its tests can be named.
 * @param {string} name
 * @param {number} code
 * @param {Counts} counts
 * @returns {Counts}
 */
const countsOfStep = (name, code, counts) => {
  const { red = [] } = counts;
  return code === 0 || red.length > 0
    ? counts
    : { ...counts, red: [`${name}, which ended with ${code}`] };
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
    code = interruption() || ended.code;
    counts.push(countsOfStep(name, code, ended.counts ?? NONE));
    times.push(
      `${seconds(Date.now() - began).padStart(8)}  ${name}${code === 0 ? '' : '  FAILED, stopped here'}`,
    );
    if (code !== 0) break;
  }
  return { code, times, counts: sumOf(counts) };
};

/**
 * @param {(reports: string) => Promise<TestStep[]>} stepsOf
 * @param {string} reports
 */
const prepareAndRun = async (stepsOf, reports) => {
  await install();
  const { code, times, counts } = await runSteps(await stepsOf(reports));
  console.log(`\n${times.join('\n')}`);
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped`);
  return { code, counts };
};

/**
 * @param {Counts} counts
 * @param {boolean} good
 */
const tell = (counts, good) =>
  console.log([...namedLines(counts), summaryLine(counts, good)].join('\n'));

/**
 * The last lines of a run. Where `TEST_COUNTS` names a file, it counts what ran before as well: one
 * line for all.
 * @param {Counts} counts
 * @param {boolean} good
 */
const close = (counts, good) => {
  const file = process.env.TEST_COUNTS;
  if (!file) return tell(counts, good);
  const { all, line } = withEarlier(
    existsSync(file) ? readFileSync(file, 'utf8') : '',
    counts,
    good,
  );
  appendFileSync(file, line);
  tell(all, all.failed === 0);
};

/**
 * @param {(reports: string) => Promise<TestStep[]>} stepsOf
 * @returns {Promise<number>} exit code
 */
const runAll = async (stepsOf) => {
  const reports = mkdtempSync(join(tmpdir(), 'volym-test-'));
  try {
    const { code, counts } = await prepareAndRun(stepsOf, reports);
    close(counts, code === 0);
    return code;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(error.message);
    close(NONE, false);
    return 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
};

/**
 * `npm test`: everything, or one step (`lint`, `unit`, `size`, `journeys`) with a filter for its
 * files. Whatever happens, the last line says how many tests passed and failed.
 * @param {readonly string[]} args
 */
export const runTests = ([which = '', ...filter]) =>
  runAll((reports) => stepsFor(which, filter, reports));

/**
 * @param {string} reports
 * @returns {Promise<TestStep[]>}
 */
const longInChromium = async (reports) => {
  const browsers = onceAsked(browsersToRun);
  return [
    inVitest('long unit and component tests', browsers, reports, LONG_UNIT),
    beside([longJourneys(browsers, reports), shortInWebKit(reports)]),
  ];
};

/**
 * @param {string} reports
 * @param {readonly string[]} args for Playwright: projects, files
 * @returns {Promise<TestStep[]>}
 */
const inOtherEngines = async (reports, args) => {
  console.log('Looking for other browsers …');
  const engines = await enginesForTests(['webkit', 'firefox']);
  console.log(`  ${engines.WEBKIT}\n  ${engines.FIREFOX}`);
  const projects = args.some((arg) => arg.startsWith('--project'))
    ? []
    : ['--project=webkit', '--project=firefox*'];
  const work = () => elsewhere(engines, reports, [...projects, ...args]);
  return [{ name: 'journeys in WebKit and Firefox', work }];
};

/**
 * `npm run test:long`: long unit tests, the vault without WebAssembly, the long journeys in Chromium
 * and a short one in WebKit, which decide, and the named journeys in WebKit and Firefox. One part of
 * it: `chromium`, or `engines` with what Playwright is asked for in these two (`--project=webkit`,
 * files). The last line is the same.
 * @param {readonly string[]} args
 */
export const runLongTests = ([which = '', ...filter]) =>
  runAll(async (reports) => {
    if (!['', 'chromium', 'engines'].includes(which))
      throw new Refusal(`npm run test:long knows the parts chromium and engines, not "${which}".`);
    await build();
    if (which === 'engines') return inOtherEngines(reports, filter);
    const here = await longInChromium(reports);
    return which === 'chromium' ? here : [...here, ...(await inOtherEngines(reports, []))];
  });
