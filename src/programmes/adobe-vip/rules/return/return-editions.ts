import type { VipEdition } from '../edition/vip-edition.ts';

/** Rule: how many days after the order a return may be asked for, its last day included. */
export const RETURN_RULE = 'adobe-vip.return-days';

/** A fortnight in which a return may be asked for. */
export const return14: VipEdition = {
  id: 'adobe-vip.return-14',
  rule: RETURN_RULE,
  value: 14,
  unit: 'days',
  validFrom: '',
  source: 'adobe.md §2 (W2, A1, P1)',
  confidence: 'documented',
};

/** Its editions (adobe.md §2). */
export const returnEditions: readonly [VipEdition, ...VipEdition[]] = [return14];

/**
 * Rule: how many days after a return was asked for one asks what became of it; Adobe names none.
 */
export const RETURN_FOLLOW_UP_RULE = 'adobe-vip.return-follow-up';

/** A week until one asks what became of a return. */
export const returnFollowUp7: VipEdition = {
  id: 'adobe-vip.return-follow-up-7',
  rule: RETURN_FOLLOW_UP_RULE,
  value: 7,
  unit: 'days',
  validFrom: '',
  source: 'Volym',
  confidence: 'assumed',
};

/** Its editions: a default of Volym's own. */
export const returnFollowUpEditions: readonly [VipEdition, ...VipEdition[]] = [returnFollowUp7];
