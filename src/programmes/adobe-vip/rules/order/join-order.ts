import type { Day } from '#core/day/day.ts';
import { nextIdOf } from '#core/record/next-id.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { firstAskedBack } from '../return/asked-back.ts';
import { openLines, type LineNow } from '../authorization/authorization-life.ts';
import { coveredLines, coversLine, freeNamed } from '../authorization/free-lines.ts';
import { called } from './called.ts';
import { agree, type NamedLine } from './lines-once.ts';
import type { OrderInput } from './order-commands.ts';
import { orderedName } from './ordered-name.ts';
import type {
  PurchaseAuthorization,
  PurchaseAuthorizationData,
} from '../authorization/purchase-authorization.ts';
import { isSameProduct } from '../reconcile/sku-likeness.ts';
import type { ReturnAuthorization } from '../return/return-authorization.ts';
import type { OrderLine, VipOrder, VipOrderData } from './vip-order.ts';
import type { VipResult } from '../vip-problem.ts';

/**
 * An order that is here and is what someone notes now: which of its lines (by name) each line of
 * the authorization is.
 */
export type Joining = { readonly order: VipOrder; readonly lines: ReadonlyMap<string, string> };

/** What is under the customer. */
type Under = {
  readonly orders: readonly VipOrder[];
  readonly authorizations: readonly PurchaseAuthorization[];
};

/** Whether an order has any product of another. */
export const sharesProduct = (
  order: Pick<VipOrder, 'data'>,
  { lines }: Pick<VipOrderData, 'lines'>,
): boolean =>
  Object.values(lines).some((line) =>
    Object.values(order.data.lines).some(
      (other) => isSameProduct(line, other) && agree(line.licenceType, other.licenceType),
    ),
  );

/**
 * The order that a person notes on an authorization and that a list or an invoice brought before,
 * on none: its licences would count beside those of the authorization. Undefined where no order of
 * the number has lines of these products on no authorization; refuses where it has, in another
 * quantity.
 */
export const orderToJoin = (
  authorization: PurchaseAuthorization,
  input: OrderInput,
  { orders, authorizations }: Under,
): VipResult<Joining | undefined> => {
  const covered = coveredLines(authorizations);
  const wanted = wantedOf(authorization, input);
  for (const order of called(orders, 'orderNumber', input.orderNumber)) {
    if (order.data.orderType !== 'new') continue;
    const free = freeNamed(order.data, covered.get(order.id));
    const lines = new Map<string, string>();
    for (const line of wanted) {
      const found = free.findIndex(
        (candidate) => isLike(candidate.line, line) && candidate.line.quantity === line.left,
      );
      const [own] = found < 0 ? [] : free.splice(found, 1);
      if (own !== undefined) lines.set(line.id, own.id);
    }
    if (
      wanted.some(
        (line) => !lines.has(line.id) && free.some((candidate) => isLike(candidate.line, line)),
      )
    )
      return refuse('order-known', 'orderNumber', { number: order.data.orderNumber });
    if (lines.size > 0) return ok({ order, lines });
  }
  return ok(undefined);
};

type Wanted = LineNow & Pick<OrderLine, 'licenceType'>;

/** What is ordered of an authorization, with the SKU that was typed. */
const wantedOf = (authorization: PurchaseAuthorization, { lines, skus }: OrderInput): Wanted[] =>
  openLines(authorization)
    .filter(({ id }) => lines.includes(id))
    .map((line) => ({
      ...line,
      sku: (skus[line.id] ?? line.sku).trim(),
      licenceType: authorization.data.licenceType,
    }));

const isLike = (line: NamedLine['line'], wanted: Wanted): boolean =>
  isSameProduct(line, wanted) && agree(line.licenceType, wanted.licenceType);

/**
 * The day of an order that is joined to an authorization: its own, or, where the authorization is
 * younger, the one that is noted. No order is dated after the day on which something of it was
 * asked back.
 */
const dayOf = (
  { id, data }: VipOrder,
  { createdOn }: PurchaseAuthorizationData,
  { orderDate }: OrderInput,
  returns: readonly ReturnAuthorization[],
): Day => {
  const askedOn = firstAskedBack(id, returns);
  return data.orderDate < createdOn && (askedOn === undefined || orderDate <= askedOn)
    ? orderDate
    : data.orderDate;
};

/**
 * The lines of an order with their authorization, if an older version did not store it: the
 * order's, since none had joined it yet. If two have the same name, it is unknown.
 */
const withAuthorization = ({ lines, authorization }: VipOrderData): Record<string, OrderLine> => {
  const called = Object.groupBy(Object.values(lines), (line) => line.authorizationLine);
  const isKnown = (line: OrderLine): boolean =>
    line.authorizationLine === '' || line.authorization !== undefined || authorization === '';
  return Object.fromEntries(
    Object.entries(lines).map(([id, line]) => {
      const isAlone = called[line.authorizationLine]?.length === 1;
      return [id, isKnown(line) || !isAlone ? line : { ...line, authorization }];
    }),
  );
};

/**
 * The order with the authorization added: what it knew stays, and new lines come from the
 * authorization. `returns` are the returns of the order.
 */
export const joinOrder = (
  order: VipOrder,
  authorization: PurchaseAuthorization,
  input: OrderInput,
  joined: Joining['lines'],
  returns: readonly ReturnAuthorization[] = [],
): VipResult<Draft<VipOrderData>> => {
  const { data } = order;
  const lines: Record<string, OrderLine> = withAuthorization(data);
  for (const { id, product, licenceType, sku, left } of wantedOf(authorization, input)) {
    const isOthers = (own: string): boolean =>
      Object.hasOwn(lines, own) &&
      !coversLine(lines[own]!, { authorization: authorization.id, id });
    const name = joined.get(id) ?? nextIdOf(orderedName(authorization.id, id), isOthers);
    const known = data.lines[name];
    if (joined.has(id) && (known === undefined || known.authorizationLine !== ''))
      return refuse('changed-since');
    const line = known ?? {
      product,
      licenceType,
      sku,
      quantity: left,
      unitPrice: '',
      authorizationLine: '',
    };
    const named = { licenceType: line.licenceType || licenceType, sku: line.sku || sku };
    lines[name] = {
      ...line,
      ...named,
      quantity: left,
      authorizationLine: id,
      authorization: authorization.id,
    };
  }
  return ok({
    ...order,
    data: {
      ...data,
      lines,
      orderDate: dayOf(order, authorization.data, input, returns),
      authorization: data.authorization || authorization.id,
      purchaseOrderNumber: data.purchaseOrderNumber || authorization.data.purchaseOrderNumber,
      ...(data.duration === undefined && input.duration !== undefined
        ? { duration: input.duration }
        : {}),
    },
  });
};
