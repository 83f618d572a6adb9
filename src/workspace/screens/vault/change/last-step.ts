import { reportBug } from '#platform/report-bug.ts';
import type { After, loadAfter } from './load-after.ts';

/** The last step of a change, with all that it takes, comes when it is needed: most who look in here change nothing. Undefined
 * where it could not be loaded: what was changed is told all the same. */
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
