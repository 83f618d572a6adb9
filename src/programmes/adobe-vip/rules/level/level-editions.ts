import type { VipEdition } from '../edition/vip-edition.ts';

/** Rule: from how many licences on a discount level counts. */
export const LEVEL_RULE = 'adobe-vip.levels';

/**
 * The least number of licences of each level, level 1 first. `value` is the least of VIP Select,
 * level 2.
 */
export type LevelEdition = VipEdition & {
  readonly from: readonly [number, number, number, number];
};

/** The levels of the newer page, from ten licences on. */
export const levels10: LevelEdition = {
  id: 'adobe-vip.levels-10',
  rule: LEVEL_RULE,
  value: 10,
  unit: 'licences',
  validFrom: '',
  source: 'adobe.md §0, §1 (S12, W1, A5)',
  confidence: 'documented',
  from: [1, 10, 50, 100],
};

/** Its editions (adobe.md §1, §0). */
export const levelEditions: readonly [LevelEdition, ...LevelEdition[]] = [
  levels10,
  {
    id: 'adobe-vip.levels-50',
    rule: LEVEL_RULE,
    value: 50,
    unit: 'licences',
    validFrom: '',
    source: 'adobe.md §0 (R3)',
    confidence: 'documented',
    programme: 'vip',
    from: [1, 50, 250, 1000],
  },
];

/** Rule: how many licences a three-year commitment holds at least (adobe.md §1, A5). */
export const COMMITMENT_RULE = 'adobe-vip.commitment';

/** Ten licences at the least. */
export const commitment10: VipEdition = {
  id: 'adobe-vip.commitment-10',
  rule: COMMITMENT_RULE,
  value: 10,
  unit: 'licences',
  validFrom: '',
  source: 'adobe.md §1 (A5)',
  confidence: 'documented',
};

/** Its editions. */
export const commitmentEditions: readonly [VipEdition, ...VipEdition[]] = [commitment10];

/** Rule: how many days after a commitment was accepted its minimum must be reached. */
export const COMPLIANCE_RULE = 'adobe-vip.commitment-compliance';

/**
 * Its editions, one for each programme (adobe.md §0); what it was in the Marketplace before is not
 * written.
 */
export const complianceEditions: readonly [VipEdition, ...VipEdition[]] = [
  {
    id: 'adobe-vip.compliance-30',
    rule: COMPLIANCE_RULE,
    value: 30,
    unit: 'days',
    validFrom: '2025-06-13',
    source: 'adobe.md §0 (A5)',
    confidence: 'documented',
    programme: 'vip-marketplace',
  },
  {
    id: 'adobe-vip.compliance-7',
    rule: COMPLIANCE_RULE,
    value: 7,
    unit: 'days',
    validFrom: '',
    source: 'adobe.md §0 (A5)',
    confidence: 'documented',
    programme: 'vip',
  },
];

/** Rule: how long a code to change the reseller holds. */
export const RESELLER_CHANGE_RULE = 'adobe-vip.reseller-change';

/** Its editions (adobe.md §0). */
export const resellerChangeEditions: readonly [VipEdition, ...VipEdition[]] = [
  {
    id: 'adobe-vip.reseller-change-72',
    rule: RESELLER_CHANGE_RULE,
    value: 72,
    unit: 'hours',
    validFrom: '',
    source: 'adobe.md §0 (S13)',
    confidence: 'documented',
    programme: 'vip',
  },
  {
    id: 'adobe-vip.reseller-change-168',
    rule: RESELLER_CHANGE_RULE,
    value: 168,
    unit: 'hours',
    validFrom: '2025-11-11',
    source: 'adobe.md §0 (A2)',
    confidence: 'documented',
    programme: 'vip-marketplace',
  },
];
