import type { KeptBy } from '../../ground.ts';
import type { VipKindId } from './kinds.ts';

/** What was bought keeps its customer. */
export const keptBy: KeptBy<VipKindId> = {
  'vip-customer': { left: 'has-purchases' },
};
