import type { KnownCustomer } from '#domain/adobe-vip/customer-commands.ts';
import type { VipCustomer } from '#domain/adobe-vip/vip-customer.ts';
import { conditionOf } from './read-record.ts';
import type { Records } from './records.ts';

/** The customers that are known, as far as two must not have one VIP ID. */
export const customersHere = async (records: Pick<Records, 'find'>): Promise<KnownCustomer[]> =>
  ((await records.find({ kind: 'vip-customer' })) as VipCustomer[])
    .filter((one) => conditionOf(one) === 'fine')
    .map(({ id, data }) => ({ id, name: data.name, vipId: data.vipId }));
