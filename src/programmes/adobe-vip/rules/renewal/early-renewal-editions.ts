import type { VipEdition } from '../edition/vip-edition.ts';

/**
 * Rule: from how many days before the anniversary the Marketplace takes a renewal order (adobe.md
 * §4, A3).
 */
export const EARLY_RENEWAL_RULE = 'adobe-vip.early-renewal';

/** Its editions. Nobody chooses one: the day of the order tells which holds. */
export const earlyRenewalEditions: readonly [VipEdition, ...VipEdition[]] = [
  {
    // "Early (since 2026-03-30)": before that day what nobody turned off renewed by itself on the
    // anniversary.
    id: 'adobe-vip.early-renewal-0',
    rule: EARLY_RENEWAL_RULE,
    value: 0,
    unit: 'days',
    validFrom: '',
    source: 'adobe.md §4 (A3)',
    confidence: 'documented',
    programme: 'vip-marketplace',
  },
  {
    id: 'adobe-vip.early-renewal-30',
    rule: EARLY_RENEWAL_RULE,
    value: 30,
    unit: 'days',
    validFrom: '2026-03-30',
    source: 'adobe.md §0, §4 (A3)',
    confidence: 'documented',
    programme: 'vip-marketplace',
  },
];
