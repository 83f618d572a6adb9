import type { VipEdition } from '../edition/vip-edition.ts';

/** Rule: what the first anniversary date is counted from, and how many months later it is. */
export const ANNIVERSARY_RULE = 'adobe-vip.anniversary';

/**
 * Which day it is counted from: the acceptance of the terms, the first accepted order, or the
 * earlier of that and the first authorization.
 */
export type AnniversaryEdition = VipEdition & {
  readonly from: 'terms' | 'order' | 'order-or-authorization';
};

/** Its editions (adobe.md §0). */
export const anniversaryEditions: readonly [AnniversaryEdition, ...AnniversaryEdition[]] = [
  {
    id: 'adobe-vip.anniversary-order',
    rule: ANNIVERSARY_RULE,
    value: 12,
    unit: 'months',
    // Adobe's page has an example of 2024 (S5), the one before it of 2018 (S6).
    validFrom: '2024-01-01',
    source: 'adobe.md §0 (S5, S7)',
    confidence: 'documented',
    from: 'order',
  },
  {
    id: 'adobe-vip.anniversary-2018',
    rule: ANNIVERSARY_RULE,
    value: 12,
    unit: 'months',
    validFrom: '2018-01-01',
    source: 'adobe.md §0 (S6)',
    confidence: 'documented',
    programme: 'vip',
    from: 'order-or-authorization',
  },
  {
    id: 'adobe-vip.anniversary-2013',
    rule: ANNIVERSARY_RULE,
    value: 13,
    unit: 'months',
    validFrom: '2013-01-01',
    source: 'adobe.md §0 (R1, R2)',
    confidence: 'documented',
    programme: 'vip',
    from: 'terms',
  },
];

/** Rule: in what the time to the anniversary is counted when something is ordered in between. */
export const PRORATION_RULE = 'adobe-vip.proration';

/** Whole months or days. */
export type ProrationEdition = VipEdition & { readonly by: 'months' | 'days' };

/** Its editions (adobe.md §3). */
export const prorationEditions: readonly [ProrationEdition, ...ProrationEdition[]] = [
  {
    id: 'adobe-vip.proration-months',
    rule: PRORATION_RULE,
    value: 1,
    unit: 'months',
    validFrom: '',
    source: 'adobe.md §3 (S5)',
    confidence: 'documented',
    programme: 'vip',
    by: 'months',
  },
  {
    id: 'adobe-vip.proration-days',
    rule: PRORATION_RULE,
    value: 1,
    unit: 'days',
    validFrom: '',
    source: 'adobe.md §3 (A8)',
    confidence: 'documented',
    programme: 'vip-marketplace',
    by: 'days',
  },
];
