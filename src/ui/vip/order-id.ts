import { orderKey } from '#domain/adobe-vip/list/vip-keys.ts';
import type { VipCustomerData } from '#domain/adobe-vip/vip-customer.ts';
import { newId } from '#platform/ids.ts';
import type { App } from '../app.svelte.ts';

/**
 * The id of an order that is noted by hand: that which its list or its invoice gives it on another device, so that the two meet
 * instead of being two orders. Where it stands already, as an order of another authorization does, one of its own.
 */
export const orderIdFor = async (
  { records, vault }: { readonly records: Pick<App['records'], 'get'>; readonly vault: Pick<App['vault'], 'keyedId'> },
  customer: string,
  orderNumber: string,
): Promise<string> => {
  const data = (await records.get(customer))?.data as VipCustomerData | undefined;
  if (data === undefined || orderNumber.trim() === '') return newId();
  const id = await vault.keyedId(...orderKey({ ...data, orderNumber }));
  return (await records.get(id)) === undefined ? id : newId();
};
