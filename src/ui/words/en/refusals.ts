import type { Messages } from '#core/language/language.ts';
import type { refusals as source } from '../sv/refusals.ts';
import { notStored } from './not-stored.ts';

/** Why any record is not written, and what to do; the rest is said as unknown. */
export const refusals = {
  ...notStored,
  'record-is-gone': 'The record is no longer here.',
  'only-reads': 'This device is read-only. Someone who can edit can change that, under People.',
  'record-not-understood':
    'The record was saved by a newer version of Volym. Update the app to change it.',
  unknown: 'It could not be saved. What was there before is unchanged.',
} satisfies Messages<typeof source>;
