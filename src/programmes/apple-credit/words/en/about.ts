import type { Messages } from '#core/language/language.ts';
import type { about as source } from '../sv/about.ts';

/** How this programme is described to those who choose what they manage, in English. */
export const about = {
  line: 'Orders, redemption codes and the 90 days in the secure inbox',
  asked: {},
} satisfies Messages<typeof source>;
