import type { Draft, VolymRecord } from '#core/record/record.ts';
import { highestNumber } from './code-numbers.ts';
import type { RedemptionCode, RedemptionCodeData } from './redemption-code.ts';

/**
 * A code under another order, which remembers where it came from and the number that it had there.
 */
export const underOther = (
  code: RedemptionCode,
  order: string,
  number: number,
): Draft<RedemptionCodeData> => {
  const cameFrom = { order: code.parent, number: code.data.number };
  return { ...code, parent: order, data: { ...code.data, number, cameFrom } };
};

/** A code under the order that it came from, with the number that it had there. */
export const underItsOwn = (code: RedemptionCode): Draft<RedemptionCodeData> => {
  const { cameFrom, ...data } = code.data;
  if (cameFrom === undefined) return code;
  return { ...code, parent: cameFrom.order, data: { ...data, number: cameFrom.number } };
};

/**
 * The numbers that codes get under another order: after those that are there, in the order that
 * they had. By id.
 */
export const numbersAfter = (
  own: readonly RedemptionCode[],
  there: readonly Pick<VolymRecord, 'data'>[],
): ReadonlyMap<string, number> => {
  const highest = highestNumber(there);
  return new Map(own.toSorted(byNumber).map(({ id }, at) => [id, highest + at + 1]));
};

const byNumber = (a: RedemptionCode, b: RedemptionCode): number =>
  a.data.number - b.data.number || (a.id < b.id ? -1 : 1);
