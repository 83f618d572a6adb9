import type { Messages } from '#core/language/language.ts';
import type { who as source } from '../sv/who.ts';

/** Who did something, where that is no name. */
export const who = {
  you: 'You',
  someone: 'Someone',
} satisfies Messages<typeof source>;
