import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { LIMITS } from '../limits.ts';
import { MOST_COLUMNS, MOST_ROWS, rowOfCells, type ReadCell } from '../read-cell.ts';
import type { ReadProblem, ReadRefusal } from '../read-problem.ts';
import { countRow, newTally } from '../tally.ts';
import { newOdsCell, type OdsCell } from './ods-cell.ts';
import { attributesOf, pastElement, xmlTagAt, xmlText, type XmlTag } from './xml-tags.ts';

/**
 * The sheets of OpenDocument (ODF 1.3, part 3, chapter 9), from the text that holds their cells.
 * Nothing is calculated; a row or cell that stands for many is repeated up to the limits.
 */
export const readOdsSheets = (xml: string): Result<readonly Sheet[], ReadProblem> => {
  const reader = sheetReader();
  for (let at = xml.indexOf('<'), from = 0; at >= 0; at = xml.indexOf('<', from)) {
    reader.text(xml, from, at);
    const tag = xmlTagAt(xml, at);
    from = tag.end;
    if (!('name' in tag)) continue;
    if (reader.isApart(tag)) {
      from = pastElement(xml, tag);
      continue;
    }
    const refusal = tag.is === 'end' ? reader.end(tag.name) : reader.start(tag);
    if (refusal !== undefined) return refusal;
  }
  return reader.isOpen() ? refuse('damaged-file') : ok(reader.sheets);
};

/** What lies in a sheet or a cell and has texts or cells of its own that are none of its. */
const APART =
  /^(?:draw:.*|office:(?:annotation|forms)|table:(?:tracked-changes|dde-links|shapes)|text:ruby-text)$/;

type OpenSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: SheetRow[];
  readonly hiddenColumns: number[];
  /** Columns that were told of so far. */
  columns: number;
};

/** Collects texts into cells, cells into rows and rows into sheets, as the tags say. */
const sheetReader = () => {
  const sheets: Sheet[] = [];
  const hiddenStyles = new Set<string>();
  const tally = newTally();
  const seen = { rows: 0, cells: 0 };
  let style = '';
  let sheet: OpenSheet | undefined;
  let row: OpenRow | undefined;
  let cell: OdsCell | undefined;
  let number = 0;
  let height = 1;
  /** Cells that go on in rows below, by their column. */
  const spanned = new Map<number, { readonly cell: ReadCell; left: number }>();

  const beginSheet = (tag: XmlTag): void => {
    const said = attributesOf(tag);
    const isHidden = hiddenStyles.has(said.get('table:style-name') ?? '');
    sheet = {
      name: said.get('table:name') ?? '',
      isHidden,
      rows: [],
      hiddenColumns: [],
      columns: 0,
    };
    number = 0;
    spanned.clear();
    if (tag.is === 'empty') endSheet();
  };
  const endSheet = (): void => {
    if (sheet !== undefined) {
      const { name, rows, hiddenColumns } = sheet;
      const shown = hiddenColumns.length === 0 ? { name, rows } : { name, rows, hiddenColumns };
      sheets.push(sheet.isHidden ? { ...shown, isHidden: true } : shown);
    }
    sheet = undefined;
  };
  const beginRow = (tag: XmlTag): ReadRefusal | undefined => {
    seen.rows += 1;
    if (seen.rows > LIMITS.rows) return refuse('too-many-rows', undefined, { limit: LIMITS.rows });
    row = {
      times: timesIn(tag, 'table:number-rows-repeated'),
      cells: [],
      blanks: 0,
      isHidden: isOutOfSight(tag),
    };
    return tag.is === 'empty' ? endRow() : undefined;
  };
  const endRow = (): ReadRefusal | undefined => {
    const { times = 1, cells = [], isHidden = false } = row ?? {};
    fillSpanned(spanned, cells, times);
    const first = number + 1;
    number += times;
    row = undefined;
    if (cells.length === 0) return undefined;
    const seen = rowOfCells(first, cells);
    if (seen === undefined) return undefined;
    const read: SheetRow = isHidden ? { ...seen, isHidden: true } : seen;
    for (let at = first; at <= number; at += 1) {
      if (at > MOST_ROWS) return refuse('damaged-file');
      const again = at === first ? read : { ...read, number: at };
      const refusal = countRow(tally, again);
      if (refusal !== undefined) return refusal;
      sheet?.rows.push(again);
    }
    return undefined;
  };
  const beginCell = (tag: XmlTag): ReadRefusal | undefined => {
    seen.cells += 1;
    if (seen.cells > LIMITS.cells)
      return refuse('too-many-cells', undefined, { limit: LIMITS.cells });
    cell = newOdsCell(attributesOf(tag), timesIn(tag, 'table:number-columns-repeated'));
    height = timesIn(tag, 'table:number-rows-spanned');
    return tag.is === 'empty' ? endCell() : undefined;
  };
  const endCell = (): ReadRefusal | undefined => {
    const ended = cell;
    cell = undefined;
    if (ended === undefined || row === undefined) return undefined;
    const read = ended.read();
    const column = row.cells.length + row.blanks;
    if (!addCell(row, read, ended.times)) return refuse('damaged-file');
    // An empty one may be at a column that no sheet has.
    if (height > 1 && read.text.trim() !== '') spanned.set(column, { cell: read, left: height });
    return undefined;
  };

  const tellColumns = (tag: XmlTag, { hiddenColumns, columns }: OpenSheet): void => {
    const until = Math.min(MOST_COLUMNS, columns + timesIn(tag, 'table:number-columns-repeated'));
    if (isOutOfSight(tag))
      for (let index = columns; index < until; index += 1) hiddenColumns.push(index);
    if (sheet !== undefined) sheet.columns = until;
  };

  const start = (tag: XmlTag): ReadRefusal | undefined => {
    if (cell !== undefined) {
      cell.start(tag);
      return cell.isTooLong()
        ? refuse('endless-cell', undefined, { row: number + 1, limit: LIMITS.cell })
        : undefined;
    }
    if (tag.name === 'style:style')
      style = tag.is === 'empty' ? '' : (attributesOf(tag).get('style:name') ?? '');
    else if (tag.name === 'style:table-properties') {
      if (attributesOf(tag).get('table:display') === 'false') hiddenStyles.add(style);
    } else if (tag.name === 'table:table') beginSheet(tag);
    else if (tag.name === 'table:table-column' && sheet !== undefined) tellColumns(tag, sheet);
    else if (tag.name === 'table:table-row' && sheet !== undefined) return beginRow(tag);
    else if (CELL.test(tag.name) && row !== undefined) return beginCell(tag);
    return undefined;
  };
  const end = (name: string): ReadRefusal | undefined => {
    if (CELL.test(name)) return endCell();
    if (name === 'table:table-row') return endRow();
    if (name === 'table:table') endSheet();
    else if (name === 'style:style') style = '';
    else cell?.end(name);
    return undefined;
  };
  const text = (xml: string, from: number, to: number): void => {
    if (to > from) cell?.text(xmlText(xml.slice(from, to)));
  };
  /** A sheet in a cell is none that can be seen. */
  const isApart = ({ name, is }: XmlTag): boolean =>
    is !== 'end' && (APART.test(name) || (name === 'table:table' && sheet !== undefined));
  return { sheets, start, end, text, isApart, isOpen: () => sheet !== undefined };
};

const CELL = /^table:(?:covered-)?table-cell$/;

/** How often a row or cell is there. */
const timesIn = (tag: XmlTag, attribute: string): number => {
  const said = attributesOf(tag).get(attribute) ?? '';
  return /^[1-9]\d{0,8}$/.test(said) ? Number(said) : 1;
};

/** Whether a row or column is hidden, or left out by a filter. */
const isOutOfSight = (tag: XmlTag): boolean =>
  /^(?:collapse|filter)$/.test(attributesOf(tag).get('table:visibility') ?? '');

type OpenRow = {
  readonly times: number;
  readonly isHidden: boolean;
  readonly cells: (ReadCell | undefined)[];
  /** Empty cells since the last one with something in it: most rows end with a thousand of them. */
  blanks: number;
};

/** A cell that is merged over several rows says the same of each that has something else in it. */
const fillSpanned = (
  spanned: Map<number, { readonly cell: ReadCell; left: number }>,
  cells: (ReadCell | undefined)[],
  times: number,
): void => {
  for (const [column, over] of spanned) {
    if (cells.length > 0 && (cells[column]?.text ?? '') === '') cells[column] = over.cell;
    over.left -= times;
    if (over.left <= 0) spanned.delete(column);
  }
};

/** False where a row would have more cells than any sheet. */
const addCell = (row: OpenRow, cell: ReadCell, times: number): boolean => {
  if (cell.text.trim() === '' && cell.isError !== true) {
    row.blanks += times;
    return true;
  }
  if (row.cells.length + row.blanks + times > MOST_COLUMNS) return false;
  row.cells.length += row.blanks;
  row.blanks = 0;
  for (let left = times; left > 0; left -= 1) row.cells.push(cell);
  return true;
};
