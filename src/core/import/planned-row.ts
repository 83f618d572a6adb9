import type { RowCell, RowCounts } from './import-run.ts';
import type { Stands } from './tables/row-stands.ts';

/**
 * What becomes of a row. `new` only adds records; `changed` changes one that existed; `same` and
 * `duplicate` write nothing (A5); `unreadable` says why.
 */
export type RowOutcome = 'new' | 'changed' | 'same' | 'duplicate' | 'unreadable';

/** Why a row ends as it does; the screen has a sentence for each. */
export type RowWhy<Code extends string = string> = {
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** What every row of a dry run says, whatever it brings. Never holds a secret. */
export type BareRow<Reason extends string = string> = {
  readonly sheet: string;
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly why?: RowWhy<Reason>;
  /** The cell that the reason is about; absent where it is about none, or that is not known. */
  readonly cell?: RowCell;
  /** What stands in it, where it is not read: it is shown as it is, and kept nowhere (A5). */
  readonly stands?: Stands;
  /** Id of the record that the row leads to, or ''. */
  readonly parent: string;
};

/** How many rows ended how. */
export const countRows = (rows: readonly Pick<BareRow, 'outcome'>[]): RowCounts => {
  const counts = { new: 0, changed: 0, same: 0, duplicate: 0, unreadable: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
};

/** A row that wrote nothing after all: another tab or device was quicker with what it says. */
export const asSame = ({ sheet, row, parent }: BareRow): BareRow<never> => ({
  sheet,
  row,
  outcome: 'same',
  parent,
});
