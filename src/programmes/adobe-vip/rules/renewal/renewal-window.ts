import { addDays, type Day } from '#core/day/day.ts';
import { earlyRenewalEditions } from './early-renewal-editions.ts';
import type { RenewalEdition } from './renewal-editions.ts';
import { editionsFor } from '../edition/vip-edition.ts';

/**
 * The first day on which the renewal of an anniversary can be ordered. In the Marketplace the day
 * of the order tells which edition holds: each takes orders from its own first day on, as many days
 * before the anniversary as it says (adobe.md §4, A3).
 */
export const windowOpens = (
  anniversary: Day,
  { programme = 'vip', value }: RenewalEdition,
): Day => {
  const days = editionsFor(earlyRenewalEditions, programme).map((edition) => {
    const opens = addDays(anniversary, -edition.value);
    return opens < edition.validFrom ? edition.validFrom : opens;
  });
  return days.toSorted()[0] ?? addDays(anniversary, -value);
};
