import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { followCodes } from '#programmes/apple-credit/rules/code/follow-codes.ts';
import { grouped } from '#core/grouped.ts';
import type { Doing } from '#core/record/kind.ts';
import { ok, refuse } from '#core/result.ts';
import { codesUnder } from '../code/codes-under.ts';
import { onKind } from '#data/records/on-kind.ts';
import { readMany } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';

/**
 * Updates orders from their codes after some of these came, went or changed; batches have no such
 * steps. Returns the orders that changed. `as` gives the steps their own ids.
 */
export const letOrdersFollow = async (
  records: Pick<Records, 'many' | 'find' | 'changeMany' | 'doing'>,
  parents: readonly string[],
  as: (doing: Doing) => Doing = (doing) => doing,
): Promise<string[]> => {
  const found = await readMany(records, parents, 'credit-order');
  const orders = [...found.values()].filter(({ trashedOn }) => trashedOn === '');
  const ids = orders.map(({ id }) => id);
  const codes = grouped(await codesUnder(records, ids), ({ parent }) => parent);
  const followed = (order: CreditOrder, doing: Doing) =>
    followCodes(order, codes.get(order.id) ?? [], doing);
  const behind = orders.filter((order) => followed(order, records.doing()) !== undefined);
  const refused = await records.changeMany(
    behind.map(({ id }) => id),
    onKind('credit-order', (order, doing) => {
      const draft = followed(order, as(doing));
      return draft === undefined ? refuse('nothing-to-follow') : ok(draft);
    }),
  );
  return behind.map(({ id }) => id).filter((id) => !refused.has(id));
};
