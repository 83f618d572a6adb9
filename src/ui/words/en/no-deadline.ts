import type { Messages } from '#core/language/language.ts';
import type { noDeadline as source } from '../sv/no-deadline.ts';

/** Beside home's list, where none of its rows is open. */
export const noDeadline = {
  name: 'No deadline selected',
  title: 'Choose a deadline',
  sentence: 'The order or token, its steps and its days are shown here.',
} satisfies Messages<typeof source>;
