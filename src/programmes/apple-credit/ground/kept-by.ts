import type { KeptBy } from '../../ground.ts';
import type { CreditKindId } from './kinds.ts';

/** Codes keep the order or batch that they are in. */
export const keptBy: KeptBy<CreditKindId> = {
  'credit-order': { left: 'has-codes' },
  'code-batch': { left: 'has-codes' },
};
