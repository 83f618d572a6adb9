import type { Clock } from '#platform/clock.ts';
import type { Settings, WrongAttempts } from '../../device/settings.ts';
import { countIn, openAttemptCount, type AttemptCount } from './attempt-count.ts';
import { NO_ATTEMPTS } from './wrong-attempts.ts';

const KEY = 'volym-file-attempts';

/**
 * The wrong answers to keyrings from outside, in files or databases. For a workspace on this device
 * they count as its own; for all others they are counted together and kept on this device, so that
 * neither a restart nor another file ends the wait.
 */
export const openOutsideAttempts = (
  workspaceId: string,
  settings: Settings,
  clock: Clock,
): AttemptCount => {
  if (settings.current.workspaces[workspaceId] !== undefined)
    return openAttemptCount(workspaceId, settings, clock);
  let inPage = NO_ATTEMPTS;
  const keep = (wrong: WrongAttempts): void => {
    inPage = wrong;
    write(wrong);
  };
  return countIn({ read: () => read() ?? inPage, write: keep }, clock);
};

const read = (): WrongAttempts | undefined => {
  try {
    const { count, since } = JSON.parse(localStorage.getItem(KEY) ?? 'null') as WrongAttempts;
    return Number.isSafeInteger(count) && Number.isFinite(since) ? { count, since } : undefined;
  } catch {
    return undefined;
  }
};

const write = (wrong: WrongAttempts): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(wrong));
  } catch {
    // A device that keeps nothing counts as long as the page lives.
  }
};
