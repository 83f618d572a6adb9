import type { Messages } from '#core/language/language.ts';
import type { credit } from './sv/credit.ts';
import type { resend } from './sv/resend.ts';

/** The texts of this programme alone: the types of no other room have them. */
export type CreditCatalogues = {
  readonly credit: Messages<typeof credit>;
  readonly resend: Messages<typeof resend>;
};
