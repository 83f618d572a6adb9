import type { Day } from '#core/day/day.ts';
import type { Moment } from '#core/day/local-time.ts';
import {
  customerStates,
  type CustomerFacts,
  type CustomerState,
} from '#programmes/adobe-vip/rules/customer/customer-state.ts';

/** The state of a customer on a day: the first one that applies. */
export const customerState = (facts: CustomerFacts, asOf: Day | Moment): CustomerState =>
  customerStates(facts, asOf)[0]!;
