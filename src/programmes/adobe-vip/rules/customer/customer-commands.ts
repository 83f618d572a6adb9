import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { longTexts } from '#core/text/long-texts.ts';
import { withStep } from '#core/record/step.ts';
import { visibleText } from '#core/text/visible-text.ts';
import { mayBeEmail } from '#core/text/written-email.ts';
import type { Segment, VipProgramme } from '../edition/programme.ts';
import { withEnteredLeapDay } from '../anniversary/entered-leap-day.ts';
import type { VipCustomerData } from './vip-customer.ts';
import { vipIdText } from './vip-id.ts';
import type { VipProblem, VipResult } from '../vip-problem.ts';

/** What a form says of a customer. */
export type CustomerInput = {
  readonly name: string;
  readonly vipId: string;
  readonly marketplaceId: string;
  readonly programme: VipProgramme;
  readonly segment: Segment | '';
  readonly adminName: string;
  readonly adminEmail: string;
  readonly anniversary: Day;
  readonly owner: string;
  /** Not asked of a new one. */
  readonly firstOrderOn?: Day | undefined;
  readonly deputy?: string | undefined;
};

/** Another customer, as far as two must not have one VIP ID. */
export type KnownCustomer = { readonly id: string; readonly name: string; readonly vipId: string };

/** Why a customer cannot have a VIP ID: another one has it. */
export const whyNumberTaken = (
  { id, vipId }: Pick<KnownCustomer, 'id' | 'vipId'>,
  others: readonly KnownCustomer[],
): VipProblem | undefined => {
  const same =
    vipId === '' ? undefined : others.find((other) => other.id !== id && other.vipId === vipId);
  return same === undefined
    ? undefined
    : refuse('vip-id-known', 'vipId', { name: same.name }).problem;
};

/** The editions of the rules that a customer's own days are reckoned by (`bornUnder`). */
export type Born = Pick<VipCustomerData, 'renewalEdition' | 'editions'>;

/**
 * Everything that prevents a form from being saved as a customer, field by field. `others` are the
 * existing customers; a new one was invited on a day, or '' if unknown.
 */
export const customerProblems = (
  input: CustomerInput,
  others: readonly KnownCustomer[],
  invited?: { readonly invitedOn: Day; readonly today: Day },
): readonly VipProblem[] => {
  const { name, vipId, adminEmail, anniversary, owner, deputy = '', firstOrderOn = '' } = input;
  const refusals = [
    visibleText(name) === '' && refuse('customer-name-needed', 'name'),
    adminEmail.trim() !== '' &&
      !mayBeEmail(adminEmail.trim()) &&
      refuse('not-an-email', 'adminEmail'),
    anniversary !== '' && !isPlausibleDay(anniversary) && refuse('day-needed', 'anniversary'),
    firstOrderOn !== '' && !isPlausibleDay(firstOrderOn) && refuse('day-needed', 'firstOrderOn'),
    invited !== undefined &&
      invited.invitedOn !== '' &&
      !isPlausibleDay(invited.invitedOn) &&
      refuse('day-needed', 'invitedOn'),
    invited !== undefined && invited.invitedOn > invited.today && refuse('day-ahead', 'invitedOn'),
    deputy !== '' && deputy === owner && refuse('deputy-is-owner', 'deputy'),
  ];
  const taken = whyNumberTaken({ id: '', vipId: vipIdText(vipId) }, others);
  return [
    ...refusals.flatMap((refusal) => (refusal === false ? [] : [refusal.problem])),
    ...(taken === undefined ? [] : [taken]),
    ...longTexts({ ...input, ...fieldsOf(input) }),
  ];
};

/** The first of them, or undefined. */
export const whyNoCustomer = (
  ...given: Parameters<typeof customerProblems>
): VipProblem | undefined => customerProblems(...given)[0];

/** The fields of a form as they are kept; whose it is, and what is asked of no new one, apart. */
export const fieldsOf = (
  input: CustomerInput,
): Omit<CustomerInput, 'owner' | 'deputy' | 'firstOrderOn'> => ({
  name: visibleText(input.name),
  vipId: vipIdText(input.vipId),
  marketplaceId: input.marketplaceId.trim(),
  programme: input.programme,
  segment: input.segment,
  anniversary: input.anniversary,
  adminName: visibleText(input.adminName),
  adminEmail: input.adminEmail.trim(),
});

/**
 * A new customer: with the invitation the VIP ID is issued the same day, and authorizations wait
 * for nobody's acceptance (seed 002). That the invitation was sent is noted only if someone said
 * so.
 */
export const inviteCustomer = (
  id: string,
  input: CustomerInput,
  given: Born & { readonly others: readonly KnownCustomer[]; readonly invitedOn: Day },
  doing: Doing,
): VipResult<Draft<VipCustomerData>> => {
  const { others, invitedOn, ...born } = given;
  const problem = whyNoCustomer(input, others, { invitedOn, today: doing.today });
  if (problem !== undefined) return { ok: false, problem };
  return ok({
    id,
    kind: 'vip-customer',
    programme: 'adobe-vip',
    parent: '',
    data: withEnteredLeapDay({
      v: 1,
      ...fieldsOf(input),
      firstOrderOn: '',
      level: '',
      plans: {},
      holders: {},
      ...born,
      owner: input.owner,
    }),
    steps: invitedOn === '' ? [] : withStep([], { kind: 'invited', on: invitedOn }, doing),
  });
};
