import { refuse } from '#core/result.ts';
import type { VipProgramme } from '../edition/programme.ts';
import type { VipProblem } from '../vip-problem.ts';

/**
 * The Marketplace takes so many characters of a purchase order number (`externalReferenceId`,
 * adobe.md §3).
 */
const LONGEST = 35;

/**
 * The longest purchase order number that a programme accepts; undefined in VIP, whose limit is
 * unknown.
 */
export const longestPurchaseOrder = (programme: VipProgramme): number | undefined =>
  programme === 'vip-marketplace' ? LONGEST : undefined;

/** Why a programme does not take a purchase order number, or undefined. */
export const whyNotPurchaseOrder = (
  number: string,
  programme: VipProgramme,
): VipProblem | undefined => {
  const longest = longestPurchaseOrder(programme);
  const { length } = [...number.trim()];
  return longest !== undefined && length > longest
    ? refuse('purchase-order-too-long', 'purchaseOrderNumber', { longest, length }).problem
    : undefined;
};
