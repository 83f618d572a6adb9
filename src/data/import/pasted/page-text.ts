import { plainText } from '../read/html/html-text.ts';
import { pageParts, type PagePart } from './page-parts.ts';
import { tableRows } from './table-rows.ts';

/** The text of a page, and whether a table of several columns is in it. */
export type PageText = { readonly text: string; readonly hasTable: boolean };

/**
 * The text of a copied page, with a line for each block and each row of a table, whose cells tabs
 * part.
 */
export const textOfPage = (html: string): PageText => {
  const lines: string[] = [];
  /** How many columns the table has that ended last, if nothing came after it. */
  let columns = 0;
  let hasTable = false;
  let line = '';
  const endLine = (): void => {
    const text = plainText(line);
    line = '';
    if (text === '') return;
    lines.push(text);
    columns = 0;
  };
  const addTable = (rows: readonly (readonly string[])[]): void => {
    endLine();
    const width = Math.max(...rows.map(({ length }) => length));
    // Mails that are laid out by tables have one for each row.
    if (columns === width) lines.pop();
    for (const cells of rows) lines.push(cells.map(cellText).join('\t').trimEnd());
    lines.push('');
    columns = width;
    hasTable = true;
  };
  const read = (part: PagePart): void => {
    if (isUnseen(part)) return;
    const rows = part.name === 'table' ? tableRows(part, isUnseen, columns) : undefined;
    if (rows !== undefined) return addTable(rows);
    const isBlock = !INLINE.test(part.name);
    if (isBlock) endLine();
    for (const inside of part.content)
      if (typeof inside === 'string') line += inside;
      else read(inside);
    if (isBlock) endLine();
  };
  read(pageParts(html));
  return { text: lines.join('\n').trimEnd(), hasTable };
};

/** What is within a line; `o` is what Outlook marks texts with. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|img|ins|kbd|label|mark|o|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;

const SILENT = /^(?:button|select|svg|textarea)$/;

/** A mail holds lines that only a list of mails shows. */
const isUnseen = ({ name, tag }: PagePart): boolean =>
  SILENT.test(name) ||
  /\shidden[\s>=]|\sstyle\s*=[^>]*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(tag);

/** As programs write it that part cells by tabs. */
const cellText = (text: string): string =>
  text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
