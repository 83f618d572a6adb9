import type { VipProgramme } from './programme.ts';

/** The Marketplace takes so many characters of a purchase order number (`externalReferenceId`, adobe.md §3). */
const LONGEST = 35;

/** The longest purchase order number that a programme takes, or undefined where none is known. */
export const longestPurchaseOrder = (programme: VipProgramme): number | undefined =>
  programme === 'vip-marketplace' ? LONGEST : undefined;
