import type { Line } from '../importing.ts';

/** Which rows a filter shows. */
export type RowFilter = 'review' | 'new' | 'duplicates' | 'all';

/** Notes that are worth a look although the row is taken. */
const WORTH_A_LOOK = [
  'link-differs',
  'amount-unclear',
  'not-an-amount',
  'currency-unclear',
  'date-unclear',
  'not-a-day',
];

/** Whether a row is worth a look before the tap: everything but what is plainly new. */
export const isToReview = (row: Line): boolean =>
  row.outcome !== 'new' ||
  row.notes.some((note) => typeof note !== 'string' || WORTH_A_LOOK.includes(note));

const ORDER = ['unreadable', 'changed', 'new', 'same', 'duplicate'];

/**
 * The rows of a filter: those to look at with errors first, the others in the order of the file.
 */
export const rowsFor = (rows: readonly Line[], filter: RowFilter): readonly Line[] => {
  if (filter === 'all') return rows;
  if (filter === 'new') return rows.filter(({ outcome }) => outcome === 'new');
  if (filter === 'duplicates') return rows.filter(({ outcome }) => outcome === 'duplicate');
  const found = rows.filter(isToReview);
  return ORDER.flatMap((outcome) => found.filter((row) => row.outcome === outcome));
};
