import { grouped } from '#core/grouped.ts';
import type { InvoiceLine } from '../product/invoice-line.ts';
import { byInvoice, compared, type OurLine } from './sides.ts';

/** Lines of invoices by the line of ours that they are of, while they are being paired. */
export class Paired {
  readonly #of = new Map<string, InvoiceLine[]>();
  readonly #done = new Set<string>();

  /** Says that a line of an invoice is of a line of ours. */
  put(key: string, line: InvoiceLine): void {
    const known = this.#of.get(key);
    if (known === undefined) this.#of.set(key, [line]);
    else known.push(line);
    this.#done.add(line.id);
  }
  /** Whether a line of an invoice was paired. */
  has(line: InvoiceLine): boolean {
    return this.#done.has(line.id);
  }
  /** What was paired with a line of ours. */
  of(key: string): readonly InvoiceLine[] {
    return this.#of.get(key) ?? [];
  }
}

/** How a step of the pairing knows the two sides; '' where one is not known by it. */
export type Keys = {
  readonly ours: (line: OurLine) => string;
  readonly theirs: (line: InvoiceLine) => string;
};

/**
 * Pairs what has one key on both sides. Where one line of ours has it, all lines of invoices are
 * its; of several, each first takes the line with its quantity, then one each in turn, and what is
 * over goes to the last.
 */
export const pairByKey = (
  ours: readonly OurLine[],
  theirs: readonly InvoiceLine[],
  keys: Keys,
  to: Paired,
): void => {
  const found = grouped(
    theirs.filter((line) => !to.has(line)),
    keys.theirs,
  );
  // After the first step little is left to look for.
  if (found.size === 0) return;
  const mine = grouped(ours, (line) => {
    const key = keys.ours(line);
    return found.has(key) ? key : '';
  });
  for (const [key, lines] of found) {
    const candidates = mine.get(key);
    if (candidates === undefined) continue;
    if (candidates.length === 1) for (const line of lines) to.put(candidates[0]!.key, line);
    else share(candidates.toSorted(byOrder), lines.toSorted(byInvoice), to);
  }
};

const share = (candidates: readonly OurLine[], lines: readonly InvoiceLine[], to: Paired): void => {
  let free = candidates.filter(({ key }) => to.of(key).length === 0);
  const take = (mine: OurLine, line: InvoiceLine): void => {
    to.put(mine.key, line);
    free = free.filter((ours) => ours !== mine);
  };
  for (const line of lines) {
    const exact = free.find(({ quantity }) => quantity === line.data.quantity);
    if (exact !== undefined) take(exact, line);
  }
  for (const line of lines) if (!to.has(line)) take(free[0] ?? candidates.at(-1)!, line);
};

/** Orders lines of orders by their day, the same whatever order they were read in. */
export const byOrder = (a: OurLine, b: OurLine): number =>
  compared(a.orderDate, b.orderDate) || compared(a.key, b.key);
