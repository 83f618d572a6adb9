import { isDay, type Day } from '../day.ts';
import type { Doing } from '../kind.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Problem, type Result } from '../result.ts';
import { withStep } from '../step.ts';
import { visibleText } from '../visible-text.ts';
import { planKey } from './product-name.ts';
import type { LicenceType, Segment, VipProgramme } from './programme.ts';
import { withSaidLeapDay } from './said-leap-day.ts';
import type { SaidPlan, VipCustomer, VipCustomerData } from './vip-customer.ts';
import { vipIdText } from './vip-id.ts';

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

/** The editions of the rules that a customer's own days are reckoned by (`bornUnder`). */
export type Born = Pick<VipCustomerData, 'renewalEdition' | 'editions'>;

/**
 * All that keeps a form from being a customer, field by field. `others` are the customers that are known; a new one was invited on a
 * day, '' while nobody has said that it was.
 */
export const customerProblems = (
  { name, vipId, adminEmail, anniversary, owner, deputy = '', firstOrderOn = '' }: CustomerInput,
  others: readonly KnownCustomer[],
  invited?: { readonly invitedOn: Day; readonly today: Day },
): readonly Problem[] => {
  const id = vipIdText(vipId);
  const same = id === '' ? undefined : others.find((other) => other.vipId === id);
  const refusals = [
    visibleText(name) === '' && refuse('customer-name-needed', 'name'),
    adminEmail.trim() !== '' && !/^\S+@\S+$/.test(adminEmail.trim()) && refuse('not-an-email', 'adminEmail'),
    anniversary !== '' && !isDay(anniversary) && refuse('day-needed', 'anniversary'),
    firstOrderOn !== '' && !isDay(firstOrderOn) && refuse('day-needed', 'firstOrderOn'),
    invited !== undefined && invited.invitedOn !== '' && !isDay(invited.invitedOn) && refuse('day-needed', 'invitedOn'),
    invited !== undefined && invited.invitedOn > invited.today && refuse('day-ahead', 'invitedOn'),
    deputy !== '' && deputy === owner && refuse('deputy-is-owner', 'deputy'),
    same !== undefined && refuse('vip-id-known', 'vipId', { name: same.name }),
  ];
  return refusals.flatMap((refusal) => (refusal === false ? [] : [refusal.problem]));
};

/** The first of them, or undefined. */
export const whyNoCustomer = (...given: Parameters<typeof customerProblems>): Problem | undefined =>
  customerProblems(...given)[0];

/** The fields of a form as they are kept; whose it is, and what is asked of no new one, apart. */
export const fieldsOf = (input: CustomerInput): Omit<CustomerInput, 'owner' | 'deputy' | 'firstOrderOn'> => ({
  ...{ name: visibleText(input.name), vipId: vipIdText(input.vipId), marketplaceId: input.marketplaceId.trim() },
  ...{ programme: input.programme, segment: input.segment, anniversary: input.anniversary },
  ...{ adminName: visibleText(input.adminName), adminEmail: input.adminEmail.trim() },
});

/**
 * A new customer: with the invitation the VIP ID is issued the same day, and authorizations wait for nobody's acceptance (seed 002).
 * That the invitation was sent is noted only where someone said so.
 */
export const inviteCustomer = (
  id: string,
  input: CustomerInput,
  given: Born & { readonly others: readonly KnownCustomer[]; readonly invitedOn: Day },
  doing: Doing,
): Result<Draft<VipCustomerData>> => {
  const { others, invitedOn, ...born } = given;
  const problem = whyNoCustomer(input, others, { invitedOn, today: doing.today });
  if (problem !== undefined) return { ok: false, problem };
  return ok({
    ...{ id, kind: 'vip-customer', programme: 'adobe-vip', parent: '' },
    data: withSaidLeapDay({
      ...{ v: 1, ...fieldsOf(input), firstOrderOn: '', level: '', plans: {}, holders: {}, ...born },
      owner: input.owner,
    }),
    steps: invitedOn === '' ? [] : withStep([], { kind: 'invited', on: invitedOn }, doing),
  });
};

/** How many licences of a product a customer has, as someone counted them; what is not given stays as it was said. */
export type PlanInput = {
  readonly product: string;
  readonly licenceType: LicenceType | '';
  readonly sku?: string;
  readonly owned?: number;
  readonly assigned?: number;
};

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0;

/**
 * Says how many licences of a product are owned and assigned today (C7); what happens from now on is counted on top. Who only
 * says how many are assigned, or which SKU it is, counts nothing anew: `owned` keeps its day. A SKU has a day of its own, by
 * which it wins over what was ordered before.
 */
export const sayPlan = (customer: VipCustomer, input: PlanInput, doing: Doing): Result<Draft<VipCustomerData>> => {
  const product = visibleText(input.product);
  if (product === '') return refuse('product-needed', 'product');
  if (input.owned !== undefined && !isCount(input.owned)) return refuse('count-not-whole', 'owned');
  if (input.assigned !== undefined && !isCount(input.assigned)) return refuse('count-not-whole', 'assigned');
  const key = planKey(product, input.licenceType);
  const { today, now } = doing;
  const before = customer.data.plans[key];
  const owned = input.owned ?? before?.owned;
  const assigned = input.assigned ?? before?.assigned;
  const isKept = before !== undefined && input.owned === undefined;
  const skuBefore = isKept ? before.skuOn : (before?.skuOn ?? before?.on);
  const sku = input.sku?.trim() ?? before?.sku ?? '';
  // A product that is written down without a SKU says nothing of it; one that is taken away is said to be gone.
  const isSkuSaid = input.sku !== undefined && (sku !== '' || (before?.sku ?? '') !== '');
  const skuOn = isSkuSaid ? today : skuBefore;
  const assignedAt = input.assigned === undefined ? before?.assignedAt : now;
  const skuAt = isSkuSaid ? now : before?.skuAt;
  const said: SaidPlan = {
    ...{ product, licenceType: input.licenceType, sku },
    ...(owned === undefined ? {} : { owned }),
    ...(assigned === undefined ? {} : { assigned }),
    ...(skuOn === undefined ? {} : { skuOn }),
    ...(assignedAt === undefined ? {} : { assignedAt }),
    ...(skuAt === undefined ? {} : { skuAt }),
    ...(isKept ? { on: before.on, at: before.at } : { on: today, at: now }),
  };
  return ok({ ...customer, data: { ...customer.data, plans: { ...customer.data.plans, [key]: said } } });
};
