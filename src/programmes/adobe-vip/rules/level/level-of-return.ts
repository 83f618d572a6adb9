import { NOTHING_DUE, type Day } from '#core/day/day.ts';
import type { LevelEdition } from './level-editions.ts';
import { levelHeld } from './level-held.ts';
import type { LevelOrNone } from './level.ts';
import type { CustomerBook } from '../plan/plans.ts';
import type { ReturnAuthorization } from '../return/return-authorization.ts';
import type { ReturnInput } from '../return/return-commands.ts';

/** The level that a customer holds for later orders, before something goes back and after. */
export type LevelsOfReturn = { readonly before: LevelOrNone; readonly after: LevelOrNone };

/**
 * What a return does to the level (C14): not how many are left tells it, but what is held for the
 * next order (`levelHeld`). What the last look-back counted stays counted, and so does an order of
 * which nothing goes back.
 */
export const levelsOfReturn = (
  book: CustomerBook,
  takes: ReturnInput['takes'],
  today: Day,
  edition: LevelEdition,
): LevelsOfReturn => {
  const returns = [...book.returns, ...takes.map((take) => grantedToday(take, today))];
  return {
    before: levelHeld(book, today, edition, today),
    after: levelHeld({ ...book, returns }, today, edition, today),
  };
};

/** A return as it will be once Adobe has granted it; it is written nowhere. */
const grantedToday = (
  { order, line, quantity }: ReturnInput['takes'][number],
  today: Day,
): ReturnAuthorization => ({
  id: `return-${order}-${line}`,
  kind: 'return-authorization',
  programme: 'adobe-vip',
  parent: '',
  dueOn: NOTHING_DUE,
  newestFirst: 0,
  updatedAt: 0,
  updatedBy: '',
  trashedOn: '',
  data: {
    v: 1,
    customerName: '',
    order,
    lines: { [line]: quantity },
    reference: '',
    followUpEdition: '',
    owner: '',
  },
  // After whatever was counted today.
  steps: [
    { id: 'granted', kind: 'return-granted', on: today, at: Number.MAX_SAFE_INTEGER, by: '' },
  ],
  history: [],
  clashes: [],
});
