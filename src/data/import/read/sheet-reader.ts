import type { LooksAfter } from '#core/import/shelf.ts';
import { shownText } from '#core/text/foreign-text.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import { LIMITS, MEGABYTE } from './limits.ts';
import { lotIn, type OpenLot } from '../open-file.ts';
import type { OnProgress } from './read-progress.ts';
import type { OpenProblem } from './open-problem.ts';
import type { GivenUp, ReadReply, ReadRequest } from './sheet-messages.ts';

/**
 * How files are read: `signal` stops it (`cancelled`). A file that needs more than `deadlineMs`
 * (20 s unless given) is refused (`took-too-long`).
 */
export type ReadOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  readonly deadlineMs?: number;
  /** What the workspace manages: what would have to be guessed is of that. */
  readonly looksAfter?: LooksAfter;
  /** What someone says that it is, though nothing was found in it. */
  readonly readAs?: ReadAs | undefined;
};

/** A picked, dropped or shared file. */
export type SheetSource = Blob & { readonly name: string };

/**
 * Reads files, and finds what they hold in a worker of their own: the page stays responsive, and a
 * file that makes the parser run forever, or crash, ends as a problem. So does a file alone that is
 * refused; of several, those that are refused are named beside what the others hold, which are read
 * again without one that runs forever or ends the worker. What is opened must be closed.
 */
export const openSheet = (
  chosen: SheetSource | readonly SheetSource[],
  { signal, onProgress, deadlineMs = LIMITS.deadlineMs, looksAfter, readAs }: ReadOptions = {},
): Promise<Result<OpenLot, OpenProblem>> => {
  if (signal?.aborted) return Promise.resolve(refuse('cancelled'));
  const files = 'name' in chosen ? [chosen] : chosen;
  const [alone, ...others] = files;
  // Of several, each is refused by itself.
  if (alone === undefined || (others.length === 0 && alone.size === 0))
    return Promise.resolve(refuse('empty-file'));
  const limitMb = LIMITS.fileMb;
  if (others.length === 0 && alone.size > limitMb * MEGABYTE)
    return Promise.resolve(refuse('too-large', undefined, { limitMb }));
  const named = files.map((blob) => ({ blob, name: shownText(blob.name) }));
  const read = async (
    givenUp: readonly GivenUp[],
    apart: boolean,
  ): Promise<Result<OpenLot, OpenProblem>> => {
    const request = { ask: 'open', files: named, givenUp, apart, looksAfter, readAs } as const;
    const end = await openInWorker(request, { signal, onProgress, deadlineMs });
    if (!('stuckAt' in end)) return end;
    const { stuckAt: at, why } = end;
    // The others are read without it.
    if (at !== undefined) return read([...givenUp, { at, why }], apart);
    return apart || named.length === 1 ? refuse(why) : read(givenUp, true);
  };
  return read([], false);
};

/**
 * The worker did not come to an end: with which of several files, or undefined where it was at none
 * of them by itself.
 */
type Stuck = { readonly stuckAt: number | undefined; readonly why: GivenUp['why'] };

const openInWorker = (
  request: Extract<ReadRequest, { ask: 'open' }>,
  { signal, onProgress, deadlineMs }: Stopping,
): Promise<Result<OpenLot, OpenProblem> | Stuck> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./read-sheet.worker.ts', import.meta.url), {
      type: 'module',
    });
    const { length } = request.files;
    let deadline: ReturnType<typeof setTimeout> | undefined;
    const end = (result: Result<OpenLot, OpenProblem> | Stuck): void => {
      if (!('ok' in result) || !result.ok) worker.terminate();
      clearTimeout(deadline);
      signal?.removeEventListener('abort', cancel);
      resolve(result);
    };
    let now: number | undefined;
    const stuck = (why: GivenUp['why']): void => end({ stuckAt: now, why });
    /** Each file has its own time; what is done to all of them has the time of all. */
    const giveTime = (at: number | undefined): void => {
      clearTimeout(deadline);
      now = at;
      const time = at === undefined ? deadlineMs * length : deadlineMs;
      deadline = setTimeout(stuck, time, 'took-too-long');
    };
    const cancel = (): void => end(refuse('cancelled'));
    giveTime(undefined);
    signal?.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<ReadReply>) => {
      if (data.is === 'progress') onProgress?.(data.step, data.share);
      else if (data.is === 'file' && length > 1) giveTime(data.at);
      else if (data.is === 'opened') end(ok(lotIn(worker, data.lot)));
      else if (data.is === 'problem') end({ ok: false, problem: data.problem });
    };
    worker.onerror = worker.onmessageerror = () => stuck('unreadable-file');
    worker.postMessage(request);
  });

type Stopping = {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress | undefined;
  readonly deadlineMs: number;
};
