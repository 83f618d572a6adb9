import { orderKey } from '#programmes/adobe-vip/import/match/keys.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { nextIdOf } from '#core/record/next-id.ts';
import type { Draft } from '#core/record/record.ts';
import { refuse, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import type { Vault } from '#data/vault/vault.ts';
import { writeAgain, type Written } from '../write-again.ts';
import { readOne } from '#data/records/read-under.ts';
import { isOfKind } from '#data/records/found.ts';
import { isFine } from '#data/records/read-record.ts';

/**
 * Writes a new order. If its id comes from an outside number, it may have existed before: from the
 * trash it comes back as entered now, and if it is live it is refused.
 */
export const writeOrder = async (
  records: Records,
  draft: Draft<VipOrderData>,
): Promise<Result<Written<'vip-order'>, Problem<CommonProblem['code'] | 'order-known'>>> => {
  const known = await records.get(draft.id);
  if (known?.trashedOn === '')
    return refuse('order-known', 'orderNumber', { number: draft.data.orderNumber });
  return writeAgain(records, 'vip-order', draft, known !== undefined);
};

/**
 * The id of an order entered by hand: the same that a list or an invoice gives it on another
 * device, so that the two are merged instead of becoming two orders; the same again if it was
 * removed. If that id is in use, as by an order of another authorization, a new random id.
 */
export const orderIdFor = async (
  {
    records,
    vault,
  }: { readonly records: Pick<Records, 'get'>; readonly vault: Pick<Vault, 'keyedId'> },
  customer: string,
  orderNumber: string,
): Promise<string> => {
  const data = (await readOne(records, customer, 'vip-customer'))?.data;
  if (data === undefined || orderNumber.trim() === '') return newId();
  // If two customers share a VIP ID, each has its own orders: the number's id may be in the trash
  // under the other one.
  const isOthers = async (id: string): Promise<boolean> => {
    const known = await records.get(id);
    if (known === undefined) return false;
    return (
      !isOfKind(known, 'vip-order') ||
      !isFine(known) ||
      known.parent !== customer ||
      numberKey(known.data.orderNumber) !== numberKey(orderNumber)
    );
  };
  const first = await vault.keyedId(...orderKey({ ...data, orderNumber }));
  const taken = new Set<string>();
  const next = (): string => nextIdOf(first, (id) => taken.has(id));
  while (await isOthers(next())) taken.add(next());
  const known = await records.get(next());
  return known === undefined || known.trashedOn !== '' ? next() : newId();
};
