import { headingKey } from '#core/import/heading-key.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { cellText } from '#core/import/table-columns.ts';
import type { VipTable } from './table.ts';
import { isHeadedAs } from './headed-as.ts';
import { VIP_LISTS } from './fields.ts';
import { vipFieldOf } from './headings.ts';
import { isRowNumber } from './row-numbers.ts';

/**
 * The rows below a list that only repeat its headings, and those of another table that follows on the
 * same sheet: from its headings on, until the list's own come again.
 */
export const tablesBelow = (
  table: VipTable,
): ReadonlyMap<SheetRow, 'headings-again' | 'another-table'> => {
  const isAgain = repeats(table);
  const isOther = headsAnother(table);
  const found = new Map<SheetRow, 'headings-again' | 'another-table'>();
  let isBelow = false;
  for (const [at, row] of table.rows.entries()) {
    const again = isAgain(row);
    isBelow = !again && (isBelow || isOther(row, table.rows[at - 1]));
    if (again) found.set(row, 'headings-again');
    else if (isBelow) found.set(row, 'another-table');
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
 * few others. After a blank line so has one of words alone, where a number would be.
 */
const headsAnother = ({
  columns,
}: VipTable): ((row: SheetRow, before: SheetRow | undefined) => boolean) => {
  const numbers = columns.filter(({ field }) => isRowNumber(field)).map(({ index }) => index);
  return (row, before) => {
    const filled = filledIn(row);
    if (filled.length < 2 || filled.some(([text]) => /\d{3}/.test(text))) return false;
    if (VIP_LISTS.some((kind) => isHeadedAs(row, kind))) return true;
    const known = filled.filter(([text]) => VIP_LISTS.some((kind) => vipFieldOf(text, kind)));
    if (known.length > 1 && known.length >= filled.length / 2) return true;
    return (
      before !== undefined &&
      row.number > before.number + 1 &&
      filled.every(([text]) => !/\d/.test(text)) &&
      filled.some(([, index]) => numbers.includes(index))
    );
  };
};

const filledIn = (row: SheetRow): (readonly [text: string, index: number])[] =>
  row.cells.flatMap((_, index) => {
    const text = cellText(row, index);
    return text === '' ? [] : [[text, index] as const];
  });
