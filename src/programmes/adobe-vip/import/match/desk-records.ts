import { NOTHING_DUE } from '#core/day/day.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { VipData, VipKind } from '../plan/planned.ts';
import { AT_WRITING } from '../plan/at-writing.ts';
import { underOf, type OnDesk, type VipDesk } from './desk.ts';

/**
 * What of a kind is under a customer once the list is in: what stays in the trash is left out.
 */
export const livesUnder = <Kind extends VipKind>(
  desk: VipDesk,
  kind: Kind,
  customer: string,
): readonly OnDesk<Kind>[] =>
  underOf(desk, kind, customer).filter(
    ({ id, before }) => !before?.trashedOn || desk.touched.has(id),
  );

/**
 * The record that a row means among those of a customer: a live one is preferred to one in the
 * trash, since it may have replaced that.
 */
export const meantUnder = <Kind extends VipKind>(
  desk: VipDesk,
  kind: Kind,
  customer: string,
  meant: (own: readonly OnDesk<Kind>[]) => OnDesk<Kind> | undefined,
): OnDesk<Kind> | undefined => {
  const all = underOf(desk, kind, customer);
  const live = livesUnder(desk, kind, customer);
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
export const recordOnDesk = <Kind extends VipKind>(
  record: OnDesk<Kind>,
): VolymRecord<VipData[Kind]> => ({
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
export const bookOnDesk = (desk: VipDesk, customer: OnDesk<'vip-customer'>): CustomerBook => ({
  customer: recordOnDesk(customer),
  authorizations: livesUnder(desk, 'purchase-authorization', customer.id).map(recordOnDesk),
  orders: livesUnder(desk, 'vip-order', customer.id).map(recordOnDesk),
  returns: livesUnder(desk, 'return-authorization', customer.id).map(recordOnDesk),
});
