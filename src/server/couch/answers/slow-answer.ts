import { LONGEST_BODY_MS, PATIENCE_MS, SLOWEST, watchTime } from './slow-body.ts';

/** An answer that is watched while it is taken. */
export type Taking = {
  /**
   * Sets how many bytes of it are held from now on, and how many of them are new: all, or the next
   * piece.
   */
  held(bytes: number, added: number): void;
  /** Ends the watching. */
  over(): void;
};

/**
 * Watches an answer from its first bytes on: calls `end` if it is taken more slowly than a body may
 * come. Taking it fast earns no time for later: the time left is what the held bytes may take, plus
 * two minutes.
 */
export const watchTaking = (end: () => void): Taking => {
  let clock: ReturnType<typeof watchTime> | undefined;
  const held = (bytes: number, added: number): void => {
    clock ??= watchTime(PATIENCE_MS, end);
    clock.more(added / SLOWEST, Math.min(PATIENCE_MS + bytes / SLOWEST, LONGEST_BODY_MS));
  };
  return { held, over: () => clock?.over() };
};
