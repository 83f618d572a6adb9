import type { Messages } from '#core/language/language.ts';
import type { farDay as swedish } from '../sv/far-day.ts';

/** Words of the question about a day that is more than a year ahead. */
export const farDay = {
  question: (day) => `${day} is more than a year away. Is that right?`,
  right: 'The date is right',
  missed: 'Correct the date, or confirm that it is right.',
} satisfies Messages<typeof swedish>;
