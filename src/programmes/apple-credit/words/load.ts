import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { resend } from './sv/resend.ts';
import type { credit } from './sv/credit.ts';

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
