import type { Doing } from '#core/record/kind.ts';
import { isLikelyCount } from '#core/text/likely-count.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { whyTooLong } from '#core/text/long-texts.ts';
import { visibleText } from '#core/text/visible-text.ts';
import { countBefore } from '../level/count-before.ts';
import { planKey } from '../product/product-name.ts';
import type { LicenceType } from '../edition/programme.ts';
import type { RecordedPlan, VipCustomer, VipCustomerData } from '../customer/vip-customer.ts';
import type { VipResult } from '../vip-problem.ts';

/**
 * How many licences of a product a customer has, as someone counted them; missing values stay as
 * they were.
 */
export type PlanInput = {
  readonly product: string;
  readonly licenceType: LicenceType | '';
  readonly sku?: string;
  readonly owned?: number;
  readonly assigned?: number;
};

const isCount = (count: number): boolean => isLikelyCount(count) && count >= 0;

/**
 * Says how many licences of a product are owned and assigned today (C7); what happens from now on
 * is counted on top. Who only says how many are assigned, or which SKU it is, counts nothing again:
 * `owned` keeps its day. A SKU has a day of its own, by which it wins over what was ordered before.
 */
export const sayPlan = (
  customer: VipCustomer,
  input: PlanInput,
  doing: Doing,
): VipResult<Draft<VipCustomerData>> => {
  const product = visibleText(input.product);
  if (product === '') return refuse('product-needed', 'product');
  if (input.owned !== undefined && !isCount(input.owned)) return refuse('count-not-whole', 'owned');
  if (input.assigned !== undefined && !isCount(input.assigned))
    return refuse('count-not-whole', 'assigned');
  const long = whyTooLong({ product, sku: input.sku });
  if (long !== undefined) return long;
  const key = planKey(product, input.licenceType);
  const { today, now } = doing;
  const before = customer.data.plans[key];
  const owned = input.owned ?? before?.owned;
  const assigned = input.assigned ?? before?.assigned;
  const isKept = before !== undefined && input.owned === undefined;
  const skuBefore = isKept ? before.skuOn : (before?.skuOn ?? before?.on);
  const sku = input.sku?.trim() ?? before?.sku ?? '';
  // A product entered without a SKU says nothing about it; removing a SKU records that it is gone.
  const isSkuGiven = input.sku !== undefined && (sku !== '' || (before?.sku ?? '') !== '');
  const skuOn = isSkuGiven ? today : skuBefore;
  const assignedAt = input.assigned === undefined ? before?.assignedAt : now;
  const skuAt = isSkuGiven ? now : before?.skuAt;
  const earlier = isKept ? before.countBefore : countBefore(customer, before, today);
  const plan: RecordedPlan = {
    product,
    licenceType: input.licenceType,
    sku,
    ...(owned === undefined ? {} : { owned }),
    ...(assigned === undefined ? {} : { assigned }),
    ...(skuOn === undefined ? {} : { skuOn }),
    ...(assignedAt === undefined ? {} : { assignedAt }),
    ...(skuAt === undefined ? {} : { skuAt }),
    ...(earlier === undefined ? {} : { countBefore: earlier }),
    ...(isKept ? { on: before.on, at: before.at } : { on: today, at: now }),
  };
  return ok({
    ...customer,
    data: { ...customer.data, plans: { ...customer.data.plans, [key]: plan } },
  });
};
