import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Refusal, root, toolEnvironment } from './house.mjs';

/** @typedef {{ code: number, output: string }} Ended */
/**
 * @typedef {{ env?: NodeJS.ProcessEnv, quiet?: boolean, stdin?: boolean, leash?: boolean }}
 * RunOptions
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * What a shell reports for a process that a signal ended.
 * @param {NodeJS.Signals} signal
 */
const codeOf = (signal) => 128 + (constants.signals[signal] ?? 0);

/** Passes signals on to whatever runs, so that Ctrl-C reaches it and its exit code is ours. */
export const passSignalsOn = () => {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => {
      interrupted = codeOf(signal);
      if (running.size === 0) process.exit(interrupted);
      for (const child of running) child.kill(signal);
    });
};

let interrupted = 0;

/**
 * Runs a command to its end and gives its exit code. `quiet` collects what it prints instead of
 * showing it, `leash` opens a channel by which it notices that the launcher is gone.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export const run = (
  command,
  args,
  { env = {}, quiet = false, stdin = false, leash = false } = {},
) =>
  new Promise((resolve, reject) => {
    const out = quiet ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd: root,
      env: toolEnvironment(env),
      stdio: [
        stdin ? 'inherit' : 'ignore',
        out,
        out,
        ...(leash ? [/** @type {const} */ ('ipc')] : []),
      ],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      running.delete(child);
      reject(new Refusal(`${command} cannot be run: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code: signal === null ? (code ?? 1) : codeOf(signal), output });
    });
  });

/**
 * Like `run` for a step on the way: says what it does and how long it took; a failure shows what
 * was printed.
 * @param {string} what
 * @param {() => Promise<Ended>} work
 */
export const step = async (what, work) => {
  const began = Date.now();
  console.log(`${what} …`);
  const { code, output } = await work();
  if (interrupted > 0) process.exit(interrupted);
  if (code === 0) return console.log(`  done in ${seconds(Date.now() - began)}`);
  console.error(output.trim());
  throw new Refusal(`${what}: failed, see above.`);
};

/** Whether a signal asked to stop, as the exit code to end with; 0 when none came. */
export const interruption = () => interrupted;

/**
 * @param {number} ms
 */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
