import { addDays, type Day } from '../day.ts';
import { ok, refuse, type Problem, type Result } from '../result.ts';
import type { VipEdition } from './vip-edition.ts';

/** The last day on which the Marketplace's automatic renewal may be set (adobe.md §4, A14). */
export const autoRenewalUntil = (renewalDate: Day, edition: VipEdition): Day => addDays(renewalDate, -edition.value);

/** Whether it may be changed today; answers with the last day for it (adobe.md §8.42). */
export const mayChangeAutoRenewal = (
  renewalDate: Day,
  today: Day,
  edition: VipEdition,
): Result<Day, Problem<'auto-renewal-too-late'>> => {
  const until = autoRenewalUntil(renewalDate, edition);
  return today <= until ? ok(until) : refuse('auto-renewal-too-late', 'autoRenewal', { until });
};
