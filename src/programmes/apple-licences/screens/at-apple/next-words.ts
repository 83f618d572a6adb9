import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { findingOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import { syncOfFile } from '#programmes/apple-licences/rules/sync/sync-of-file.ts';
import { isSyncDue, nextSyncAt } from '#programmes/apple-licences/rules/sync/sync-times.ts';
import { hourOfDay } from '#platform/clock.ts';
import type { Texts } from '#ui/text.ts';

type Format = Pick<Texts['format'], 'time' | 'when'>;

/** Nearer than this (ms) the hour says it all. */
const NEAR = 20 * 3_600_000;

/**
 * When a token is synced by itself the next time: '' where that is now, or where it is not known.
 */
export const nextWords = (token: ContentToken, now: number, format: Format): string => {
  if (findingOf(token.steps) !== undefined) return '';
  const sync = syncOfFile(token);
  if (isSyncDue(sync, now, hourOfDay)) return '';
  const next = nextSyncAt(sync, hourOfDay);
  return next - now < NEAR ? format.time(next) : format.when(next, now);
};
