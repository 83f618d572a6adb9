import { existsSync } from 'node:fs';
import { Refusal, at, nodeToRun } from './house.mjs';
import { build, install, vite } from './prepare.mjs';
import { interruption, passSignalsOn, run, step } from './run.mjs';

// `npm start`, `npm run ready`, `npm test`, `npm run test:long`, `npm run bench`, `npm run fuzz`,
// `npm run simulate:apple` and `npm run pictures` start here. Plain JavaScript without packages: it runs
// on the system's Node (20 or newer), before anything is installed. The scripts in package.json name the
// Node that runs npm: the first `node` in its path may be our own, which is checked here first.

const start = async () => {
  await ready();
  return serve([]);
};

/** All that `npm start` does before it serves, for a server that is started by someone else. */
const ready = async () => {
  await install();
  await build();
  return 0;
};

/**
 * Serves the existing build, without installing or building: for a service, whose user may not.
 * @param {readonly string[]} args
 */
const serve = async (args) => {
  const program = at('src', 'server', 'main.ts');
  return (await run(nodeToRun(), [program, ...args], { stdin: true, leash: true })).code;
};

/**
 * @param {readonly string[]} args
 */
const test = async (args) => {
  const { runTests } = await import('./test-run.mjs');
  return runTests(args);
};

/**
 * @param {readonly string[]} args
 */
const testLong = async (args) => {
  const { runLongTests } = await import('./test-run.mjs');
  return runLongTests(args);
};

/**
 * Runs a program of the project that needs the built app and a browser.
 * @param {string} program path below the root
 * @param {readonly string[]} args
 */
const withBrowser = async (program, args) => {
  if (!existsSync(at(program))) throw new Refusal(`${program} is not there yet.`);
  await install();
  await build();
  const { browserForTests } = await import('./chromium.mjs');
  const env = { CHROMIUM: await browserForTests() };
  return (await run(nodeToRun(), [at(program), ...args], { env, leash: true })).code;
};

/**
 * @param {readonly string[]} args
 */
const bench = async (args) => {
  await install();
  await step('Building the bench page', () =>
    vite(['build', '--config', at('tests', 'bench', 'vite.config.ts')]),
  );
  return withBrowser('tests/bench/run.ts', args);
};

/**
 * @param {readonly string[]} args
 */
const pictures = (args) => withBrowser('src/tools/pictures.ts', args);

/**
 * More rounds of sync than `npm test` runs; without a browser.
 * @param {readonly string[]} args
 */
const fuzz = async (args) => {
  await install();
  return (await run(nodeToRun(), [at('tests', 'fuzz', 'run.ts'), ...args], { leash: true })).code;
};

/**
 * A stand-in for Apple's Apps and Books: a separate server, never part of the app.
 * @param {readonly string[]} args
 */
const simulateApple = async (args) => {
  await install();
  return (await run(nodeToRun(), [at('simulator', 'apple', 'main.ts'), ...args], { leash: true }))
    .code;
};

/** @type {Record<string, (args: readonly string[]) => Promise<number>>} */
const commands = {
  start,
  ready,
  serve,
  test,
  'test:long': testLong,
  bench,
  fuzz,
  pictures,
  'simulate:apple': simulateApple,
};

const main = async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (command === undefined) throw new Refusal(`Give one of: ${Object.keys(commands).join(', ')}.`);
  passSignalsOn();
  process.exitCode = await command(args);
};

main().catch((error) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = interruption() || 1;
});
