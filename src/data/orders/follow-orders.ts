import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import { followCodes } from '#programmes/apple-credit/rules/code/follow-codes.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { Doing } from '#core/record/kind.ts';
import { ok, refuse } from '#core/result.ts';
import { codesUnder } from '../import/codes-under.ts';
import { conditionOf } from '../records/read-record.ts';
import type { Command, Records } from '../records/records.ts';

/**
 * Lets orders say what their codes say, once some of these came, went or changed; batches have no
 * such steps. Answers the orders that changed. `as` gives the steps ids of their own.
 */
export const letOrdersFollow = async (
  records: Pick<Records, 'many' | 'find' | 'changeMany' | 'doing'>,
  parents: readonly string[],
  as: (doing: Doing) => Doing = (doing) => doing,
): Promise<string[]> => {
  const found = [...(await records.many(parents)).values()];
  const orders = found.filter(
    ({ kind, trashedOn }) => kind === 'credit-order' && trashedOn === '',
  ) as CreditOrder[];
  const codes = new Map<string, RedemptionCode[]>();
  const ids = orders.map(({ id }) => id);
  for (const code of await codesUnder(records, ids))
    if (codes.has(code.parent)) codes.get(code.parent)?.push(code);
    else codes.set(code.parent, [code]);
  const followed = (order: CreditOrder, doing: Doing) =>
    followCodes(order, codes.get(order.id) ?? [], doing);
  const behind = orders.filter(
    (order) => conditionOf(order) === 'fine' && followed(order, records.doing()) !== undefined,
  );
  const follow: Command<CreditOrderData> = (order, doing) => {
    const draft = followed(order, as(doing));
    return draft === undefined ? refuse('nothing-to-follow') : ok(draft);
  };
  const refused = await records.changeMany(
    behind.map(({ id }) => id),
    follow as unknown as Command,
  );
  return behind.map(({ id }) => id).filter((id) => !refused.has(id));
};
