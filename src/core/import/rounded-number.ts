import type { SheetRow } from './sheet.ts';
import { cellText, shortened } from './tables/table-columns.ts';

/** A spreadsheet keeps fifteen figures of a number and writes noughts in place of the others. */
const MOST_FIGURES = 15;

/** A short number with a power of ten: `1,23E+11`, `1E+11`, `9.00000417E8`; `1E11` may be a name. */
const POWER_OF_TEN = /^[-+]?\d{1,3}(?:[.,]\d+E[-+]?|E\+)\d{1,3}$/i;

/**
 * Whether a number that names something, such as an order, is no longer all there: a spreadsheet
 * wrote it with a power of ten, or kept it as a number of more figures than it can hold.
 */
export const isRounded = (text: string, isNumberCell: boolean): boolean => {
  const written = text.normalize('NFKC').replace(/\s/g, '');
  if (POWER_OF_TEN.test(written)) return true;
  const [, figures = ''] = /^-?(\d+)(?:[.,]\d+)?$/.exec(written) ?? [];
  return isNumberCell && figures.replace(/^0+/, '').length > MOST_FIGURES;
};

/** A row that cannot be taken as a number in it is no longer all there, with what is left of it. */
export type WasRounded = {
  readonly reason: 'number-was-rounded';
  readonly params: { readonly written: string };
};

/** The first of a row's numbers at these places that was rounded, or undefined when none was. */
export const roundedAt = (
  row: SheetRow,
  places: readonly (number | undefined)[],
): WasRounded | undefined => {
  const rounded = places.find(
    (at) => at !== undefined && isRounded(cellText(row, at), row.numbers?.includes(at) ?? false),
  );
  return rounded === undefined
    ? undefined
    : { reason: 'number-was-rounded', params: { written: shortened(cellText(row, rounded)) } };
};
