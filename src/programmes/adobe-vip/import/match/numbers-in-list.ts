import type { Day } from '#core/day/day.ts';
import type { ListedLine } from './line-match.ts';
import type { VipDesk } from './desk.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';

/**
 * One line that a list says of what has a number; `request` is the number of the authorization that
 * a line of an order is of.
 */
export type NumberedRow = ListedLine & { readonly day: Day; readonly request?: string };

/** What has numbers of the world's own. */
export type Numbered = 'order' | 'authorization';

type Numbers = Readonly<Record<Numbered, Map<string, NumberedRow[]>>>;

const readIn = new WeakMap<VipDesk, Numbers>();

/**
 * What all rows of the list say under a number: one row alone does not tell whether it is another's
 * by now.
 */
export const rowsOfNumber = (
  desk: VipDesk,
  kind: Numbered,
  number: string,
): readonly NumberedRow[] => numbersIn(desk)[kind].get(numberKey(number)) ?? [];

/** Whether the list speaks of what has a number, be it in a row of something else. */
export const isNumberInList = (desk: VipDesk, kind: Numbered, number: string): boolean =>
  number !== '' && numbersIn(desk)[kind].has(numberKey(number));

// Gone over once, and only where something asks.
const numbersIn = (desk: VipDesk): Numbers => {
  const known = readIn.get(desk);
  if (known !== undefined) return known;
  const numbers: Numbers = { order: new Map(), authorization: new Map() };
  const add = (kind: Numbered, number: string, rows: readonly NumberedRow[]): void => {
    if (number === '') return;
    const there = numbers[kind].get(numberKey(number));
    if (there === undefined) numbers[kind].set(numberKey(number), [...rows]);
    else there.push(...rows);
  };
  for (const row of desk.list) {
    if (row.outcome !== 'value' || (row.is !== 'order' && row.is !== 'authorization')) continue;
    const named = {
      product: row.product || desk.products.of(row.sku) || row.sku,
      sku: row.sku,
      quantity: row.quantity,
    };
    if (row.is === 'authorization')
      add('authorization', row.requestNumber, [{ ...named, day: row.createdOn }]);
    else if (row.type === 'return') add('order', row.originalOrder || row.orderNumber, []);
    else {
      add('order', row.orderNumber, [{ ...named, day: row.orderDate, request: row.requestNumber }]);
      add('authorization', row.requestNumber, []);
    }
  }
  readIn.set(desk, numbers);
  return numbers;
};
