import type { CommonProblem, Problem } from '#core/result.ts';
import type { VipProblems } from './adobe-vip/ground/problems.ts';
import type { CreditProblems } from './apple-credit/ground/problems.ts';
import type { LicenceProblems } from './apple-licences/ground/problems.ts';
import type { KindId, SharedKindId } from './kinds.ts';

/** Why a name, an address or a setting that all programmes share is not written. */
type SharedProblems = Readonly<
  Record<SharedKindId, Problem<'name-needed' | 'not-an-address' | 'text-too-long'>>
>;

/** A kind that is missing here does not compile. A fourth programme adds its own. */
type Problems = CreditProblems & LicenceProblems & VipProblems & SharedProblems;

/** What only records of a kind are refused with: their programme has a sentence for each. */
export type OwnCode<Id extends KindId> = Problems[Id]['code'];

/** What a record of any kind is refused with. */
export type AnyCode = CommonProblem['code'] | OwnCode<KindId>;

/** Why something of a record of any kind is refused. */
export type AnyProblem = Problem<AnyCode>;
