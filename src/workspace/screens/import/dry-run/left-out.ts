import type { Outline } from '#core/import/shelf.ts';

/** Columns with something in them that is not imported, and how many cells that is. */
export type LeftOut = {
  readonly columns: readonly Outline['columns'][number][];
  readonly cells: number;
};

/**
 * What of a sheet would not be kept: columns that mean nothing here, and those whose meaning is
 * known, but that no record has a place for (`isNotKept`).
 */
export const leftOutOf = (
  sheet: Pick<Outline, 'columns'>,
  isNotKept: (field: string) => boolean,
): LeftOut => {
  const columns = sheet.columns.filter(
    ({ field, filled }) => filled > 0 && (field === '' || isNotKept(field)),
  );
  return { columns, cells: columns.reduce((sum, { filled }) => sum + filled, 0) };
};
