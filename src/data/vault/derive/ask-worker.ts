import type { DeriveAnswer, DeriveQuestion } from './derivation.ts';
import { DeriveFailed } from './derive-failed.ts';

/** Far more than the slowest phone takes, in total or from one percent to the next. */
const DEADLINE_MS = 60_000;

/**
 * The error for a worker that fell silent: a system short of memory ends workers without a message.
 */
export const SILENT = 'TimeoutError';

/** How a worker is waited for. */
export type Waiting = {
  readonly signal?: AbortSignal | undefined;
  readonly onshare?: ((share: number) => void) | undefined;
  readonly deadlineMs?: number;
};

/**
 * Puts the question to a new worker, and ends the worker afterwards. Rejects with `DeriveFailed`,
 * also if the worker is silent for longer than the deadline.
 */
export const askWorker = async (
  worker: Worker,
  question: DeriveQuestion,
  { signal, onshare, deadlineMs = DEADLINE_MS }: Waiting = {},
): Promise<Uint8Array<ArrayBuffer>> => {
  const done = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      const fail = (...[code, detail]: ConstructorParameters<typeof DeriveFailed>): void =>
        reject(new DeriveFailed(code, detail));
      if (signal?.aborted === true) return fail('given-up');
      signal?.addEventListener('abort', () => fail('given-up'), { signal: done.signal });
      const heard = within(deadlineMs, () => fail('derive-failed', SILENT), done.signal);
      let hasBegun = false;
      worker.onmessage = ({ data }: MessageEvent<DeriveAnswer>) => {
        hasBegun = true;
        heard();
        if ('key' in data) resolve(data.key);
        else if ('failed' in data)
          fail('derive-failed', `${data.failed.name}: ${data.failed.message}`);
        else onshare?.(data.share);
      };
      worker.onmessageerror = () => fail('derive-failed', 'DataCloneError');
      worker.onerror = (event) => {
        event.preventDefault();
        fail(hasBegun ? 'derive-failed' : 'not-loaded', hasBegun ? 'ErrorEvent' : '');
      };
      worker.postMessage(question);
    });
  } finally {
    done.abort();
    worker.terminate();
  }
};

/** Calls back after this long without a sign; returns how to report a sign. */
const within = (deadlineMs: number, late: () => void, done: AbortSignal): (() => void) => {
  let deadline = setTimeout(late, deadlineMs);
  done.addEventListener('abort', () => clearTimeout(deadline));
  return () => {
    clearTimeout(deadline);
    deadline = setTimeout(late, deadlineMs);
  };
};
