import { holding, isHeld, whenFree } from '#platform/held.ts';

const nameOf = (run: string): string => `volym-import-${run}`;

/** Writes or undoes an import; answers undefined while another tab does. */
export const whileRunning = <T>(run: string, work: () => Promise<T>): Promise<T | undefined> =>
  holding(nameOf(run), work);

/** Whether some tab is writing or undoing an import just now. */
export const isRunning = (run: string): Promise<boolean> => isHeld(nameOf(run));

/** Resolves once no tab does, because it is done or gone. */
export const whenOver = (run: string): Promise<void> => whenFree(nameOf(run));
