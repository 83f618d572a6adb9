import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { sameOrder } from './sv/same-order.ts';

/** The question about two orders that may be the same, with its answers. */
export type SameOrderWords = Messages<typeof sameOrder>;

/** Loads the words of Apple volume credit, of one object at a time. */
export const loadAppleCreditWords = wordsIn({
  /** Resend requests. */
  resend: {
    sv: () => import('./sv/resend.ts'),
    en: () => import('./en/resend.ts'),
  },
  /** Credit orders and their codes. */
  credit: {
    sv: () => import('./sv/credit.ts'),
    en: () => import('./en/credit.ts'),
  },
  /** How this programme is described to those who choose what they manage. */
  about: {
    sv: () => import('./sv/about.ts'),
    en: () => import('./en/about.ts'),
  },
  /** The question whether two orders are the same. */
  sameOrder: {
    sv: () => import('./sv/same-order.ts'),
    en: () => import('./en/same-order.ts'),
  },
  /** What its sheets are read as. */
  readAs: {
    sv: () => import('./sv/kinds.ts'),
    en: () => import('./en/kinds.ts'),
  },
  /** What its records are called. */
  kinds: {
    sv: () => import('./sv/kinds.ts'),
    en: () => import('./en/kinds.ts'),
  },
});
