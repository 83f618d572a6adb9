import type { RowWhy } from '#core/import/planned-row.ts';
import type { OrderInFile } from '../match/keys.ts';
import type { IncomingRow, PlannedNote } from './planned.ts';

/**
 * A row as it speaks of its order: with what the order's codes come to in place of what its own is
 * worth, or without a sum where nobody knows that. `here` are the codes that the order has already.
 */
export const ofOrder = (
  row: IncomingRow,
  { amount, summed }: Pick<OrderInFile, 'amount' | 'summed'>,
  here: readonly string[],
): IncomingRow => {
  if (row.amountOf !== 'code') return row;
  const { amount: _, ...rest } = row;
  // What other codes of the order are worth, the file does not say.
  const isWhole = amount !== undefined && here.every((id) => summed.has(id));
  return isWhole ? { ...rest, amount } : rest;
};

/** What a code is worth says nothing of its order, as far as this file goes: this is reported (A5). */
export const sumOfCodeAlone = (row: IncomingRow, said: IncomingRow): RowWhy<PlannedNote>[] =>
  row.amount && !said.amount ? [{ code: 'amount-of-code' }] : [];
