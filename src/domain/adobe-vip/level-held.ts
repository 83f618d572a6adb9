import type { Day } from '../day.ts';
import { heldLevel } from './committed-renewal.ts';
import { anniversaryDue, dayOfAnniversary } from './customer-deadlines.ts';
import { editionIn } from './edition-in.ts';
import { longTermSince } from './first-term.ts';
import type { LevelEdition } from './level-editions.ts';
import { countableOf, higherLevel, levelIn, levelOf, type Level, type LevelLine } from './level.ts';
import { boughtLines, lookBackLines } from './look-back.ts';
import { linesLeft } from './order-lines-left.ts';
import type { CustomerBook } from './plans.ts';
import { termOf, type Term } from './proration-input.ts';
import { renewalEditions } from './renewal-editions.ts';
import { renewalDays } from './renewal-stage.ts';
import { renewalOrdersOf } from './renewed-lines.ts';
import { isConsumable } from './sku.ts';

/** So many of a SKU, as it counts to the level. */
export const levelLine = ({ sku, quantity }: { readonly sku: string; readonly quantity: number }): LevelLine => ({
  ...{ quantity, isConsumable: isConsumable(sku) },
});

/**
 * The level that a customer holds for an order of a day, whatever the order's size (adobe.md §1): what the console says, what
 * one order of the term reached, what the look-back gave once its day has passed, and the commitment's. `today` tells a first term
 * that is longer than a year.
 */
export const levelHeld = (book: CustomerBook, day: Day, edition: LevelEdition, today?: Day): Level => {
  const { data, steps } = book.customer;
  const asked = { orderDate: day, anniversary: anniversaryDue(data, steps) };
  const since = longTermSince(data, { steps, orders: book.orders, ...(today !== undefined && { today }) });
  const term = termOf(asked.anniversary === '' ? asked : { ...asked, date: dayOfAnniversary(data), since });
  const termStart = term.ok && since !== '' ? term.value.termStart : '';
  const reached = [
    levelIn(data.level) ?? '1',
    ...sizesInTerm(book, termStart, day).map((size) => levelOf(size, edition)),
    ...(term.ok ? lookedBack(book, term.value, day, edition) : []),
  ];
  return heldLevel(reached.reduce(higherLevel, '1'), data, day, edition);
};

/** How many licences each order of the term had, and the renewal that it began with. */
const sizesInTerm = (book: CustomerBook, termStart: Day, day: Day): number[] => {
  const { orders, returns, customer } = book;
  const sizeOf = (order: (typeof orders)[number]): number =>
    countableOf(
      linesLeft(order, returns).map((line) => levelLine({ ...line, quantity: line.quantity - line.granted })),
    );
  const bought = orders
    .filter(({ data }) => data.orderType === 'new' && data.orderDate >= termStart && data.orderDate <= day)
    .map(sizeOf);
  const renewed = sum(renewalOrdersOf(orders, termStart).map(sizeOf));
  if (levelIn(customer.data.level) !== undefined) return [...bought, renewed];
  // What no order of the term explains was renewed together at its beginning, as far as the console says nothing else.
  const owned = countableOf(boughtLines(book, day));
  return [...bought, Math.max(renewed, owned - sum(bought))];
};

// It holds for later orders, those of the renewal's window included.
const lookedBack = (book: CustomerBook, { termEnd }: Term, day: Day, edition: LevelEdition): Level[] => {
  const { programme, renewalEdition } = book.customer.data;
  const { lookBackOn } = renewalDays(termEnd, editionIn(renewalEditions, renewalEdition));
  if (programme !== 'vip' || day <= lookBackOn) return [];
  return [levelOf(countableOf(lookBackLines(book, lookBackOn, day)), edition)];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
