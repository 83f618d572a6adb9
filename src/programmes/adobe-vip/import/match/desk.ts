import { countRows } from '#core/import/planned-row.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import {
  customersBy,
  type CustomerIndex,
} from '#programmes/adobe-vip/rules/customer/customer-index.ts';
import type {
  IncomingVip,
  KnownVip,
  PlannedStep,
  PlannedVipRow,
  VipKind,
  VipPlan,
  VipRecordPlan,
} from '../plan/planned.ts';
import { productsBy, type ProductIndex } from './product-index.ts';
import type { FindProduct } from '#programmes/adobe-vip/rules/order/type-of-product.ts';
import type { VipRow, Where } from '../read/values.ts';
import type { PurchaseAuthorizationData } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { InvoiceLineData } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { PriceListItemData } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { ReturnAuthorizationData } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import { fieldsOf } from '#core/record/fields.ts';

/** A record on the desk: what is known of it, and what the rows so far say of it. */
export type OnDesk<D extends Data = Data> = {
  readonly id: string;
  readonly kind: VipKind;
  readonly parent: string;
  readonly before: VolymRecord<D> | undefined;
  /** The first row that touched it; 0 before one did. */
  row: number;
  /** As it would be after the import. */
  data: D;
  /** Fields of a record that exists which differ. */
  readonly changed: Set<string>;
  readonly steps: PlannedStep[];
  /** Whether a row of the file is about it; not for a customer that other rows only mention. */
  ownRow?: Where | undefined;
  /** Its lines that rows of the file spoke of, by their ids. */
  readonly lines: Map<string, Where>;
  /** The keys of those rows, as far as they distinguish one from another. */
  readonly sayings: Map<string, Where>;
};

/** The plan in the making. */
export type VipDesk = {
  readonly known: KnownVip;
  /** The rows of the list, in their order. */
  readonly list: readonly VipRow[];
  readonly customers: CustomerIndex;
  readonly products: ProductIndex;
  /** Whether the very file was read in before: what it counts is no news. */
  readonly isReadBefore: boolean;
  /** What rows of the file touched, by id. */
  readonly touched: Map<string, OnDesk>;
  readonly authorizations: Map<string, OnDesk<PurchaseAuthorizationData>>;
  readonly orders: Map<string, OnDesk<VipOrderData>>;
  readonly returns: Map<string, OnDesk<ReturnAuthorizationData>>;
  readonly people: Map<string, OnDesk<VipCustomerData>>;
  readonly prices: Map<string, OnDesk<PriceListItemData>>;
  readonly invoices: Map<string, OnDesk<InvoiceLineData>>;
  /** What is under a customer, by kind and the customer's id (`underOf`). */
  readonly under: Map<string, OnDesk[]>;
  /** What each customer's plans and authorizations say of its products (`withOwnType`). */
  readonly ownProducts: Map<string, FindProduct>;
  /**
   * The authorizations of each customer that wait for an order, by what tells their products
   * (`waitingLine`).
   */
  readonly waiting: Map<string, ReadonlyMap<string, readonly OnDesk<PurchaseAuthorizationData>[]>>;
  /** Lines that the list says were cancelled, by authorization. */
  readonly cancelled: Map<string, Set<string>>;
  readonly rows: PlannedVipRow[];
};

/** Lays what is known out, each record as it is. */
export function* openVipDesk(
  known: KnownVip,
  { file, rows }: Pick<IncomingVip, 'file' | 'rows'>,
): Generator<number, VipDesk, void> {
  const desk: VipDesk = {
    known,
    customers: customersBy(known.customers),
    products: yield* productsBy(known.prices),
    isReadBefore: known.files.has(file),
    list: rows,
    touched: new Map(),
    cancelled: new Map(),
    under: new Map(),
    ownProducts: new Map(),
    waiting: new Map(),
    rows: [],
    authorizations: yield* laid('purchase-authorization', known.authorizations),
    orders: yield* laid('vip-order', known.orders),
    returns: yield* laid('return-authorization', known.returns),
    people: yield* laid('vip-customer', known.customers),
    prices: yield* laid('price-list-item', known.prices),
    invoices: yield* laid('invoice-line', known.invoices),
  };
  for (const authorization of [desk.authorizations, desk.orders, desk.returns].flatMap((map) => [
    ...map.values(),
  ]))
    layUnder(desk, authorization);
  return desk;
}

const layUnder = ({ under }: VipDesk, record: OnDesk): void => {
  const key = `${record.kind} ${record.parent}`;
  const there = under.get(key);
  if (there === undefined) under.set(key, [record]);
  else there.push(record);
};

/** What of a kind is under a customer, the rows before counted in. */
export const underOf = <D extends Data>(
  { under }: VipDesk,
  kind: VipKind,
  customer: string,
): readonly OnDesk<D>[] =>
  // Nothing else is under the name of a kind.
  (under.get(`${kind} ${customer}`) ?? []) as unknown as readonly OnDesk<D>[];

function* laid<D extends Data>(
  kind: VipKind,
  records: readonly VolymRecord<D>[],
): Generator<number, Map<string, OnDesk<D>>, void> {
  const found = new Map<string, OnDesk<D>>();
  for (const before of records) {
    found.set(before.id, deskOf(kind, before));
    yield 1;
  }
  return found;
}

const deskOf = <D extends Data>(kind: VipKind, before: VolymRecord<D>): OnDesk<D> => ({
  id: before.id,
  kind,
  parent: before.parent,
  before,
  row: 0,
  data: before.data,
  changed: new Set(),
  steps: [],
  lines: new Map(),
  sayings: new Map(),
});

/** A record that the list makes. */
export const newOnDesk = <D extends Data>(
  given: Pick<OnDesk<D>, 'id' | 'kind' | 'parent' | 'row' | 'data'>,
): OnDesk<D> => ({
  ...given,
  before: undefined,
  changed: new Set(),
  steps: [],
  lines: new Map(),
  sayings: new Map(),
});

/**
 * Lays a record down as one that the file's rows touch: made, changed, or brought back from the
 * trash.
 */
export const touch = <D extends Data>(desk: VipDesk, record: OnDesk<D>, row: number): OnDesk<D> => {
  if (desk.touched.has(record.id)) return record;
  if (record.row === 0) record.row = row;
  desk.touched.set(record.id, record);
  if (record.before !== undefined) return record;
  const laidOn: Readonly<Record<VipKind, Map<string, unknown>>> = {
    'vip-customer': desk.people,
    'purchase-authorization': desk.authorizations,
    'vip-order': desk.orders,
    'return-authorization': desk.returns,
    'price-list-item': desk.prices,
    'invoice-line': desk.invoices,
  };
  laidOn[record.kind].set(record.id, record);
  if (record.parent !== '') layUnder(desk, record);
  return record;
};

/** Gives a field another value. */
export const setField = <D extends Data, Field extends keyof D & string>(
  record: OnDesk<D>,
  field: Field,
  value: D[Field],
): void => {
  record.data = { ...record.data, [field]: value };
  record.changed.add(field);
};

/** Whether a record is new, comes back from the trash, or is there. */
export const stateOf = ({ before }: Pick<OnDesk, 'before'>): 'new' | 'restored' | 'existing' =>
  before === undefined ? 'new' : before.trashedOn === '' ? 'existing' : 'restored';

/** The finished plan. */
export const closeVipDesk = (desk: VipDesk): VipPlan => {
  const plans = [...desk.touched.values()]
    .filter(
      (record) =>
        stateOf(record) !== 'existing' || record.changed.size > 0 || record.steps.length > 0,
    )
    .map(planOf);
  const isAbove = ({ kind }: VipRecordPlan): boolean =>
    kind === 'vip-customer' || kind === 'price-list-item' || kind === 'invoice-line';
  return {
    rows: desk.rows,
    counts: countRows(desk.rows),
    above: plans.filter(isAbove),
    under: plans.filter((plan) => !isAbove(plan)),
  };
};

const planOf = ({ id, kind, parent, row, before, data, changed, steps }: OnDesk): VipRecordPlan => {
  const all = fieldsOf(data);
  return {
    id,
    kind,
    parent,
    row,
    before,
    steps,
    data:
      before === undefined
        ? data
        : Object.fromEntries([...changed].map((field) => [field, all[field]])),
  };
};
