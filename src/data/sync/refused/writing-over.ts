import type { NotWrittenOver, WrittenOver } from './write-over.ts';
import type { Sync } from '../sync.ts';

/**
 * The state of writing over what cannot be opened, in whichever tab it is done; `at` is when
 * it ended (ms).
 */
export type WritingOver =
  | { readonly is: 'running'; readonly done: number; readonly of: number }
  /** `opened` counts those that can be opened by now; those `left` cannot. */
  | ({ readonly is: 'done'; readonly at: number; readonly opened: number } & WrittenOver)
  | { readonly is: 'not-done'; readonly at: number; readonly why: NotWrittenOver | 'failed' };

type Parts = {
  readonly now: () => number;
  /** The state changed. */ changed(): void;
  /** It ended. */ ended(): void;
};

/**
 * Runs one overwrite at a time. If the server does not answer, it can be started again: it
 * continues with what is left.
 */
export const openWritingOver = (
  sync: Pick<Sync, 'writeOver' | 'unreadable'>,
  { now, changed, ended }: Parts,
) => {
  let state: WritingOver | undefined;
  const progressed = (done: number, of: number): void => {
    state = { is: 'running', done, of };
    changed();
  };
  const run = async (): Promise<WritingOver> => {
    const before = [...sync.unreadable];
    const result = await sync.writeOver(progressed);
    if (!result.ok) return { is: 'not-done', at: now(), why: result.problem.code };
    const { written, left } = result.value;
    const noLonger = before.filter((id) => !sync.unreadable.has(id)).length;
    const opened = Math.min(left, Math.max(0, noLonger - written));
    return { is: 'done', at: now(), written, opened, left: left - opened };
  };
  return {
    state: (): WritingOver | undefined => state,
    begin: async (): Promise<void> => {
      if (state?.is === 'running') return;
      progressed(0, 0);
      state = await run().catch((): WritingOver => ({ is: 'not-done', at: now(), why: 'failed' }));
      ended();
    },
  };
};
