import { runInThisContext } from 'node:vm';

/** Many times what it takes on a slow machine: what runs on after it never ends. */
const LONGEST_MS = 60_000;

/**
 * Does something that may never end, as no test's own limit can end it: a loop lets no timer in
 * between. Throws where it does not end.
 */
export const ends = <T>(does: () => T): T => {
  const world = globalThis as unknown as { endless?: () => T };
  world.endless = does;
  try {
    return runInThisContext('endless()', { timeout: LONGEST_MS }) as T;
  } finally {
    delete world.endless;
  }
};
