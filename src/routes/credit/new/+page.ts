import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { onlyForChanging } from '../../for-changing.ts';
import type { PageLoad } from './$types';

/** The rejected order that a new one is to be like, if there is one. */
export const load: PageLoad = async ({ parent, url }) => {
  const { app } = await parent();
  onlyForChanging(app);
  const id = url.searchParams.get('again');
  const order = id === null ? undefined : await app.records.get(id);
  const isReadable = order?.kind === 'credit-order' && conditionOf(order) === 'fine';
  return { again: isReadable ? (order as CreditOrder) : undefined };
};
