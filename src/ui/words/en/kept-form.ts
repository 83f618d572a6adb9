import type { Messages } from '#core/language/language.ts';
import type { keptForm as swedish } from '../sv/kept-form.ts';

/** What a form says of what was typed in it before it was left. */
export const keptForm = {
  kept: 'What you typed last time is still here.',
  startOver: 'Start over',
  startedOver: 'What you typed was removed.',
  waits: (fields) =>
    fields === 1
      ? 'What you typed in one field before the update is not filled in: what stands there now may be newer.'
      : `What you typed in ${fields} fields before the update is not filled in: what stands there now may be newer.`,
  take: 'Fill in what I typed',
  taken: 'What you typed is filled in.',
} satisfies Messages<typeof swedish>;
