import { LONGEST_BODY_MS, PATIENCE_MS, SLOWEST, watchTime } from './slow-body.ts';

/** An answer that is watched while it is taken. */
export type Taking = {
  /**
   * So many bytes of it are held from now on, of which so many are new: all, or the next of its
   * pieces.
   */
  held(bytes: number, added: number): void;
  /** Ends the watching. */
  over(): void;
};

/**
 * Watches an answer from its first bytes on: calls `end` once it is taken more slowly than a body
 * may come. What was taken fast is no time saved up for later: so much is left as what is held may
 * take, and two minutes.
 */
export const watchTaking = (end: () => void): Taking => {
  let clock: ReturnType<typeof watchTime> | undefined;
  const held = (bytes: number, added: number): void => {
    clock ??= watchTime(PATIENCE_MS, end);
    clock.more(added / SLOWEST, Math.min(PATIENCE_MS + bytes / SLOWEST, LONGEST_BODY_MS));
  };
  return { held, over: () => clock?.over() };
};
