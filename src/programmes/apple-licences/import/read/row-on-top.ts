import type { SheetRow } from '#core/import/sheet.ts';
import { areMostly, cellsUnder, cellText } from '#core/import/tables/table-columns.ts';
import { isAppNumber } from './columns.ts';
import { isAddress } from './people/addresses.ts';

/** Whether a row has an address of its own: no heading is one, whatever the words beside it are. */
export const hasAddress = (row: SheetRow): boolean =>
  row.cells.some((_, index) => isAddress(cellText(row, index)));

/**
 * Whether a row on top heads nothing: it has an address, a serial number or the number of an app
 * in a column that holds such below.
 */
export const isRowOnTop = (top: SheetRow, below: readonly SheetRow[]): boolean =>
  top.cells.some((_, index) => {
    const text = cellText(top, index);
    const under = below.length === 0 ? [text] : cellsUnder(below, index);
    return [isAddress, isSerial, isAppNumber].some((is) => is(text) && areMostly(under, is));
  });

/** A word in capitals alone may be a heading. */
const isSerial = (text: string): boolean => /^(?=.*\d)(?=.*[A-Z])[A-Z\d]{8,17}$/i.test(text);
