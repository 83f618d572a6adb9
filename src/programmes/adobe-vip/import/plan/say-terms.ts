import { sayEnded } from './say-ended.ts';
import { sayFirstOrder } from './say-first-order.ts';
import { sayRenewed } from './say-renewed.ts';
import { sayUntypedRenewals } from './say-untyped-renewals.ts';
import { termRowsBy } from './tell-row.ts';
import type { VipDesk } from '../match/desk.ts';

/**
 * Once all rows were gone over: what the orders of each customer say of its terms, those that were
 * here before its anniversary came included. In steps that say how dear they were, in rows.
 */
export function* sayTerms(desk: VipDesk): Generator<number, void, void> {
  for (const [id, rows] of termRowsBy(desk.rows)) {
    const customer = desk.people.get(id);
    if (customer === undefined) continue;
    const isOrdered = rows.some((row) => desk.rows[row]?.vip === 'order');
    if (isOrdered) sayUntypedRenewals(desk, customer, rows);
    if (isOrdered) sayFirstOrder(desk, customer, rows);
    if (isOrdered || customer.changed.has('anniversary')) sayRenewed(desk, customer, rows);
    if (isOrdered) sayEnded(desk, customer, rows);
    yield rows.length;
  }
}
