import {
  whyNumberTaken,
  type KnownCustomer,
} from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { VipProblem } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { isFine } from '#data/records/read-record.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import { isOfKind } from '#data/records/found.ts';

/** The VIP customers that can be read. */
export const readCustomers = (records: Pick<Records, 'find'>): Promise<VipCustomer[]> =>
  readUnder(records, { kind: 'vip-customer', parent: '' });

/** The customers that are known, as far as two must not have one VIP ID. */
export const customersHere = async (records: Pick<Records, 'find'>): Promise<KnownCustomer[]> =>
  (await readCustomers(records)).map(({ id, data }) => ({
    id,
    name: data.name,
    vipId: data.vipId,
  }));

/** Why records stay in the trash: another customer now has the VIP ID of one of them. */
export const whyStaysThrown = async (
  records: Pick<Records, 'find'>,
  thrown: readonly VolymRecord[],
): Promise<VipProblem | undefined> => {
  const numbered = thrown
    .filter((record) => isOfKind(record, 'vip-customer'))
    .filter(isFine)
    .filter(({ trashedOn, data }) => trashedOn !== '' && data.vipId !== '');
  if (numbered.length === 0) return undefined;
  const others = await customersHere(records);
  return numbered.flatMap(
    ({ id, data: { vipId } }) => whyNumberTaken({ id, vipId }, others) ?? [],
  )[0];
};
