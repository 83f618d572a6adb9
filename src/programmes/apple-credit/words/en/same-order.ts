import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { sameOrder as source } from '../sv/same-order.ts';

const n = countIn('en');

/** Words of the question whether two credit orders are the same (A5). */
export const sameOrder = {
  title: 'Is it the same order?',
  lead: (number) => `Order ${number} is here twice. Choose whether it is the same.`,
  meanwhile: 'Until someone answers, only the older one counts.',
  older: 'The older one',
  younger: 'The newer one',
  number: (number) => `Order ${number}`,
  noPurchaser: 'no content purchaser',
  typedBy: (who, when) => (who === '' ? `Entered ${when}` : `Entered by ${who} ${when}`),
  importedBy: (who, when) =>
    who === '' ? `From a sheet ${when}` : `From a sheet, imported by ${who} ${when}`,
  codes: (count) => (count === 0 ? 'no codes' : count === 1 ? '1 code' : `${n(count)} codes`),
  answer: 'Your answer',
  same: 'The same order',
  sameMeans:
    'Codes and steps go to the older one. A step that it already has, such as downloaded, it keeps as it is. The newer one goes to the trash.',
  takesDay: (day: string) =>
    `The order date becomes ${day}: something happened before the older one’s order date.`,
  daysClash:
    'One date is then before the order date. Correct the order date or that step once they are one order.',
  two: 'Two different orders',
  twoMeans: 'Both count and send reminders. You will not be asked again.',
  join: 'Merge them',
  keep: 'Keep both',
  joined: 'The orders are merged',
  kept: 'Both are kept',
  reason: 'The answer was undone',
} satisfies Messages<typeof source>;
