import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import { whyNoOrder } from '#programmes/adobe-vip/rules/reconcile/why-no-order.ts';

/** What can be done about a row. */
export type ReconcileVerb =
  | 'accept'
  | 'write'
  | 'explain'
  | 'pair'
  | 'pairOther'
  | 'make'
  | 'notOurs'
  | 'addCustomer'
  | 'takeBack';

/** The answers that a row shows, and those behind its menu. */
export type RowVerbs = {
  readonly main: readonly ReconcileVerb[];
  readonly more: readonly ReconcileVerb[];
};

const NOTHING: RowVerbs = { main: [], more: [] };

/** The answers to a row; who only reads can still write a letter. */
export const verbsOf = (
  row: ReconcileRow,
  given: { readonly mayChange: boolean; readonly customers: number },
): RowVerbs => {
  const { main, more } = allVerbs(row, given.customers);
  if (given.mayChange) return { main, more };
  return [...main, ...more].includes('write') ? { main: ['write'], more: [] } : NOTHING;
};

const allVerbs = (row: ReconcileRow, customers: number): RowVerbs => {
  const { answer, group, isPairedByHand, guesses } = row;
  const hasGuess = (code: string): boolean => guesses.some((guess) => guess.code === code);
  if (answer !== undefined) return { main: ['takeBack'], more: [] };
  const apart = isPairedByHand ? (['takeBack'] as const) : [];
  if (group === 'pair') return { main: apart, more: [] };
  if (group === 'differ')
    return hasGuess('returned')
      ? { main: ['explain'], more: ['accept', 'write', ...apart] }
      : { main: ['accept', 'write'], more: ['explain', ...apart] };
  if (group === 'order-without-line')
    return hasGuess('all-returned') || hasGuess('credit-to-come')
      ? { main: ['explain'], more: ['write'] }
      : { main: ['write', 'explain'], more: [] };
  return lineVerbs(row, customers, hasGuess);
};

/** Of a line that goes with no order. */
const lineVerbs = (
  { theirs }: ReconcileRow,
  customers: number,
  hasGuess: (code: string) => boolean,
): RowVerbs => {
  // An order that is here already would be there twice.
  const mayMake =
    customers === 1 &&
    !hasGuess('not-in-order') &&
    theirs[0] !== undefined &&
    whyNoOrder(theirs[0].data) === undefined;
  const make = mayMake ? (['make'] as const) : [];
  if (hasGuess('no-return')) return { main: ['write', 'explain'], more: ['pairOther', 'notOurs'] };
  if (hasGuess('looks-like-order'))
    return { main: ['pair', ...make, 'notOurs'], more: ['pairOther', 'explain', 'write'] };
  if (hasGuess('no-customer'))
    return { main: ['addCustomer', 'notOurs'], more: ['pairOther', 'explain', 'write'] };
  return { main: ['pairOther', ...make, 'notOurs'], more: ['explain', 'write'] };
};
