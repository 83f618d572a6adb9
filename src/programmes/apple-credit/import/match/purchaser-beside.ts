import { once } from '#core/import/reader.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { IncomingRow } from '../plan/planned.ts';

/** What an order says of who bought, as it is compared. */
type Bought = Pick<IncomingRow, 'purchaserAppleId' | 'institution'>;

/** A row's purchaser and organisation, where each belongs to somebody else. */
export type TwoPurchasers = { readonly institution: string; readonly purchaser: string };

/**
 * Tells whether a row names two purchasers: by its Apple ID one who has only bought for others, and
 * by its organisation one that only others have bought for. Undefined where it names one.
 */
export const purchasersBeside = (
  orders: readonly CreditOrder[],
): ((row: Bought) => TwoPurchasers | undefined) => {
  const pairs = once(() => pairsIn(orders));
  return (row) => {
    const [purchaser, institution] = keysOf(row);
    if (purchaser === '' || institution === '') return undefined;
    const { of, by } = pairs();
    const own = of.get(purchaser);
    const others = by.get(institution);
    if (own === undefined || others === undefined || own.has(institution)) return undefined;
    const [other = ''] = others;
    return { institution: row.institution ?? '', purchaser: other };
  };
};

const pairsIn = (orders: readonly CreditOrder[]) => {
  const of = new Map<string, Set<string>>();
  const by = new Map<string, Set<string>>();
  for (const { data, trashedOn } of orders) {
    const [purchaser, institution] = keysOf(data);
    if (trashedOn !== '' || purchaser === '' || institution === '') continue;
    of.set(purchaser, (of.get(purchaser) ?? new Set()).add(institution));
    by.set(institution, (by.get(institution) ?? new Set()).add(purchaser));
  }
  return { of, by };
};

const keysOf = ({ purchaserAppleId = '', institution = '' }: Bought): [string, string] => [
  purchaserAppleId.toLowerCase(),
  institution.toLowerCase(),
];
