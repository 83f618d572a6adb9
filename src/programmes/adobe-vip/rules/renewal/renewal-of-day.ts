import { addDays, isDay, type Day } from '#core/day/day.ts';
import { anniversariesNear } from '../anniversary/anniversary.ts';
import { dayOfAnniversary, type AnniversaryFacts } from '../customer/customer-deadlines.ts';
import { editionIn } from '../edition/edition-in.ts';
import { renewalEditions } from './renewal-editions.ts';
import type { VipCustomerData } from '../customer/vip-customer.ts';

/**
 * The anniversary that a renewal order of a day is for: the one in whose days it is, from the
 * overview's first day to the last of a late order. A list of orders does not say which. '' where
 * none fits, or the customer has no anniversary.
 */
export const renewalOfDay = (
  day: Day,
  data: AnniversaryFacts & Pick<VipCustomerData, 'renewalEdition'>,
): Day => {
  if (!isDay(data.anniversary)) return '';
  const { overview, late } = editionIn(renewalEditions, data.renewalEdition);
  const near = anniversariesNear(day, data.anniversary, dayOfAnniversary(data));
  return (
    near.find(
      (anniversary) => day >= addDays(anniversary, -overview) && day <= addDays(anniversary, late),
    ) ?? ''
  );
};
