import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { about } from './sv/about.ts';
import type { kinds, readAs } from './sv/kinds.ts';
import type { resend } from './sv/resend.ts';
import type { credit } from './sv/credit.ts';
import type { sameOrder } from './sv/same-order.ts';

/**
 * The words of resend requests.
 */
export const loadResendText = wordsIn<Messages<typeof resend>>(
  async () => (await import('./sv/resend.ts')).resend,
  async () => (await import('./en/resend.ts')).resend,
);

/** The words of credit orders and their codes. */
export const loadCreditText = wordsIn<Messages<typeof credit>>(
  async () => (await import('./sv/credit.ts')).credit,
  async () => (await import('./en/credit.ts')).credit,
);

/** What is said of this programme to those who choose what they manage. */
export const loadAbout = wordsIn<Messages<typeof about>>(
  async () => (await import('./sv/about.ts')).about,
  async () => (await import('./en/about.ts')).about,
);

/** The question about two orders that may be the same, with its answers. */
export type SameOrderWords = Messages<typeof sameOrder>;

/** The words of the question whether two orders are the same. */
export const loadSameOrderText = wordsIn<SameOrderWords>(
  async () => (await import('./sv/same-order.ts')).sameOrder,
  async () => (await import('./en/same-order.ts')).sameOrder,
);

/** What its sheets are read as. */
export const loadReadAsWords = wordsIn<Messages<typeof readAs>>(
  async () => (await import('./sv/kinds.ts')).readAs,
  async () => (await import('./en/kinds.ts')).readAs,
);

/** What its records are called. */
export const loadKindWords = wordsIn<Messages<typeof kinds>>(
  async () => (await import('./sv/kinds.ts')).kinds,
  async () => (await import('./en/kinds.ts')).kinds,
);
