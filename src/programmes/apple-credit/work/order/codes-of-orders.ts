import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { isFine } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import type { Found } from '#data/records/found.ts';

/**
 * All codes under some orders, those in the trash among them. Some may be of a newer version, or
 * not readable.
 */
export const codesOf = async (
  find: Records['find'],
  parents: readonly string[],
): Promise<Found<'redemption-code'>[]> => find({ kind: 'redemption-code', parents, trashed: true });

/**
 * The ones that can be moved: a record that the app does not understand is never changed, and stays
 * where it is.
 */
export const codesToMove = async (
  find: Records['find'],
  parents: readonly string[],
): Promise<RedemptionCode[]> => (await codesOf(find, parents)).filter(isFine);
