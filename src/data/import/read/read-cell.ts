import type { SheetRow } from '#core/import/sheet.ts';
import { withoutTail } from './tally.ts';

/** A cell of a workbook as read. */
export type ReadCell = {
  readonly text: string;
  readonly isNumber?: boolean;
  /** '' where the formula is not known. */
  readonly formula?: string | undefined;
  /** The address behind the cell. */
  readonly link?: string | undefined;
};

/** A row of such cells; those that are not there are empty. */
export const rowOfCells = (number: number, cells: readonly (ReadCell | undefined)[]): SheetRow => {
  const texts = withoutTail(Array.from(cells, (cell) => cell?.text ?? ''));
  const [numbers, formulas]: [number[], number[]] = [[], []];
  const links: [number, string][] = [];
  for (const [at, cell] of cells.slice(0, texts.length).entries()) {
    if (cell === undefined) continue;
    if (cell.isNumber === true) numbers.push(at);
    if (cell.formula !== undefined) formulas.push(at);
    const link = cell.link ?? addressIn(cell.formula ?? '');
    if (link !== undefined) links.push([at, link]);
  }
  return {
    number,
    cells: texts,
    ...(formulas.length > 0 ? { formulas } : {}),
    ...(numbers.length > 0 ? { numbers } : {}),
    ...(links.length > 0 ? { links: Object.fromEntries(links) } : {}),
  };
};

/**
 * The address that a `HYPERLINK` formula spells out; one that is put together is not worked out.
 */
const addressIn = (formula: string): string | undefined =>
  /^HYPERLINK\(\s*"(https:\/\/[^"]{1,2000})"\s*(?:[,;]|\))/i.exec(formula)?.[1];

/** The rows that a sheet of any spreadsheet program has at most. */
export const MOST_ROWS = 1_048_576;

/** The columns that it has at most. */
export const MOST_COLUMNS = 16_384;
