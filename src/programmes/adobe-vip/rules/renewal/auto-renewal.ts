import { addDays, type Day } from '#core/day/day.ts';
import type { VipEdition } from '../edition/vip-edition.ts';

/**
 * The last day on which the Marketplace's automatic renewal may be set (adobe.md §4, A14; §8.42).
 */
export const autoRenewalUntil = (renewalDate: Day, edition: VipEdition): Day =>
  addDays(renewalDate, -edition.value);
