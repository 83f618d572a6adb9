import { askToPersist, isPersisted } from '#platform/browser/storage.ts';
import { reportBug } from '#platform/report-bug.ts';

/**
 * Asks the browser never to clear what the app keeps here; what was promised is not asked for
 * again. Nobody waits for the answer.
 */
export const askToKeep = (): void =>
  void ask().catch((error: unknown) =>
    reportBug('the browser was not asked to keep what is here', error),
  );

const ask = async (): Promise<boolean> => (await isPersisted()) || askToPersist();
