import { highestNumber } from '#programmes/apple-credit/rules/code/code-numbers.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { foundUnder } from '#data/import/children-under.ts';
import type { Found } from '#data/records/found.ts';
import type { Records } from '#data/records/records.ts';

/** The codes under orders and batches, those in the trash left out. */
export const codesUnder = async (
  records: Pick<Records, 'find'>,
  parents: readonly string[],
): Promise<Found<'redemption-code'>[]> => foundUnder(records, 'redemption-code', parents);

/** The codes under each parent: how many, and the highest of their numbers. */
export const countUnder = (
  codes: readonly VolymRecord[],
): Map<
  string,
  { readonly count: number; readonly highest: number; readonly codes: readonly VolymRecord[] }
> => {
  const under = new Map<string, { count: number; highest: number; codes: VolymRecord[] }>();
  for (const code of codes) {
    const before = under.get(code.parent) ?? { count: 0, highest: 0, codes: [] };
    before.codes.push(code);
    const highest = Math.max(before.highest, highestNumber([code]));
    under.set(code.parent, { count: before.codes.length, highest, codes: before.codes });
  }
  return under;
};
