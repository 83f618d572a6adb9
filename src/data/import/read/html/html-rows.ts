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
  const finishCell = (): void => {
    // A cell over several columns is in the first of them.
    if (cell !== undefined)
      cells?.push(
        cellOf(begun, plainText(cell.join(''))),
        ...Array.from({ length: spanOf(begun, 'colspan') - 1 }, () => undefined),
      );
    cell = undefined;
  };
  const finish = (): ReadRefusal | undefined => {
    finishCell();
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
