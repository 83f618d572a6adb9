import type { Messages } from '#core/language/language.ts';
import type { credit } from './sv/credit.ts';
import type { resend } from './sv/resend.ts';

declare module '#ui/text.ts' {
  interface Catalogues {
    readonly credit: Messages<typeof credit>;
    readonly resend: Messages<typeof resend>;
  }
}
