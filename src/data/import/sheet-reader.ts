import { ok, refuse, type Result } from '#domain/result.ts';
import type { Sheet, SheetFile, SheetRow } from '#domain/sheet.ts';
import { LIMITS, MEGABYTE } from './limits.ts';
import type { ReadProblem } from './read-problem.ts';
import type { OnProgress } from './read-progress.ts';
import type { ReadReply, ReadRequest } from './sheet-messages.ts';

/** How a file is read: `signal` stops it (`cancelled`), `deadlineMs` (20 s unless given) too (`took-too-long`). */
export type ReadOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  readonly deadlineMs?: number;
};

/** A picked, dropped or shared file. */
export type SheetSource = Blob & { readonly name: string };

/**
 * Reads a file into sheets of text in a worker of its own, which ends with it: the page stays free, and a file that makes
 * the parser run for ever, or crash, ends as a problem. Nothing of the file is kept.
 */
export const readSheet = (
  file: SheetSource,
  { signal, onProgress, deadlineMs = LIMITS.deadlineMs }: ReadOptions = {},
): Promise<Result<SheetFile, ReadProblem>> => {
  if (signal?.aborted) return Promise.resolve(refuse('cancelled'));
  if (file.size === 0) return Promise.resolve(refuse('empty-file'));
  if (file.size > LIMITS.fileMb * MEGABYTE)
    return Promise.resolve(refuse('too-large', undefined, { limitMb: LIMITS.fileMb }));
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./read-sheet.worker.ts', import.meta.url), { type: 'module' });
    const end = (result: Result<SheetFile, ReadProblem>): void => {
      worker.terminate();
      clearTimeout(deadline);
      signal?.removeEventListener('abort', cancel);
      resolve(result);
    };
    const cancel = (): void => end(refuse('cancelled'));
    const deadline = setTimeout(() => end(refuse('took-too-long')), deadlineMs);
    const take = collector(end, onProgress);
    signal?.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<ReadReply>) => take(data);
    worker.onerror = worker.onmessageerror = () => end(refuse('unreadable-file'));
    worker.postMessage({ file, name: file.name } satisfies ReadRequest);
  });
};

/** Puts the file together from the worker's messages. */
const collector = (
  end: (result: Result<SheetFile, ReadProblem>) => void,
  onProgress: OnProgress = () => undefined,
): ((reply: ReadReply) => void) => {
  const sheets: (Sheet & { readonly rows: SheetRow[] })[] = [];
  return (reply) => {
    if (reply.is === 'progress') onProgress(reply.step, reply.share);
    else if (reply.is === 'sheet') sheets.push({ name: reply.name, rows: [] });
    else if (reply.is === 'rows') {
      for (const row of reply.rows) sheets.at(-1)?.rows.push(row);
      onProgress('rows', reply.share);
    } else end(reply.is === 'done' ? ok({ ...reply.file, sheets }) : { ok: false, problem: reply.problem });
  };
};
