import { describe, expect, test } from 'vitest';
import { headingKey } from '#core/import/heading-key.ts';
import { withJoinedHeadings } from '#core/import/tables/heading-rows-joined.ts';
import type { SheetRow } from '#core/import/sheet.ts';

const KNOWN = new Set([
  'ordernumber',
  'orderdate',
  'amount',
  'code',
  'name',
  'customername',
  'vipid',
]);
const knows = (heading: string): boolean => KNOWN.has(headingKey(heading));
const heads = ({ cells }: SheetRow): boolean => cells.filter(knows).length > 1;

const joined = (...lines: readonly string[]): (readonly [number, string])[] => {
  const rows = lines.flatMap((line, at): SheetRow[] =>
    line === '' ? [] : [{ number: at + 1, cells: line.split(';') }],
  );
  return withJoinedHeadings({ name: '', rows }, { heads, knows }).rows.map(({ number, cells }) => [
    number,
    cells.join(';'),
  ]);
};

describe('A5: headings of two rows', () => {
  test('A5: become one row in the place of the lower one, what is above going on to the right', () => {
    expect(joined('Order;;Amount', 'number;date;', 'W1;2026-09-01;5')).toEqual([
      [2, 'Order / number;Order / date;Amount'],
      [3, 'W1;2026-09-01;5'],
    ]);
  });

  test('A5: a heading that means something by itself is not changed by what is above it', () => {
    expect(joined('Customer;;Money', 'Name;VIP ID;Amount', 'Nordby;1;5')).toEqual([
      [1, 'Customer;;Money'],
      [2, 'Name;VIP ID;Amount'],
      [3, 'Nordby;1;5'],
    ]);
    expect(joined('Order;;Shop', 'number;date;Name', 'W1;2026-09-01;5')[0]).toEqual([
      2,
      'Order / number;Order / date;Name',
    ]);
  });

  test('A5: one that stands twice is told apart by what is above it', () => {
    expect(joined('VIP ID;Seller;;Customer;', ';Name;Code;Name;Code', '1;a;b;c;d')[0]).toEqual([
      2,
      'VIP ID;Seller / Name;Seller / Code;Customer / Name;Customer / Code',
    ]);
  });

  test('A5: stand below lines that speak of the list, and after a row of them that is empty', () => {
    const lines = ['List of orders', '', 'Order;;Code', 'number;date', 'W1;1;X'];
    expect(joined(...lines)).toEqual([
      [1, 'List of orders'],
      [4, 'Order / number;Order / date;Code'],
      [5, 'W1;1;X'],
    ]);
  });

  test.each([
    ['rows that are no neighbours', 'Order;Order', '', 'number;date', 'W1;1'],
    ['a row of headings and words below it', 'Code;Name', 'order;number', 'a;b'],
    ['a row with figures', 'Order;Order', 'number;7', 'W1;1'],
    ['one cell above', 'Order;', 'number;date', 'W1;1'],
  ])('A5: %s stay as they are', (_, ...lines) => {
    const rows = joined(...lines);
    expect(rows.map(([, cells]) => cells)).toEqual(lines.filter((line) => line !== ''));
  });
});
