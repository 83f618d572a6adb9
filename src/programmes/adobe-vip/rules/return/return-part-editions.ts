import type { VipEdition } from '../edition/vip-edition.ts';

/** Rule: what part of an order may go back. */
export const RETURN_PART_RULE = 'adobe-vip.return-part';

/** `value` 1: part of a line's quantity; 0: whole lines only. */
export type ReturnPartEdition = VipEdition & { readonly part: 'line' | 'quantity' };

/**
 * Its editions: the day of the return decides which one counts, not the day of the order (adobe.md
 * §8.20, inferred).
 */
export const returnPartEditions: readonly [ReturnPartEdition, ...ReturnPartEdition[]] = [
  {
    id: 'adobe-vip.return-part-line',
    rule: RETURN_PART_RULE,
    value: 0,
    unit: 'choice',
    validFrom: '',
    // "Some partial returns" under VIP: which ones is not published, so whole lines are what one
    // can rely on.
    source: 'adobe.md §2 (W2)',
    confidence: 'assumed',
    programme: 'vip',
    part: 'line',
  },
  {
    id: 'adobe-vip.return-part-quantity',
    rule: RETURN_PART_RULE,
    value: 1,
    unit: 'choice',
    validFrom: '',
    source: 'adobe.md §2 (W2)',
    confidence: 'assumed',
    programme: 'vip',
    part: 'quantity',
  },
  {
    id: 'adobe-vip.return-part-mp-line',
    rule: RETURN_PART_RULE,
    value: 0,
    unit: 'choice',
    validFrom: '',
    source: 'adobe.md §2 (A1, A2)',
    confidence: 'documented',
    programme: 'vip-marketplace',
    part: 'line',
  },
  {
    id: 'adobe-vip.return-part-mp-quantity',
    rule: RETURN_PART_RULE,
    value: 1,
    unit: 'choice',
    validFrom: '2026-08-13',
    source: 'adobe.md §2 (A1, A2)',
    confidence: 'documented',
    programme: 'vip-marketplace',
    part: 'quantity',
  },
];
