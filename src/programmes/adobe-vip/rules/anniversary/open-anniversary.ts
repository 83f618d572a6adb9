import { addDays, type Day } from '#core/day/day.ts';
import { anniversariesNear } from './anniversary.ts';
import { anniversaryDue, dayOfAnniversary } from '../customer/customer-deadlines.ts';
import { editionIn } from '../edition/edition-in.ts';
import { renewalEditions, type RenewalEdition } from '../renewal/renewal-editions.ts';
import type { VipCustomer } from '../customer/vip-customer.ts';

/** An anniversary and the rule its days are counted by, as seen on a day. */
export type AnniversaryAsked = {
  readonly anniversary: Day;
  /** The date of the month kept with it (`anniversaryAfter`). */
  readonly anniversaryDay: number;
  readonly today: Day;
  readonly edition: Pick<RenewalEdition, 'late'>;
};

/**
 * The first anniversary that can still be ordered for: of a customer left alone for years never one
 * long gone (adobe.md §8.40).
 */
export const openAnniversary = ({
  anniversary,
  anniversaryDay,
  today,
  edition,
}: AnniversaryAsked): Day => {
  const isOpen = (day: Day): boolean => today <= addDays(day, edition.late);
  if (isOpen(anniversary)) return anniversary;
  const [before, same, next] = anniversariesNear(today, anniversary, anniversaryDay);
  return [before, same].find(isOpen) ?? next;
};

/** The open anniversary of a customer, or '' while it has none. */
export const openAnniversaryOf = (
  { data, steps }: Pick<VipCustomer, 'data' | 'steps'>,
  today: Day,
): Day => {
  const anniversary = anniversaryDue(data, steps);
  const edition = editionIn(renewalEditions, data.renewalEdition);
  return (
    anniversary &&
    openAnniversary({ anniversary, anniversaryDay: dayOfAnniversary(data), today, edition })
  );
};
