import { refuse, type Problem } from '../result.ts';
import type { VipProgramme } from './programme.ts';

/** The Marketplace takes so many characters of a purchase order number (`externalReferenceId`, adobe.md §3). */
const LONGEST = 35;

/** Why a programme does not take a purchase order number, or undefined. */
export const whyNotPurchaseOrder = (number: string, programme: VipProgramme): Problem | undefined => {
  const { length } = number.trim();
  // Of VIP itself no limit is known.
  return programme === 'vip-marketplace' && length > LONGEST
    ? refuse('purchase-order-too-long', 'purchaseOrderNumber', { longest: LONGEST, length }).problem
    : undefined;
};
