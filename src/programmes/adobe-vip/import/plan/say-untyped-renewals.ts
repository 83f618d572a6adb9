import { addDays, isDay, type Day } from '#core/day/day.ts';
import { editionIn } from '#programmes/adobe-vip/rules/edition/edition-in.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import { linesOnce } from '#programmes/adobe-vip/rules/order/lines-once.ts';
import { withTypes } from '#programmes/adobe-vip/rules/order/typed-orders.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { plansAt } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { renewalEditions } from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import { leftToRenew } from '#programmes/adobe-vip/rules/renewal/renewal-need.ts';
import { renewalOfDay } from '#programmes/adobe-vip/rules/renewal/renewal-of-day.ts';
import { windowOpens } from '#programmes/adobe-vip/rules/renewal/renewal-window.ts';
import { bookOnDesk, livesUnder } from '../match/desk-records.ts';
import { setField, stateOf, type OnDesk, type VipDesk } from '../match/desk.ts';
import { firstKnown } from './say-first-order.ts';
import { noteAtOrder } from './tell-row.ts';

type CustomerOnDesk = OnDesk<'vip-customer'>;
type OrderOnDesk = OnDesk<'vip-order'>;
/** An order of which the list does not say what it is, with what it orders by plan. */
type Untyped = {
  readonly order: OrderOnDesk;
  readonly lines: readonly { readonly key: string; readonly quantity: number }[];
};

/**
 * Takes orders whose list does not say what they are as renewals where they come in the days of one
 * (adobe.md §0, §8.38-41) and are of what is left of the term that ends: their licences would be
 * owned twice else. What an order before the anniversary is stays open where it does not renew all
 * of it. Each row says so; `rows` are those of the customer.
 */
export const sayUntypedRenewals = (
  desk: VipDesk,
  customer: CustomerOnDesk,
  rows: readonly number[],
): void => {
  const untyped = untypedOf(desk, customer, rows);
  if (untyped.length === 0) return;
  const data = { ...customer.data, ...firstKnown(desk, customer) };
  if (!isDay(data.anniversary)) return;
  const edition = editionIn(renewalEditions, data.renewalEdition);
  const anniversaryOf = ({ data: { orderDate } }: OrderOnDesk): Day => {
    const anniversary = renewalOfDay(orderDate, data);
    return anniversary !== '' && orderDate >= windowOpens(anniversary, edition) ? anniversary : '';
  };
  const byAnniversary = Map.groupBy(untyped, anniversaryOf);
  byAnniversary.delete('');
  if (byAnniversary.size === 0) return;
  const book = (): CustomerBook => {
    const there = bookOnDesk(desk, customer);
    return { ...there, customer: { ...there.customer, data } };
  };
  for (const anniversary of [...byAnniversary.keys()].sort()) {
    const orders = byAnniversary.get(anniversary)!;
    sayAt(desk, { anniversary, rows, book, untyped: withLines(orders, book()) });
  }
};

const untypedOf = (
  desk: VipDesk,
  { id }: CustomerOnDesk,
  rows: readonly number[],
): readonly OrderOnDesk[] => {
  const typed = new Set<string>();
  for (const at of rows) {
    const row = desk.list[at];
    if (row?.outcome === 'value' && row.is === 'order' && row.type !== '')
      typed.add(numberKey(row.orderNumber));
  }
  // One that fulfils an authorization orders what was added, and one that was here is what it was.
  return livesUnder(desk, 'vip-order', id)
    .filter(
      (order) =>
        stateOf(order) === 'new' &&
        order.data.orderType === 'new' &&
        order.data.authorization === '' &&
        Object.values(order.data.lines).every((line) => line.authorizationLine === '') &&
        !typed.has(numberKey(order.data.orderNumber)),
    )
    .toSorted((a, b) => (a.data.orderDate < b.data.orderDate ? -1 : 1));
};

const withLines = (orders: readonly OrderOnDesk[], book: CustomerBook): readonly Untyped[] => {
  const typed = new Map(withTypes(book).orders.map((order) => [order.id, order.data.lines]));
  return orders.map((order) => {
    const lines = linesOnce(typed.get(order.id) ?? order.data.lines).map(({ line }) => ({
      key: planKey(line.product, line.licenceType),
      quantity: line.quantity,
    }));
    return { order, lines };
  });
};

const sayAt = (
  desk: VipDesk,
  {
    anniversary,
    rows,
    book,
    untyped,
  }: {
    readonly anniversary: Day;
    readonly rows: readonly number[];
    readonly book: () => CustomerBook;
    readonly untyped: readonly Untyped[];
  },
): void => {
  const open = new Set(untyped.map(({ order }) => order.id));
  const ordered = new Map<string, number>();
  for (const { key, quantity } of untyped.flatMap(({ lines }) => lines))
    ordered.set(key, (ordered.get(key) ?? 0) + quantity);
  const before = leftAt(book(), anniversary, open);
  for (const { order, lines } of untyped) {
    const left = leftAt(book(), anniversary, open);
    const { orderDate, orderNumber } = order.data;
    const isOwned = lines.some(({ key }) => (left.get(key) ?? 0) > 0);
    if (!isOwned) continue;
    const isWhole = lines.every(({ key }) => {
      const owned = before.get(key) ?? 0;
      return owned > 0 && (ordered.get(key) ?? 0) >= owned;
    });
    // From the anniversary on it is of the next term in any case (adobe.md §8.33).
    if (orderDate < anniversary && !isWhole) {
      noteAtOrder(desk.rows, rows, orderNumber, {
        code: 'may-renew',
        params: { day: anniversary },
      });
      continue;
    }
    // A late one in the Marketplace is of the same products, and of no more (adobe.md §8.41).
    const isMarket = book().customer.data.programme === 'vip-marketplace';
    const isWithin = lines.every(({ key, quantity }) => quantity <= (left.get(key) ?? 0));
    if (isMarket && orderDate > anniversary && !isWithin) continue;
    open.delete(order.id);
    setField(order, 'orderType', 'renewal');
    setField(order, 'renews', anniversary);
    const note = { code: 'taken-as-renewal' as const, params: { day: anniversary } };
    noteAtOrder(desk.rows, rows, orderNumber, note);
  }
};

/** How many are left to renew at an anniversary, by plan, without those orders. */
const leftAt = (
  { customer, orders, ...rest }: CustomerBook,
  anniversary: Day,
  without: ReadonlySet<string>,
): ReadonlyMap<string, number> => {
  // A count that was taken later says nothing of the term that ended.
  const plans = Object.fromEntries(
    Object.entries(customer.data.plans).filter(([, { on }]) => on < anniversary),
  );
  const then = { ...customer, data: { ...customer.data, plans } };
  const others = orders.filter(({ id }) => !without.has(id));
  const book = withTypes({ ...rest, customer: then, orders: others });
  return new Map(
    plansAt(book, anniversary, addDays(anniversary, -1)).map((plan) => [
      plan.key,
      leftToRenew(plan),
    ]),
  );
};
