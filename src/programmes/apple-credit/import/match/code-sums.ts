import { fromCents, toCents } from '#core/money.ts';
import type { IncomingRow } from '../plan/planned.ts';

/** Adds up what a file says that each code of an order is worth. */
export type CodeSum = {
  add(row: IncomingRow): void;
  /** The sum of its codes; undefined where it is not said of every one, or the order has its own. */
  amount(): string | undefined;
};

/** Sums of orders; `summed` are the codes in them by now, each in the first order that names it. */
export const codeSums = () => {
  const summed = new Set<string>();
  const sumOfOrder = (): CodeSum => {
    let cents = 0n;
    let isKnown = true;
    let currency: string | undefined;
    return {
      add: (row) => {
        const { codeId, amount = '', amountOf } = row;
        if (codeId !== undefined && summed.has(codeId)) return;
        if (codeId === undefined || amountOf !== 'code' || amount === '') {
          // A row that says nothing of money leaves the sum as it is, unless it brings a code.
          if (codeId !== undefined || amount !== '') isKnown = false;
          return;
        }
        summed.add(codeId);
        cents += toCents(amount);
        currency ??= row.currency ?? '';
        if (currency !== (row.currency ?? '')) isKnown = false;
      },
      amount: () => (isKnown && currency !== undefined ? fromCents(cents) : undefined),
    };
  };
  return { sumOfOrder, summed };
};
