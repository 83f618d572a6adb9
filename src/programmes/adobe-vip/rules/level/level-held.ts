import { addDays, type Day } from '#core/day/day.ts';
import { heldLevel } from '../renewal/committed-renewal.ts';
import { planBy } from './count-before.ts';
import { anniversaryDue, dayOfAnniversary } from '../customer/customer-deadlines.ts';
import { editionIn } from '../edition/edition-in.ts';
import { longTermSince } from '../anniversary/first-term.ts';
import type { LevelEdition } from './level-editions.ts';
import {
  countableOf,
  higherLevel,
  levelIn,
  levelOf,
  type LevelLine,
  type LevelOrNone,
} from './level.ts';
import { boughtLines, lookBackLines } from './look-back.ts';
import { linesLeft } from '../order/order-lines-left.ts';
import type { CustomerBook } from '../plan/plans.ts';
import { termOf, type Term } from '../proration/proration-input.ts';
import { renewalEditions } from '../renewal/renewal-editions.ts';
import { renewalDays } from '../renewal/renewal-stage.ts';
import { renewalOrdersOf } from '../renewal/renewed-lines.ts';
import { isConsumable } from '../product/sku.ts';

/** So many of a SKU, as it counts to the level. */
export const levelLine = ({
  sku,
  quantity,
}: {
  readonly sku: string;
  readonly quantity: number;
}): LevelLine => ({
  quantity,
  isConsumable: isConsumable(sku),
});

/**
 * The level that a customer holds for an order of a day, whatever the order's size (adobe.md §1):
 * what the console says, what one order of the term reached, what the last look-back gave, and the
 * commitment's. `today` tells a first term that is longer than a year.
 */
export const levelHeld = (
  book: CustomerBook,
  day: Day,
  edition: LevelEdition,
  today?: Day,
): LevelOrNone => {
  const { data, steps } = book.customer;
  const asked = { orderDate: day, anniversary: anniversaryDue(data, steps) };
  const since = longTermSince(data, {
    steps,
    orders: book.orders,
    ...(today !== undefined && { today }),
  });
  const term = termOf(
    asked.anniversary === '' ? asked : { ...asked, date: dayOfAnniversary(data), since },
  );
  const termStart = term.ok && since !== '' ? term.value.termStart : '';
  // An order may be noted in a later term than its own.
  const known = term.ok ? countedBefore(book, term.value.termEnd) : book;
  const reached: LevelOrNone[] = [
    levelIn(data.level) ?? 'none',
    ...sizesInTerm(known, termStart, day).map((size) => levelOf(size, edition)),
    ...(term.ok
      ? lookedBack(known, { ...term.value, isFirst: since !== undefined }, day, edition)
      : []),
  ];
  return heldLevel(reached.reduce(higherLevel, 'none'), data, day, edition);
};

/** How many licences each order of the term had, and the renewal that it began with. */
const sizesInTerm = (book: CustomerBook, termStart: Day, day: Day): number[] => {
  const { orders, returns, customer } = book;
  const sizeOf = (order: (typeof orders)[number]): number =>
    countableOf(
      linesLeft(order, returns).map((line) =>
        levelLine({ ...line, quantity: line.quantity - line.granted }),
      ),
    );
  const bought = orders
    .filter(
      ({ data }) =>
        data.orderType === 'new' && data.orderDate >= termStart && data.orderDate <= day,
    )
    .map(sizeOf);
  const renewed = sum(renewalOrdersOf(orders, termStart).map(sizeOf));
  if (levelIn(customer.data.level) !== undefined) return [...bought, renewed];
  // What no order of the term explains was renewed together at its beginning, as far as the console
  // says nothing else.
  const owned = countableOf(boughtLines(book, day));
  return [...bought, Math.max(renewed, owned - sum(bought))];
};

/**
 * The level from VIP's last look-back before a day: it holds for later orders of any size until the
 * next look-back (adobe.md §1, S12), so a term's result applies during the next term. A first term
 * has none before it.
 */
const lookedBack = (
  book: CustomerBook,
  { termStart, termEnd, isFirst }: Term & { readonly isFirst: boolean },
  day: Day,
  edition: LevelEdition,
): LevelOrNone[] => {
  const { programme, renewalEdition } = book.customer.data;
  if (programme !== 'vip') return [];
  const lookBackOf = (anniversary: Day): Day =>
    renewalDays(anniversary, editionIn(renewalEditions, renewalEdition)).lookBackOn;
  const levelOn = (from: CustomerBook, lookBackOn: Day): LevelOrNone =>
    levelOf(countableOf(lookBackLines(from, lookBackOn, day)), edition);
  const lookBackOn = lookBackOf(termEnd);
  if (day > lookBackOn) return [levelOn(book, lookBackOn)];
  return isFirst ? [] : [levelOn(countedBefore(book, termStart), lookBackOf(termStart))];
};

/**
 * A customer's book without the counts of a term and later ones: what was renewed or bought in it
 * is in them, too.
 */
const countedBefore = (book: CustomerBook, termStart: Day): CustomerBook => {
  const { data, steps } = book.customer;
  const held = Object.entries(data.plans).map(
    ([key, plan]) => [key, planBy(plan, addDays(termStart, -1))] as const,
  );
  const plans = Object.fromEntries(held.filter(([, { on }]) => on < termStart));
  return { ...book, customer: { steps, data: { ...data, plans } } };
};

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((all, number) => all + number, 0);
