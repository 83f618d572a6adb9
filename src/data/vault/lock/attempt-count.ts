import type { Clock } from '#platform/clock.ts';
import type { Settings, WrongAttempts } from '../../device/settings.ts';
import { NO_ATTEMPTS, oneMore, seenNow, waitLeft } from './wrong-attempts.ts';

/**
 * The wrong answers to one vault, kept on this device, so that neither a restart nor another tab
 * ends the wait.
 */
export type AttemptCount = {
  seen(): { readonly count: number; readonly waitMs: number };
  /** Counts a wrong answer and tells the wait that it brings. */
  wrong(): { readonly count: number; readonly waitMs: number };
  right(): void;
};

/** Where wrong answers are kept. */
export type AttemptPlace = { read(): WrongAttempts; write(attempts: WrongAttempts): void };

/** The count of one workspace. */
export const openAttemptCount = (
  workspaceId: string,
  settings: Settings,
  clock: Clock,
): AttemptCount =>
  countIn(
    {
      read: () => settings.newest.workspaces[workspaceId]?.wrong ?? NO_ATTEMPTS,
      write: (wrong) => settings.changeWorkspace(workspaceId, { wrong }),
    },
    clock,
  );

/** Counts in a place. */
export const countIn = ({ read, write }: AttemptPlace, clock: Clock): AttemptCount => {
  const keep = (wrong: WrongAttempts): WrongAttempts => {
    write(wrong);
    return wrong;
  };
  const kept = (): WrongAttempts => {
    const before = read();
    const now = seenNow(before, clock.now());
    return now === before ? before : keep(now);
  };
  const waitAfter = (attempts: WrongAttempts) => ({
    count: attempts.count,
    waitMs: waitLeft(attempts, clock.now()),
  });
  return {
    seen: () => waitAfter(kept()),
    wrong: () => waitAfter(keep(oneMore(kept(), clock.now()))),
    right: () => void keep(NO_ATTEMPTS),
  };
};
