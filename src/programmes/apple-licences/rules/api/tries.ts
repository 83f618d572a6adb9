import type { ReplyFailure } from './reply.ts';

/**
 * How often one request is tried within a sync: more tries would have to wait minutes each
 * (apple.md §2.7, 9603).
 */
export const MOST_TRIES = 5;

/** A longer wait than this, in ms, is the next sync's: nobody keeps an app open for it. */
export const LONGEST_PAUSE = 150_000;

/** What follows on a failed try: the same again after so many ms, or the sync stops here. */
export type NextTry = { readonly next: 'wait'; readonly ms: number } | { readonly next: 'stop' };

/** What follows when a request has failed so many times in a row (1 after the first). */
export const afterFailure = ({ mayPass, waitMs }: ReplyFailure, tries: number): NextTry =>
  mayPass && waitMs !== undefined && tries < MOST_TRIES && waitMs <= LONGEST_PAUSE
    ? { next: 'wait', ms: waitMs }
    : { next: 'stop' };
