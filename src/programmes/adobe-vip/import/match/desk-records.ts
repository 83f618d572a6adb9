import { NOTHING_DUE } from '#core/day/day.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { PurchaseAuthorizationData } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { ReturnAuthorizationData } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { AT_WRITING } from '../plan/at-writing.ts';
import { underOf, type OnDesk, type VipDesk } from './desk.ts';

/**
 * What of a kind is under a customer once the list is in: what stays in the trash is left out.
 */
export const livesUnder = <D extends Data>(
  desk: VipDesk,
  kind: OnDesk['kind'],
  customer: string,
): readonly OnDesk<D>[] =>
  underOf<D>(desk, kind, customer).filter(
    ({ id, before }) => !before?.trashedOn || desk.touched.has(id),
  );

/**
 * The record that a row means among those of a customer: a live one is preferred to one in the
 * trash, since it may have replaced that.
 */
export const meantUnder = <D extends Data>(
  desk: VipDesk,
  kind: OnDesk['kind'],
  customer: string,
  meant: (own: readonly OnDesk<D>[]) => OnDesk<D> | undefined,
): OnDesk<D> | undefined => {
  const all = underOf<D>(desk, kind, customer);
  const live = livesUnder<D>(desk, kind, customer);
  return meant(live) ?? (live.length === all.length ? undefined : meant(all));
};

/** The steps of a record once the list is in. */
export const stepsOnDesk = ({
  before,
  steps,
}: Pick<OnDesk, 'before' | 'steps'>): readonly Step[] => [
  ...(before?.steps ?? []),
  ...steps.map((step, at): Step => ({ ...step, id: `planned-${at}`, at: AT_WRITING, by: '' })),
];

/** A record as it will be once the list is in. */
export const recordOnDesk = <D extends Data>(record: OnDesk<D>): VolymRecord<D> => ({
  dueOn: NOTHING_DUE,
  newestFirst: 0,
  updatedAt: 0,
  updatedBy: '',
  history: [],
  clashes: [],
  programme: 'adobe-vip',
  ...record.before,
  id: record.id,
  kind: record.kind,
  parent: record.parent,
  trashedOn: '',
  data: record.data,
  steps: stepsOnDesk(record),
});

/** A customer with what is under it, as they will be once the list is in. */
export const bookOnDesk = (desk: VipDesk, customer: OnDesk<VipCustomerData>): CustomerBook => ({
  customer: recordOnDesk(customer),
  authorizations: livesUnder<PurchaseAuthorizationData>(
    desk,
    'purchase-authorization',
    customer.id,
  ).map(recordOnDesk),
  orders: livesUnder<VipOrderData>(desk, 'vip-order', customer.id).map(recordOnDesk),
  returns: livesUnder<ReturnAuthorizationData>(desk, 'return-authorization', customer.id).map(
    recordOnDesk,
  ),
});
