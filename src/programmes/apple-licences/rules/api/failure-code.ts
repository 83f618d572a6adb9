import type { NoEvent } from './event-status.ts';
import type { NoPage } from './listing-page.ts';
import type { NoRead } from './paging.ts';
import type { ReplyFailure } from './reply.ts';

/** Why there is no answer of Apple's, as whoever asked tells it. */
export type AskFailure =
  | { readonly why: 'no-reply' | 'stopped' | 'vault-locked' }
  | { readonly why: 'relay'; readonly code: string }
  | { readonly why: 'reply'; readonly reply: Pick<ReplyFailure, 'cause' | 'number' | 'waitMs'> }
  | { readonly why: 'form'; readonly problem: NoPage | NoEvent }
  | { readonly why: 'reading'; readonly cause: NoRead };

/**
 * Why there is no answer, plain enough to be kept on a record: a code that never changes its
 * meaning, Apple's number where one came, and for how many ms nothing is to be asked.
 */
export type FailureCode = {
  readonly code: string;
  readonly number?: number;
  readonly waitMs?: number;
};

/** Every refusal of our own server's (`volym-refused`). */
export const RELAY_CODES = [
  'no-relay',
  'not-let-in',
  'readers-only-read',
  'from-elsewhere',
  'no-token',
  'bad-query',
  'too-large',
  'no-json',
  'no-such-call',
  'other-device',
] as const;

/** A refusal of our own server's. */
export type RelayCode = (typeof RELAY_CODES)[number];

/**
 * What a sync can end with that Apple has no part in: the vault is locked, the token's text is not
 * kept here, the workspace has no server that passes calls on, the token is of another location or
 * organisation than the one before it, a second token has the same location, another tab syncs, or
 * this device took not all of it.
 */
export const SYNC_CODES = [
  'vault-locked',
  'no-text',
  'no-endpoint',
  'other-location',
  'other-organization',
  'duplicate-location',
  'busy-tab',
  'not-written',
] as const;

/** What a sync can end with that Apple has no part in. */
export type SyncCode = (typeof SYNC_CODES)[number];

/** The code of a reply that had a number: the number says the rest. */
export const NUMBERED = 'reply-number';

/** A code as our servers write them; anything else is nothing to keep. */
const CODE = /^[a-z\d]{1,20}(?:-[a-z\d]{1,20}){0,5}$/;

/** The code of a failure. Refusals of a newer server keep their own code, behind `relay-`. */
export const failureCode = (failure: AskFailure): FailureCode => {
  switch (failure.why) {
    case 'relay':
      return { code: `relay-${CODE.test(failure.code) ? failure.code : 'unknown'}` };
    case 'reply':
      return ofReply(failure.reply);
    case 'form':
      return { code: `form-${failure.problem.code}` };
    case 'reading':
      return { code: `reading-${failure.cause}` };
    default:
      return { code: failure.why };
  }
};

const ofReply = ({
  cause,
  number,
  waitMs,
}: Pick<ReplyFailure, 'cause' | 'number' | 'waitMs'>): FailureCode => ({
  ...(number === undefined ? { code: `reply-${cause}` } : { code: NUMBERED, number }),
  ...(waitMs === undefined ? {} : { waitMs }),
});
