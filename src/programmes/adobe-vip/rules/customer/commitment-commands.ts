import type { Day } from '#core/day/day.ts';
import { isLikelyCount } from '#core/text/likely-count.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { anniversariesNear } from '../anniversary/anniversary.ts';
import { commitmentEnd, isCommitted } from './commitment.ts';
import { anniversaryDue, dayOfAnniversary } from './customer-deadlines.ts';
import { editionIn } from '../edition/edition-in.ts';
import { commitment10 } from '../level/level-editions.ts';
import { renewalEditions } from '../renewal/renewal-editions.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';
import type { VipProblem, VipResult } from '../vip-problem.ts';

/**
 * What a form says of a three-year commitment; `contractEnd` is its last day by the contract, or ''
 * to have it counted.
 */
export type CommitmentInput = {
  readonly acceptedOn: Day;
  readonly contractEnd: Day;
  readonly minimum: number;
};

const whyNoEnd = ({ acceptedOn, contractEnd }: CommitmentInput): VipProblem | undefined => {
  if (contractEnd === '') return undefined;
  if (!isPlausibleDay(contractEnd)) return refuse('day-needed', 'contractEnd').problem;
  return isPlausibleDay(acceptedOn) && contractEnd < acceptedOn
    ? refuse('commitment-ends-first', 'contractEnd', { acceptedOn }).problem
    : undefined;
};

// Adobe makes none of fewer (adobe.md §1, A5).
const whyNotMinimum = ({ minimum }: CommitmentInput): VipProblem | undefined => {
  if (!isLikelyCount(minimum) || minimum < 1)
    return refuse('quantity-not-whole', 'minimum').problem;
  const least = commitment10.value;
  return minimum < least ? refuse('commitment-too-small', 'minimum', { least }).problem : undefined;
};

/** All for which a form is no commitment, in its order. */
export const commitmentProblems = (input: CommitmentInput): readonly VipProblem[] => {
  const minimum = whyNotMinimum(input);
  const end = whyNoEnd(input);
  return [
    ...(minimum === undefined ? [] : [minimum]),
    ...(isPlausibleDay(input.acceptedOn) ? [] : [refuse('day-needed', 'acceptedOn').problem]),
    ...(end === undefined ? [] : [end]),
  ];
};

// The anniversary that comes first on that day or after it, from the one that is known.
const anniversaryFrom = (day: Day, { data, steps }: Pick<VipCustomer, 'data' | 'steps'>): Day => {
  const due = anniversaryDue(data, steps);
  if (due === '') return '';
  const [, same, next] = anniversariesNear(day, due, dayOfAnniversary(data));
  return same >= day ? same : next;
};

/**
 * The last day of the commitment that a form tells of (adobe.md §8.49), or '' while it is not one.
 */
export const lastDayOf = (
  customer: Pick<VipCustomer, 'data' | 'steps'>,
  input: CommitmentInput,
): Day => {
  if (commitmentProblems(input).length > 0) return '';
  const { acceptedOn, contractEnd } = input;
  const { data } = customer;
  // Who accepted before the first order that is known had joined already.
  const joinedOn = data.firstOrderOn <= acceptedOn ? data.firstOrderOn : '';
  const anniversary = anniversaryFrom(acceptedOn, customer);
  return commitmentEnd(
    { acceptedOn, anniversary, anniversaryDay: dayOfAnniversary(data), joinedOn, contractEnd },
    editionIn(renewalEditions, data.renewalEdition),
  );
};

/**
 * Writes a customer's commitment down (C14); one that was there is the former one in the history.
 */
export const sayCommitment = (
  customer: VipCustomer,
  input: CommitmentInput,
): VipResult<Draft<VipCustomerData>> => {
  const [problem] = commitmentProblems(input);
  if (problem !== undefined) return { ok: false, problem };
  const { acceptedOn, minimum } = input;
  const commitment = { acceptedOn, lastDay: lastDayOf(customer, input), minimum };
  return ok({ ...customer, data: { ...customer.data, commitment } });
};

/** Takes a commitment off a customer who has none. */
export const dropCommitment = (customer: VipCustomer): VipResult<Draft<VipCustomerData>> => {
  const { commitment: _, ...data } = customer.data;
  return ok({ ...customer, data });
};

/** How many licences the customer must keep on a day, 0 without a commitment (adobe.md §8.22). */
export const committedMinimum = (
  { commitment }: Pick<VipCustomerData, 'commitment'>,
  day: Day,
): number => (commitment !== undefined && isCommitted(commitment, day) ? commitment.minimum : 0);
