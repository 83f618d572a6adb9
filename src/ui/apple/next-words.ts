import type { ContentToken } from '#domain/apple-licences/content-token.ts';
import { nextSyncAt } from '#domain/apple-licences/sync-times.ts';
import { midnightBefore } from '#platform/clock.ts';
import type { Texts } from '../text.ts';

type Format = Pick<Texts['format'], 'time' | 'when'>;

/** Nearer than this (ms) the hour says it all. */
const NEAR = 20 * 3_600_000;

/** When a token is synced by itself the next time: '' where that is now, or where it is not known. */
export const nextWords = ({ data: { sync } }: ContentToken, now: number, format: Format): string => {
  const next = nextSyncAt(sync, midnightBefore);
  if (next <= now) return '';
  return next - now < NEAR ? format.time(next) : format.when(next, now);
};
