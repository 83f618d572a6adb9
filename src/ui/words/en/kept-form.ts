import type { Messages } from '#core/language/language.ts';
import type { keptForm as swedish } from '../sv/kept-form.ts';

/** What a form says of what was typed in it before it was left. */
export const keptForm = {
  kept: 'What you typed last time is still here.',
  startOver: 'Start over',
  startedOver: 'What you typed was removed.',
} satisfies Messages<typeof swedish>;
