import type { VipEdition } from '../edition/vip-edition.ts';

/**
 * Rule: how many days before the anniversary the Marketplace's automatic renewal must be set
 * (adobe.md §4, A14).
 */
export const AUTO_RENEWAL_RULE = 'adobe-vip.auto-renewal';

/** Three days before the anniversary. */
export const autoRenewal3: VipEdition = {
  id: 'adobe-vip.auto-renewal-3',
  rule: AUTO_RENEWAL_RULE,
  value: 3,
  unit: 'days',
  validFrom: '',
  source: 'adobe.md §0, §4 (S11, W2)',
  confidence: 'documented',
  programme: 'vip-marketplace',
};

/** Its editions: the last day is the anniversary − 3. */
export const autoRenewalEditions: readonly [VipEdition, ...VipEdition[]] = [autoRenewal3];
