import { headingKey } from '#core/import/heading-key.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { cellText } from '#core/import/tables/table-columns.ts';
import { vipIdText } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import type { VipTable } from './table.ts';
import { isHeadedAs } from './headed-as.ts';
import { VIP_LISTS } from './fields.ts';
import { vipFieldOf } from './headings.ts';
import { isRowNumber, saysNoNumber } from './row-numbers.ts';

/**
 * The rows below a list that only repeat its headings, and those of another table that follows on the
 * same sheet: from its headings on, until the list's own come again. Where nobody knows those
 * headings, a row with a number like those of the list goes on with it, too.
 */
export const tablesBelow = (
  table: VipTable,
): ReadonlyMap<SheetRow, 'headings-again' | 'another-table'> => {
  const isAgain = repeats(table);
  const isApart = wordsApart(table);
  const numbersOf = numbersIn(table);
  const own = new Set<string>();
  const found = new Map<SheetRow, 'headings-again' | 'another-table'>();
  let below: 'known' | 'unknown' | undefined;
  for (const [at, row] of table.rows.entries()) {
    const again = isAgain(row);
    if (again || (below === 'unknown' && numbersOf(row).some((number) => own.has(number))))
      below = undefined;
    if (!again && below !== 'known' && headsAnother(row)) below = 'known';
    if (!again && below === undefined && isApart(row, table.rows[at - 1])) below = 'unknown';
    if (again) found.set(row, 'headings-again');
    else if (below !== undefined) found.set(row, 'another-table');
    else for (const number of numbersOf(row)) own.add(number);
  }
  return found;
};

/** Whether a row says no more than the headings do, and at least half of them. */
const repeats = ({ columns }: VipTable): ((row: SheetRow) => boolean) => {
  const keys = columns.map(({ heading }) => headingKey(heading));
  const headed = keys.filter((key) => key !== '').length;
  return (row) => {
    const filled = filledIn(row);
    if (headed === 0 || filled.length < headed / 2) return false;
    return filled.every(([text, index]) => {
      const key = keys[index] ?? '';
      return key !== '' && headingKey(text) === key;
    });
  };
};

/**
 * Whether a row has the headings of another list: such as identify one, or several known ones and
 * few others.
 */
const headsAnother = (row: SheetRow): boolean => {
  const filled = filledIn(row);
  if (filled.length < 2 || filled.some(([text]) => /\d{3}/.test(text))) return false;
  if (VIP_LISTS.some((kind) => isHeadedAs(row, kind))) return true;
  const known = filled.filter(([text]) => VIP_LISTS.some((kind) => vipFieldOf(text, kind)));
  return known.length > 1 && known.length >= filled.length / 2;
};

const numberColumns = ({ columns }: VipTable): number[] =>
  columns.filter(({ field }) => isRowNumber(field)).map(({ index }) => index);

/**
 * Whether a row after a blank line has words alone, and one where a number would be: headings that
 * nobody knows. A word that says there is no number belongs to a row of the list.
 */
const wordsApart = (
  table: VipTable,
): ((row: SheetRow, before: SheetRow | undefined) => boolean) => {
  const numbers = numberColumns(table);
  return (row, before) => {
    const filled = filledIn(row);
    return (
      filled.length > 1 &&
      before !== undefined &&
      row.number > before.number + 1 &&
      filled.every(([text]) => !/\d/.test(text)) &&
      filled.some(([text, index]) => numbers.includes(index) && !saysNoNumber(text))
    );
  };
};

/** Where a row has numbers that identify it, and how long they are. */
const numbersIn = (table: VipTable): ((row: SheetRow) => string[]) => {
  const numbers = numberColumns(table);
  return (row) =>
    numbers.flatMap((index) => {
      const text = vipIdText(cellText(row, index));
      return /\d/.test(text) && text.length > 4 ? [`${index}: ${text.length}`] : [];
    });
};

const filledIn = (row: SheetRow): (readonly [text: string, index: number])[] =>
  row.cells.flatMap((_, index) => {
    const text = cellText(row, index);
    return text === '' ? [] : [[text, index] as const];
  });
