import type { VipEdition } from '../edition/vip-edition.ts';

/** Rule: which days around the anniversary date count for a renewal. */
export const RENEWAL_RULE = 'adobe-vip.renewal-window';

/**
 * The days of an edition, all counted from the anniversary date; `value` is the day from which
 * orders are accepted (`AD − value`; adobe.md §4, S9, S19), in the Marketplace by
 * `earlyRenewalEditions`.
 */
export type RenewalEdition = VipEdition & {
  /**
   * AD − this: the renewal overview fills ("60 dagar före förlängningsperioden eller 90 dagar före
   * årsdagen", seed 002; the same day by S9, inferred).
   */
  readonly overview: number;
  /** AD − this: "Upcoming renewals" (adobe.md §4, S3). */
  readonly upcoming: number;
  /** AD − this: the licences are counted for the level (adobe.md §1, §4, S12), in VIP alone. */
  readonly lookBack: number;
  /** AD + this: the last day of a late order (older material: S10, R2). */
  readonly late: number;
};

/** The source of the Marketplace's numbers is known from that day (adobe.md §4, A3). */
const MARKETPLACE_SINCE = '2026-03-30';

/** Thirty days before the anniversary and thirty after it, as the seed has it. */
export const renewalLate30: RenewalEdition = {
  id: 'adobe-vip.renewal-late-30',
  rule: RENEWAL_RULE,
  value: 30,
  unit: 'days',
  validFrom: '',
  // The late window of 30 days is older material; newer pages only say that access goes "after
  // notice".
  source: 'seed 002; adobe.md §0, §4 (S3, S9, S10, S12, S19, R2)',
  confidence: 'assumed',
  programme: 'vip',
  overview: 90,
  upcoming: 45,
  lookBack: 31,
  late: 30,
};

/** The editions of the rule; the first of a programme is the one chosen at first start. */
export const renewalEditions: readonly [RenewalEdition, ...RenewalEdition[]] = [
  renewalLate30,
  {
    id: 'adobe-vip.renewal-late-0',
    rule: RENEWAL_RULE,
    value: 30,
    unit: 'days',
    // "AD − 30, due on AD": whoever does not trust in days after it. A page beside the one with the
    // dates of 2024 (S5).
    validFrom: '2024-01-01',
    source: 'adobe.md §0, §4 (S3, S9, S12)',
    confidence: 'assumed',
    programme: 'vip',
    overview: 90,
    upcoming: 45,
    lookBack: 31,
    late: 0,
  },
  {
    id: 'adobe-vip.renewal-marketplace-14',
    rule: RENEWAL_RULE,
    value: 30,
    unit: 'days',
    validFrom: MARKETPLACE_SINCE,
    source: 'adobe.md §4 (A3)',
    confidence: 'assumed',
    programme: 'vip-marketplace',
    overview: 90,
    upcoming: 45,
    lookBack: 31,
    late: 14,
  },
  {
    id: 'adobe-vip.renewal-marketplace-30',
    rule: RENEWAL_RULE,
    value: 30,
    unit: 'days',
    validFrom: MARKETPLACE_SINCE,
    // The words of error 3122 say 30 days after the anniversary: the outer bound.
    source: 'adobe.md §4 (A4)',
    confidence: 'assumed',
    programme: 'vip-marketplace',
    overview: 90,
    upcoming: 45,
    lookBack: 31,
    late: 30,
  },
];

/**
 * Rule: how many days before access is removed the last notice goes out (C11); Adobe names no day
 * (adobe.md §4).
 */
export const LAST_NOTICE_RULE = 'adobe-vip.last-notice';

const noticeOf = (value: 3 | 7 | 10 | 14): VipEdition => ({
  id: `adobe-vip.last-notice-${value}`,
  rule: LAST_NOTICE_RULE,
  value,
  unit: 'days',
  validFrom: '',
  source: 'Volym',
  confidence: 'assumed',
});

/** Its editions: a default of Volym's own first, and what else one may want. */
export const lastNoticeEditions: readonly [VipEdition, ...VipEdition[]] = [
  noticeOf(7),
  ...([3, 10, 14] as const).map(noticeOf),
];
