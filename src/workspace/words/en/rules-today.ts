import type { Messages } from '#core/language/language.ts';
import type { rulesToday as source } from '../sv/rules-today.ts';

/** Which rules hold for someone today, in English. */
export const rulesToday = {
  title: 'What applies to you today?',
  sub: 'Apple and Adobe have changed their rules over the years. You can change this in Settings.',
  save: 'Choose',
  other: 'Another rule',
  source: (sentence, source) => `${sentence} Source: ${source}.`,
} satisfies Messages<typeof source>;
