import { LEAP_DAY_RULE } from './leap-day-rule.ts';
import type { VipEdition } from '../edition/vip-edition.ts';

const leapDay = (value: 28 | 29): VipEdition => ({
  id: `${LEAP_DAY_RULE}-${value}`,
  rule: LEAP_DAY_RULE,
  value,
  unit: 'choice',
  validFrom: '',
  source: 'Volym',
  confidence: 'assumed',
});

/** The leap day itself, as the date has it. */
export const leapDay29 = leapDay(29);

/** Its editions: the day that it comes of, or the one that it has in other years. */
export const leapDayEditions: readonly [VipEdition, ...VipEdition[]] = [leapDay29, leapDay(28)];
