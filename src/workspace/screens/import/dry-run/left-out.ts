import { headingKey } from '#core/import/heading-key.ts';
import type { Outline } from '#core/import/shelf.ts';

/** Columns with something in them that is not imported, and how many cells that is. */
export type LeftOut = {
  readonly columns: readonly Column[];
  readonly cells: number;
};

type Column = Outline['columns'][number];

/**
 * What of a sheet would not be kept: columns that mean nothing here, and those whose meaning is
 * known, but that no record has a place for (`isNotKept`). `again` are those that say once more what
 * another column is read as, such as a second one of codes: most likely they should be read.
 */
export const leftOutOf = (
  { columns }: Pick<Outline, 'columns'>,
  isNotKept: (field: string) => boolean,
): LeftOut & { readonly again: LeftOut } => {
  const out = columns.filter(
    ({ field, filled }) => filled > 0 && (field === '' || isNotKept(field)),
  );
  const read = columns.filter(({ field }) => field !== '');
  const again = out.filter((column) => isAgain(column, read));
  return {
    ...counted(out.filter((column) => !again.includes(column))),
    again: counted(again),
  };
};

const counted = (columns: readonly Column[]): LeftOut => ({
  columns,
  cells: columns.reduce((sum, { filled }) => sum + filled, 0),
});

const keyOf = (heading: string): string => headingKey(heading).replace(/(?<!\d)\d+$/, '');

/**
 * Whether a column that means nothing is called as one that is read (`Code 2` beside `Code 1`), or has
 * no name and codes beside codes.
 */
const isAgain = ({ field, heading, secret }: Column, read: readonly Column[]): boolean => {
  if (field !== '') return false;
  const key = keyOf(heading);
  if (key === '') return secret && read.some((one) => one.field === 'code');
  return read.some((one) => keyOf(one.heading) === key);
};
