/**
 * What a deadline asks someone to do. Each has its words in `ui/words/sv/shell.ts`, and the compiler
 * asks for them.
 */
export type DeadlineAction =
  | 'answer-question'
  | 'answer-whether-trashed'
  | 'answer-whether-one-order'
  | 'renew-token'
  | 'replace-token'
  | 'token-revoked'
  | 'token-invalid'
  | 'token-claimed'
  | 'token-duplicate'
  | 'place-order'
  | 'place-late-order'
  | 'note-expiry'
  | 'prepare-renewal'
  | 'renew'
  | 'renew-late'
  | 'renew-lost'
  | 'renewed-itself'
  | 'ask-about-return'
  | 'download-credit'
  | 'resend-credit'
  | 'enter-mail-day'
  | 'follow-up-resend';

/** Of a row of home that comes with its own words, and has no other action (`RowWithOwnWords`). */
export type NoAction = '';
