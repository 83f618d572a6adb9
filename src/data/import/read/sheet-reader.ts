import type { LooksAfter } from '#core/import/shelf.ts';
import { shownText } from '#core/text/foreign-text.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import { LIMITS, MEGABYTE } from './limits.ts';
import { lotIn, type OpenLot } from '../open-file.ts';
import type { OnProgress } from './read-progress.ts';
import type { OpenProblem } from './open-problem.ts';
import type { ReadReply, ReadRequest } from './sheet-messages.ts';

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
 * again without one that runs forever. What is opened must be closed.
 */
export const openSheet = (
  chosen: SheetSource | readonly SheetSource[],
  { signal, onProgress, deadlineMs = LIMITS.deadlineMs, looksAfter, readAs }: ReadOptions = {},
): Promise<Result<OpenLot, OpenProblem>> => {
  if (signal?.aborted) return Promise.resolve(refuse('cancelled'));
  const files = 'name' in chosen ? [chosen] : chosen;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size === 0) return Promise.resolve(refuse('empty-file'));
  const limitMb = files.length === 1 ? LIMITS.fileMb : LIMITS.togetherMb;
  if (size > limitMb * MEGABYTE)
    return Promise.resolve(refuse('too-large', undefined, { limitMb }));
  const named = files.map((blob) => ({ blob, name: shownText(blob.name) }));
  const read = async (tooLong: readonly number[]): Promise<Result<OpenLot, OpenProblem>> => {
    const request = { ask: 'open', files: named, tooLong, looksAfter, readAs } as const;
    const end = await openInWorker(request, { signal, onProgress, deadlineMs });
    // The others are read without it.
    return 'stuckAt' in end ? read([...tooLong, end.stuckAt]) : end;
  };
  return read([]);
};

/** A file, one of several, that the worker did not come to an end with. */
type Stuck = { readonly stuckAt: number };

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
    /** Each file has its own time; what is done to all of them has the time of all. */
    const giveTime = (at: number | undefined): void => {
      clearTimeout(deadline);
      const time = at === undefined ? deadlineMs * length : deadlineMs;
      deadline = setTimeout(() => {
        end(at === undefined ? refuse('took-too-long') : { stuckAt: at });
      }, time);
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
    worker.onerror = worker.onmessageerror = () => end(refuse('unreadable-file'));
    worker.postMessage(request);
  });

type Stopping = {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress | undefined;
  readonly deadlineMs: number;
};
