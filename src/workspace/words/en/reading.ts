import type { Messages } from '#core/language/language.ts';
import type { reading as source } from '../sv/reading.ts';

/** Words of this area in English. */
export const reading = {
  title: 'You can read, not edit',
  ask: 'Ask for access',
  mayNow: 'You can edit now',
  sayWho: 'Say who you are',
} satisfies Messages<typeof source>;
