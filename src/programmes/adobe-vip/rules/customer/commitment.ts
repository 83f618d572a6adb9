import { addDays, type Day } from '#core/day/day.ts';
import { anniversaryAfter } from '../anniversary/anniversary.ts';
import { dateOf } from '../anniversary/month-date.ts';
import type { RenewalEdition } from '../renewal/renewal-editions.ts';

/**
 * A three-year commitment: its first and last day and how many licences it holds at least (adobe.md
 * §1, A5).
 */
export type Commitment = {
  readonly acceptedOn: Day;
  readonly lastDay: Day;
  readonly minimum: number;
};

/** What the last day of a commitment is counted from. */
export type CommitmentDays = {
  readonly acceptedOn: Day;
  /** The first anniversary on or after that day, and the date of the month kept with it. */
  readonly anniversary: Day;
  readonly anniversaryDay: number;
  /** When the customer became a member; '' when nobody knows. */
  readonly joinedOn: Day;
  /** The last day that the contract names, or ''. */
  readonly contractEnd: Day;
};

const isFirst = ({ anniversary, joinedOn }: CommitmentDays): boolean =>
  joinedOn !== '' && anniversary < anniversaryAfter(joinedOn, dateOf(joinedOn), 2);

// Adobe counts to the fourth anniversary of the join date. Taken at its word, that is over too soon
// for whoever joined years ago; three terms from the coming anniversary is the same at the first
// one, and right afterwards (adobe.md §8.49).
const afterComingTerms = (days: CommitmentDays): Day =>
  isFirst(days)
    ? anniversaryAfter(days.joinedOn, dateOf(days.joinedOn), 4)
    : anniversaryAfter(days.anniversary, days.anniversaryDay, 3);

/**
 * The last day of a commitment. The contract's own comes first: Adobe's sample ends a day before
 * its rule (adobe.md §8.49). Accepted before the order window opens, it is the day before the third
 * anniversary of that day; in the window, it also spans what is left of the running term.
 */
export const commitmentEnd = (days: CommitmentDays, edition: RenewalEdition): Day => {
  const { acceptedOn, anniversary, contractEnd } = days;
  if (contractEnd !== '') return contractEnd;
  const isInWindow =
    anniversary !== '' &&
    acceptedOn >= addDays(anniversary, -edition.value) &&
    acceptedOn < anniversary;
  return addDays(
    isInWindow ? afterComingTerms(days) : anniversaryAfter(acceptedOn, dateOf(acceptedOn), 3),
    -1,
  );
};

/** Whether the commitment holds on a day, its first and last included. */
export const isCommitted = ({ acceptedOn, lastDay }: Commitment, day: Day): boolean =>
  acceptedOn <= day && day <= lastDay;
