import type { Note } from '../importing.ts';
import type { RowOutcome, RowWhy } from '#core/import/planned-row.ts';
import { shownOutcome } from '#core/import/shown-outcome.ts';

/** Which rows a filter shows. */
export type RowFilter = 'review' | 'new' | 'duplicates' | 'all';

/** What a filter looks at: rows of a dry run, or of an import that is over and has no notes. */
type Filtered = {
  readonly outcome: RowOutcome;
  readonly why?: RowWhy | string;
  readonly notes?: readonly Note[];
};

/** Notes that are worth a look although the row is taken. */
const WORTH_A_LOOK = [
  'link-differs',
  'amount-unclear',
  'not-an-amount',
  'currency-unclear',
  'date-unclear',
  'not-a-day',
];

/** Why a row is the same, where nothing that it says was passed over. */
const PLAINLY_THE_SAME: readonly (string | undefined)[] = [
  undefined,
  'already-here',
  'already-redeemed',
  'counts-confirmed',
  'names-the-location',
];

const isPlain = ({ outcome, why }: Filtered): boolean => {
  const code = typeof why === 'object' ? why.code : why;
  return outcome === 'new' || (outcome === 'same' && PLAINLY_THE_SAME.includes(code));
};

/** Whether a row is worth a look before the tap: everything but what is plainly new or the same. */
export const isToReview = (row: Filtered): boolean =>
  !isPlain(row) ||
  (row.notes ?? []).some((note) => typeof note !== 'string' || WORTH_A_LOOK.includes(note));

const ORDER = ['unreadable', 'changed', 'new', 'same', 'duplicate', 'left-out'];

/**
 * The rows of a filter: those to look at with what is not read first, the others in the order of the file.
 */
export const rowsFor = <Row extends Filtered>(
  rows: readonly Row[],
  filter: RowFilter,
): readonly Row[] => {
  if (filter === 'all') return rows;
  if (filter === 'new') return rows.filter(({ outcome }) => outcome === 'new');
  if (filter === 'duplicates') return rows.filter(({ outcome }) => outcome === 'duplicate');
  const found = rows.filter(isToReview);
  return ORDER.flatMap((outcome) => found.filter((row) => shownOutcome(row) === outcome));
};
