import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { conditionOf } from '../records/read-record.ts';
import type { Records } from '../records/records.ts';

/**
 * All codes under some orders, those in the trash among them. Some may be of a newer version, or
 * not readable.
 */
export const codesOf = async (
  find: Records['find'],
  parents: readonly string[],
): Promise<RedemptionCode[]> =>
  (await find({ kind: 'redemption-code', parents, trashed: true })) as RedemptionCode[];

/**
 * Those of them that can be moved: what the app does not understand is never changed, and stays
 * where it is.
 */
export const codesToMove = async (
  find: Records['find'],
  parents: readonly string[],
): Promise<RedemptionCode[]> =>
  (await codesOf(find, parents)).filter((code) => conditionOf(code) === 'fine');
