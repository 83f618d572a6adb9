import { countRows } from '#core/import/planned-row.ts';
import { sourceOf } from '#core/import/source-file.ts';
import type { VolymRecord } from '#core/record/record.ts';
import {
  customersBy,
  type CustomerIndex,
} from '#programmes/adobe-vip/rules/customer/customer-index.ts';
import type {
  IncomingVip,
  KnownVip,
  PlannedStep,
  PlannedVipRow,
  VipData,
  VipKind,
  VipPlan,
  VipRecordPlan,
} from '../plan/planned.ts';
import { productsBy, type ProductIndex } from './product-index.ts';
import type { FindProduct } from '#programmes/adobe-vip/rules/order/type-of-product.ts';
import type { ListedCustomer, VipRow, Where } from '../read/values.ts';
import { fieldsOf } from '#core/record/fields.ts';

/** A record on the desk: what is known of it, and what the rows so far say of it. */
export type OnDesk<Kind extends VipKind = VipKind> = {
  readonly id: string;
  readonly kind: Kind;
  readonly parent: string;
  readonly before: VolymRecord<VipData[Kind]> | undefined;
  /** The first row that touched it; 0 before one did. */
  row: number;
  /** As it would be after the import. */
  data: VipData[Kind];
  /** Fields of a record that exists which differ. */
  readonly changed: Set<string>;
  readonly steps: PlannedStep[];
  /** Whether a row of the file is about it; not for a customer that other rows only mention. */
  ownRow?: Where | undefined;
  /** What the first such row says of a customer. */
  said?: ListedCustomer | undefined;
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
  readonly isReadBefore: (row: Pick<VipRow, 'sheet'>) => boolean;
  /** What rows of the file touched, by id. */
  readonly touched: Map<string, OnDesk>;
  readonly authorizations: Map<string, OnDesk<'purchase-authorization'>>;
  readonly orders: Map<string, OnDesk<'vip-order'>>;
  readonly returns: Map<string, OnDesk<'return-authorization'>>;
  readonly people: Map<string, OnDesk<'vip-customer'>>;
  readonly prices: Map<string, OnDesk<'price-list-item'>>;
  readonly invoices: Map<string, OnDesk<'invoice-line'>>;
  /** What of each kind is under a record, by that one's id (`underOf`). */
  readonly under: { readonly [Kind in VipKind]: Map<string, OnDesk<Kind>[]> };
  /** What each customer's plans and authorizations say of its products (`withOwnType`). */
  readonly ownProducts: Map<string, FindProduct>;
  /**
   * The authorizations of each customer that wait for an order, by what tells their products
   * (`waitingLine`).
   */
  readonly waiting: Map<string, ReadonlyMap<string, readonly OnDesk<'purchase-authorization'>[]>>;
  /** Lines that the list says were cancelled, by authorization. */
  readonly cancelled: Map<string, Set<string>>;
  readonly rows: PlannedVipRow[];
};

/** Lays what is known out, each record as it is. */
export function* openVipDesk(
  known: KnownVip,
  incoming: Pick<IncomingVip, 'name' | 'file' | 'files' | 'rows'>,
): Generator<number, VipDesk, void> {
  const { rows } = incoming;
  const desk: VipDesk = {
    known,
    customers: customersBy(known.customers),
    products: yield* productsBy(known.prices),
    isReadBefore: ({ sheet }) => known.files.has(sourceOf(incoming, sheet).file),
    list: rows,
    touched: new Map(),
    cancelled: new Map(),
    under: {
      'vip-customer': new Map(),
      'purchase-authorization': new Map(),
      'vip-order': new Map(),
      'return-authorization': new Map(),
      'price-list-item': new Map(),
      'invoice-line': new Map(),
    },
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
  for (const authorization of desk.authorizations.values()) layUnder(desk, authorization);
  for (const order of desk.orders.values()) layUnder(desk, order);
  for (const request of desk.returns.values()) layUnder(desk, request);
  return desk;
}

const layUnder = <Kind extends VipKind>({ under }: VipDesk, record: OnDesk<Kind>): void => {
  const there = under[record.kind].get(record.parent);
  if (there === undefined) under[record.kind].set(record.parent, [record]);
  else there.push(record);
};

/** What of a kind is under a customer, the rows before counted in. */
export const underOf = <Kind extends VipKind>(
  { under }: VipDesk,
  kind: Kind,
  customer: string,
): readonly OnDesk<Kind>[] => under[kind].get(customer) ?? [];

function* laid<Kind extends VipKind>(
  kind: Kind,
  records: readonly VolymRecord<VipData[Kind]>[],
): Generator<number, Map<string, OnDesk<Kind>>, void> {
  const found = new Map<string, OnDesk<Kind>>();
  for (const before of records) {
    found.set(before.id, deskOf(kind, before));
    yield 1;
  }
  return found;
}

const deskOf = <Kind extends VipKind>(
  kind: Kind,
  before: VolymRecord<VipData[Kind]>,
): OnDesk<Kind> => ({
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
export const newOnDesk = <Kind extends VipKind>(
  given: Pick<OnDesk<Kind>, 'id' | 'kind' | 'parent' | 'row' | 'data'>,
): OnDesk<Kind> => ({
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
export const touch = <Kind extends VipKind>(
  desk: VipDesk,
  record: OnDesk<Kind>,
  row: number,
): OnDesk<Kind> => {
  if (desk.touched.has(record.id)) return record;
  if (record.row === 0) record.row = row;
  desk.touched.set(record.id, record);
  if (record.before !== undefined) return record;
  const laidOn: { readonly [One in VipKind]: Map<string, OnDesk<One>> } = {
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
export const setField = <Kind extends VipKind, Field extends keyof VipData[Kind] & string>(
  record: OnDesk<Kind>,
  field: Field,
  value: VipData[Kind][Field],
): void => {
  record.data = { ...record.data, [field]: value };
  record.changed.add(field);
};

/** Whether a record is new, comes back from the trash, or is there. */
export const stateOf = ({ before }: Pick<OnDesk, 'before'>): 'new' | 'restored' | 'existing' =>
  before === undefined ? 'new' : before.trashedOn === '' ? 'existing' : 'restored';

/** The finished plan. */
export const closeVipDesk = (desk: VipDesk): Omit<VipPlan, 'asksOwner' | 'notListed'> => {
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
