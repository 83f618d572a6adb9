import type { VipEdition } from './vip-edition.ts';

/** Rule: the day of an anniversary that comes of 29 February, in a leap year. Adobe leaves it open (adobe.md §8.26). */
export const LEAP_DAY_RULE = 'adobe-vip.leap-anniversary';

const leapDay = (value: 28 | 29): VipEdition => ({
  ...{ id: `${LEAP_DAY_RULE}-${value}`, rule: LEAP_DAY_RULE, value, unit: 'choice', validFrom: '' },
  ...{ source: 'Volym', confidence: 'assumed' },
});

/** Its editions: the day that it comes of, or the one that it has in other years. */
export const leapDayEditions: readonly [VipEdition, ...VipEdition[]] = [leapDay(29), leapDay(28)];
