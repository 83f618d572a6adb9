import { ok, type Result } from '#core/result.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { plainText } from './html-text.ts';
import type { ReadProblem, ReadRefusal } from '../read-problem.ts';
import { rowOfCells, type ReadCell } from '../read-cell.ts';
import { countRow, newTally } from '../tally.ts';
import { numberOf } from './html-number.ts';
import { afterTag, readTag, spanOf, type Tag } from './html-tags.ts';

/**
 * The rows of the tables in a page, numbered as in a spreadsheet that opens it. Text only:
 * nothing is run, loaded or put into a document; scripts and styles are skipped with their content.
 */
export const readHtmlTables = (html: string): Result<readonly SheetRow[], ReadProblem> => {
  const table = tableReader();
  for (let at = html.indexOf('<'), from = 0; ;) {
    table.text(html.slice(from, at < 0 ? html.length : at));
    if (at < 0) break;
    const tag = readTag(html, at);
    const refusal = table.tag(tag);
    if (refusal !== undefined) return refusal;
    from = afterTag(html, tag);
    at = html.indexOf('<', from);
  }
  return table.finish() ?? ok(table.rows);
};

/** Collects text into cells and cells into rows, as the tags say. */
const tableReader = () => {
  const tally = newTally();
  const rows: SheetRow[] = [];
  let number = 0;
  let cells: (ReadCell | undefined)[] | undefined;
  let cell: string[] | undefined;
  let begun = '';
  /** Cells of rows above that go on in this one, by their column. */
  const above = new Map<number, { readonly cell: ReadCell | undefined; left: number }>();
  const take = (column: number): boolean => {
    const over = above.get(column);
    if (over === undefined || cells === undefined) return false;
    cells[column] = over.cell;
    over.left -= 1;
    if (over.left === 0) above.delete(column);
    return true;
  };
  const takeNext = (): void => {
    while (take(cells?.length ?? -1));
  };
  const finishCell = (): void => {
    if (cell !== undefined && cells !== undefined) {
      const read = cellOf(begun, plainText(cell.join('')));
      const left = spanOf(begun, 'rowspan') - 1;
      // A cell over several columns is in the first of them, and one over several rows in each.
      for (let width = 0; width < spanOf(begun, 'colspan'); width += 1) {
        takeNext();
        const own = width === 0 ? read : undefined;
        if (left > 0) above.set(cells.length, { cell: own, left });
        cells.push(own);
      }
    }
    cell = undefined;
  };
  const finish = (): ReadRefusal | undefined => {
    finishCell();
    for (const column of [...above.keys()].sort((a, b) => a - b))
      if (column >= (cells?.length ?? 0)) take(column);
    const row = rowOfCells(number, cells ?? []);
    cells = undefined;
    if (row === undefined) return undefined;
    rows.push(row);
    return countRow(tally, row);
  };
  const text = (piece: string): void => {
    cell?.push(piece);
  };
  const tag = ({ name, isEnd, text: written }: Tag): ReadRefusal | undefined => {
    if (name === 'tr' || (name === 'table' && isEnd)) {
      const refusal = finish();
      if (name === 'table') above.clear();
      if (name === 'tr' && !isEnd) [cells, number] = [[], number + 1];
      return refusal;
    }
    if (name === 'td' || name === 'th') {
      finishCell();
      if (isEnd) return undefined;
      cell = [];
      begun = written;
    } else if (/^(?:br|p|div|li)$/.test(name)) text(' ');
    return undefined;
  };
  return { rows, text, tag, finish };
};

const cellOf = (tag: string, shown: string): ReadCell => {
  const number = numberOf(tag, shown);
  return number === undefined ? { text: shown } : { text: number, isNumber: true };
};
