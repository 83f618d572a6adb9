import type { Day } from '#core/day/day.ts';
import type { ReturnPartEdition } from './return-part-editions.ts';

/** A line of an order whose window is open, with what is left of it. */
export type ReturnableLine = {
  readonly id: string;
  readonly quantity: number;
  readonly orderDate: Day;
  readonly lastDay: Day;
};

/** So many licences of a line go back. */
export type Take = { readonly id: string; readonly quantity: number };

/** What can be returned of a product, calculated once for all quantities. */
export type ReturnReach = {
  readonly part: ReturnPartEdition['part'];
  /** Everything that can go back. */
  readonly total: number;
  /**
   * The lines, those whose window closes first at the front; lines with the same day in the given
   * order.
   */
  readonly lines: readonly ReturnableLine[];
  /**
   * Bit n of `sums[i]`: whole lines from the i-th on make n together. Empty where part of a line
   * may go back.
   */
  readonly sums: readonly bigint[];
};

/**
 * Sums above this one are not worked out, whatever a file claims: then only everything at once is
 * offered beyond it.
 */
const MOST = 1_000_000;

const sumsFrom = (lines: readonly ReturnableLine[]): bigint[] => {
  const sums = [1n];
  for (const { quantity } of lines.toReversed()) {
    const after = sums[0] ?? 1n;
    sums.unshift(
      quantity > MOST ? after : BigInt.asUintN(MOST + 1, after | (after << BigInt(quantity))),
    );
  }
  return sums;
};

/**
 * Works out what can go back: any quantity, or only what whole lines make together (adobe.md §8.20,
 * §8.21).
 */
export const returnReach = (
  given: readonly ReturnableLine[],
  part: ReturnPartEdition['part'],
): ReturnReach => {
  const lines = given
    .filter(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0)
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : Number(a.lastDay > b.lastDay)));
  const total = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return { part, total, lines, sums: part === 'line' ? sumsFrom(lines) : [] };
};

const makes = (sums: bigint | undefined, quantity: number): boolean =>
  sums !== undefined && quantity <= MOST && BigInt.asUintN(1, sums >> BigInt(quantity)) === 1n;

/** Whether exactly so many licences can go back. */
export const isReachable = ({ part, total, sums }: ReturnReach, quantity: number): boolean => {
  if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > total) return false;
  return part === 'quantity' || quantity === total || makes(sums[0], quantity);
};

/**
 * Every quantity that can go back, the smallest first (`3, 4, 7`); where parts can, no more of them
 * than are worked out.
 */
export const reachable = ({ part, total, sums }: ReturnReach): number[] => {
  if (part === 'quantity') return Array.from({ length: Math.min(total, MOST) }, (_, i) => i + 1);
  const bits = (sums[0] ?? 1n).toString(2);
  const found: number[] = [];
  for (let n = 1; n < bits.length; n += 1) if (bits[bits.length - 1 - n] === '1') found.push(n);
  return total > MOST ? [...found, total] : found;
};

/**
 * How much of each line goes back for a quantity; nothing if it cannot be reached. A line whose
 * window closes earlier goes before a later one wherever there is a choice, since the later one can
 * still go back tomorrow.
 */
export const takesFor = (reach: ReturnReach, quantity: number): Take[] => {
  if (!isReachable(reach, quantity)) return [];
  const { part, total, lines, sums } = reach;
  const takes: Take[] = [];
  let left = quantity;
  for (const [i, line] of lines.entries()) {
    const some = part === 'quantity' ? Math.min(line.quantity, left) : line.quantity;
    const fits =
      part === 'quantity' ||
      quantity === total ||
      (some <= left && makes(sums[i + 1], left - some));
    if (some === 0 || !fits) continue;
    takes.push({ id: line.id, quantity: some });
    left -= some;
  }
  return takes;
};
