import type { Answered } from './answers.ts';
import type { Guess } from './guesses.ts';
import type { Pairing, ReconcileGroup } from './sides.ts';

/**
 * A row of the reconciliation: what belongs together, its state, a possible reason, and the answer.
 */
export type ReconcileRow = Pairing & {
  /** The same as long as the row is of the same line. */
  readonly key: string;
  readonly group: ReconcileGroup;
  /** What it looks like, the surest first. */
  readonly guesses: readonly Guess[];
  readonly answer: Answered | undefined;
  /** Whether someone said that the two belong together. */
  readonly isPairedByHand: boolean;
  /**
   * Reports that it is of: those of its lines, or those that cover the day of an order without any.
   */
  readonly reports: readonly string[];
};

/** Whether a row waits for an answer. */
export const isOpen = ({ group, answer }: Pick<ReconcileRow, 'group' | 'answer'>): boolean =>
  group !== 'pair' && answer === undefined;

/** How many rows wait, by group (of `pair`: how many pair), and how many were answered. */
export type ReconcileCounts = Readonly<
  Record<ReconcileGroup | 'answered' | 'open' | 'all', number>
>;

/** Counts rows. */
export const countRows = (rows: readonly ReconcileRow[]): ReconcileCounts => {
  const counts = {
    pair: 0,
    differ: 0,
    'line-without-order': 0,
    'order-without-line': 0,
    answered: 0,
    open: 0,
    all: 0,
  };
  for (const row of rows) {
    counts.all += 1;
    if (row.answer !== undefined) counts.answered += 1;
    else counts[row.group] += 1;
    if (isOpen(row)) counts.open += 1;
  }
  return counts;
};
