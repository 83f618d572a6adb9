import { plainText } from '../read/html/html-text.ts';
import { spanOf } from '../read/html/html-tags.ts';
import type { PagePart } from './page-parts.ts';

type IsUnseen = (part: PagePart) => boolean;

/**
 * The rows of a table that has several columns; undefined of one that only places what is in it. One
 * with as many columns as the table `before` it goes on with that, also where a single cell is filled.
 */
export const tableRows = (
  table: PagePart,
  isUnseen: IsUnseen,
  before: number,
): readonly (readonly string[])[] | undefined => {
  if (all(table, 'table').length > 0) return undefined;
  const trs = all(table, 'tr');
  /** In how many rows more each column is taken by a cell above, and what that says. */
  const taken: { left: number; readonly text: string }[] = [];
  const rows = trs.map((row, at) => {
    const cells: string[] = [];
    const skipTaken = (): void => {
      for (let over = taken[cells.length]; over && over.left > 0; over = taken[cells.length]) {
        over.left -= 1;
        cells.push(over.text);
      }
    };
    for (const cell of [...all(row, 'td', 'th')]) {
      skipTaken();
      const left = Math.min(spanOf(cell.tag, 'rowspan'), trs.length - at) - 1;
      // A cell over several columns is in the first of them, and one over several rows in each.
      let text = plainText(written(cell, isUnseen));
      for (let over = spanOf(cell.tag, 'colspan'); over > 0; over -= 1) {
        taken[cells.length] = { left, text };
        cells.push(text);
        text = '';
      }
    }
    skipTaken();
    return cells;
  });
  const filled = rows.filter((cells) => cells.some((text) => text !== ''));
  const goesOn = before > 1 && filled.length > 0 && filled.every(({ length }) => length === before);
  const isTable = filled.some((cells) => cells.filter((text) => text !== '').length > 1);
  return isTable || goesOn ? filled : undefined;
};

/** All elements of these names within one, in their order. */
const all = (part: PagePart, ...names: readonly string[]): readonly PagePart[] =>
  part.content.flatMap((inside) => {
    if (typeof inside === 'string') return [];
    return names.includes(inside.name) ? [inside] : all(inside, ...names);
  });

/** The text of a cell as it is written, with a blank for each break. */
const written = (part: PagePart, isUnseen: IsUnseen): string => {
  if (isUnseen(part)) return '';
  const texts = part.content.map((inside) =>
    typeof inside === 'string' ? inside : written(inside, isUnseen),
  );
  return /^(?:br|p|div|li)$/.test(part.name) ? ` ${texts.join('')} ` : texts.join('');
};
