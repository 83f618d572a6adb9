import type { Texts } from '#ui/text.ts';

/** Under this age a time of day says enough, also just after midnight; ms. */
const TIME_ONLY_MS = 12 * 3_600_000;

/** "07:36" or "12 okt": when the vault was locked. */
export const lockedTime = (since: number, now: number, format: Texts['format']): string =>
  now - since < TIME_ONLY_MS ? format.time(since) : format.when(since, now);

/**
 * What stays readable while codes are locked, and since when they are (ms; undefined: since the app
 * started).
 */
export const lockedWords = (
  since: number | undefined,
  now: number,
  { vault, format }: Pick<Texts, 'vault' | 'format'>,
): string =>
  since === undefined
    ? vault.unlock.locked
    : vault.unlock.lockedSince(lockedTime(since, now, format));
