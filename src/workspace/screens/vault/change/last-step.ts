import { reportBug } from '#platform/report-bug.ts';
import type { After, loadAfter } from './load-after.ts';

/**
 * The last step of a change, with all that it takes, is loaded when it is needed: most users who look in here change nothing.
 * Undefined if it could not be loaded: the change is reported all the same.
 */
export const lastStep = async (
  ...given: Parameters<typeof loadAfter>
): Promise<After | undefined> => {
  try {
    return await (await import('./load-after.ts')).loadAfter(...given);
  } catch (error) {
    reportBug('the last step was not loaded', error);
    return undefined;
  }
};
