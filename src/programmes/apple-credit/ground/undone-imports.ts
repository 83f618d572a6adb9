import type { UnderOthers } from '../../ground.ts';
import { whyCodeStays } from '../rules/code/why-code-stays.ts';
import type { CreditKindId } from './kinds.ts';

/** Codes come and go with their order or list. */
export const underOthers: UnderOthers<CreditKindId> = {
  kinds: ['redemption-code'],
  whyStays: { 'redemption-code': whyCodeStays },
};
