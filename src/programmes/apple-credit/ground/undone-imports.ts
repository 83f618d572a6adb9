import type { UndoneImports } from '../../ground.ts';
import { whyCodeStays } from '../rules/code/why-code-stays.ts';
import type { CreditKindId } from './kinds.ts';

/** Codes come and go with the order or list that they are in, and keep it. */
export const undoneImports: UndoneImports<CreditKindId> = {
  underOthers: {
    kinds: ['redemption-code'],
    whyStays: { 'redemption-code': whyCodeStays },
  },
  keptBy: {
    'credit-order': { left: 'has-codes' },
    'code-batch': { left: 'has-codes' },
  },
};
