import type { ImportRunData, RowCounts } from './import-run.ts';
import type { RowOutcome, RowWhy } from './planned-row.ts';

/**
 * How a row ends as people see it: what is none of the list, such as a total, is left out for a
 * reason that is no fault of anybody's.
 */
export type ShownOutcome = RowOutcome | 'left-out';

/** How many rows end how, as people see it. */
export type ShownCounts = RowCounts & { readonly leftOut: number };

/**
 * Why a row brings nothing, though it stands in the list; the programmes call them alike. A user
 * without a product is one of a list of who has licences only by name.
 */
const NONE_OF_THE_LIST: ReadonlySet<string> = new Set([
  'total-row',
  'note-row',
  'headings-again',
  'has-no-product',
]);

/** A row that was tried, or one of an import that is over: that one has the reason's code alone. */
type Ending = { readonly outcome: RowOutcome; readonly why?: RowWhy | string };

/** How a row ends as people see it. */
export const shownOutcome = ({ outcome, why }: Ending): ShownOutcome => {
  const code = typeof why === 'object' ? why.code : why;
  return outcome === 'unreadable' && code !== undefined && NONE_OF_THE_LIST.has(code)
    ? 'left-out'
    : outcome;
};

/** The counts of rows with those apart that are none of the list. */
export const shownCounts = (counts: RowCounts, rows: readonly Ending[]): ShownCounts => {
  const leftOut = rows.filter((row) => shownOutcome(row) === 'left-out').length;
  return { ...counts, unreadable: counts.unreadable - leftOut, leftOut };
};

/** How many rows of an import ended how, as people see it. */
export const shownCountsOf = ({
  counts,
  unreadable,
}: Pick<ImportRunData, 'counts' | 'unreadable'>): ShownCounts =>
  shownCounts(
    counts,
    unreadable.map(({ reason }) => ({ outcome: 'unreadable', why: reason })),
  );
