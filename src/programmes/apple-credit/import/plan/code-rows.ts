import { grouped } from '#core/grouped.ts';
import { once } from '#core/import/reader.ts';
import { fieldsOf } from '#core/record/fields.ts';
import type { CodeBatchData } from '#programmes/apple-credit/rules/code/code-batch.ts';
import { isSpent, type Desk, type DeskParent, type RowPlace } from '../match/desk.ts';
import { batchKey, batchName, groupsOf, type CodeGroup } from '../match/keys.ts';
import { changesOfSteps, endNotes, otherThere } from './order-changes.ts';
import { orderKey } from '#programmes/apple-credit/rules/order/order-key.ts';
import type { Destination } from '#core/import/choice.ts';
import { sourceOf } from '#core/import/source-file.ts';
import type { IncomingRow, IncomingSheet } from './planned.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';

/**
 * Lays a sheet of app or book codes on the desk: its codes go into a batch, or under the order they
 * belong to. Each step says how many rows it went over.
 */
export function* planCodeSheet(
  desk: Desk,
  sheet: IncomingSheet,
  at: number,
  destination: Destination,
): Generator<number, void, void> {
  const parents = new Map<IncomingRow, GroupParent>();
  const groups = groupsOf(sheet);
  const earlier = grouped(desk.laid().flatMap(laidBatch), ({ data }) => orderKey(data.orderNumber));
  yield sheet.rows.length;
  for (const group of groups) {
    const parent = parentFor(desk, sheet, { group, earlier }, destination);
    yield group.rows.size;
    for (const row of group.rows) parents.set(row, parent);
    yield group.rows.size;
  }
  for (const [index, row] of sheet.rows.entries()) {
    yield 1;
    const parent = row.outcome === 'unreadable' ? undefined : parents.get(row);
    if (row.outcome === 'unreadable') desk.unreadable(row);
    else if (parent !== undefined)
      planCode(desk, row, { sheet: at, index, orderNumber: sheet.metadata.orderNumber }, parent);
  }
}

/** The place of a row, and the order number of its sheet as a whole. */
type CodePlace = RowPlace & { readonly orderNumber: string | undefined };

const planCode = (
  desk: Desk,
  row: IncomingRow,
  place: CodePlace,
  { parentAt, says, named, keyed }: GroupParent,
): void => {
  const number = row.orderNumber || place.orderNumber;
  const strange = desk.whyStrange(number, [row.codeId, parentAt(row).id]);
  if (strange !== undefined) return desk.row(row, 'unreadable', { why: strange });
  const found = desk.find(row);
  if (found.is === 'none') return desk.row(row, 'unreadable', { why: { code: 'code-missing' } });
  if (found.is === 'duplicate') return desk.row(row, 'duplicate', { why: found.why });
  const parent = parentAt(row);
  if (found.is === 'new') {
    // Chosen by the user, or the home of this file's codes, it may be of any number.
    const isMeant = parent.id !== keyed;
    const notes = [...(isMeant ? [] : otherThere(parent, number)), ...endNotes(parent)];
    if (parent.kind === 'code-batch') fillIn(parent, says());
    desk.put(parent);
    desk.takeCode(
      row,
      { sheet: place.sheet, index: place.index },
      parent,
      parent.kind === 'credit-order' && row.linked !== true ? 'credit' : 'app',
    );
    const more = { parent: parent.id, notes: [...row.notes, ...notes] };
    if (parent.kind !== 'credit-order') return desk.row(row, 'new', more);
    // Whether the order is redeemed with it, its codes say together.
    const seen = { bringsCode: true, isRedeemed: false, today: desk.today };
    const changes = changesOfSteps(parent, NOTHING_SAID, seen);
    return desk.row(row, changes.length > 0 ? 'changed' : 'new', {
      ...more,
      changes,
      order: 'existing',
    });
  }
  // What a newer version of a sheet says about a code applies wherever the code came from, unless
  // the two name different orders.
  const isDoubted = named !== undefined && named !== found.code.parent;
  if (row.redeemed === true && (isSpent(found.code) || !isDoubted))
    return planRedeemed(desk, row, found.code);
  const why = desk.standsElsewhere(found.code, parent.id) ?? found.elsewhere;
  if (why !== undefined) return desk.row(row, 'duplicate', { why, parent: found.code.parent });
  desk.row(row, 'same', {
    parent: parent.id,
    why: { code: isSpent(found.code) ? 'already-redeemed' : 'already-here' },
  });
};

/** A known code that the sheet calls redeemed, from whatever file it came. */
const planRedeemed = (desk: Desk, row: IncomingRow, code: RedemptionCode): void => {
  const { id, parent } = code;
  if (isSpent(code)) return desk.row(row, 'same', { parent, why: { code: 'already-redeemed' } });
  desk.markRedeemed(id);
  desk.row(row, 'changed', { parent, changes: [{ step: 'redeemed', to: '' }] });
};

const NOTHING_SAID: IncomingRow = { outcome: 'value', sheet: '', row: 0, notes: [] };

/**
 * Where the rows of a group lead: `named` is what the user or the sheet's own order number says, if
 * any does.
 */
type GroupParent = {
  readonly parentAt: (row: IncomingRow) => DeskParent;
  /** What the sheet says of the batch. */
  readonly says: () => Partial<CodeBatchData>;
  readonly named: string | undefined;
  /** The id derived from its key. */
  readonly keyed: string;
};

/** The parent of a group, found once and put on the desk only when a code comes under it. */
const parentFor = (
  desk: Desk,
  sheet: IncomingSheet,
  { group, earlier }: GroupAfter,
  destination: Destination,
): GroupParent => {
  const numbered = byOrderNumber(desk, group, earlier);
  const home = homeOf(desk, sheet, group, destination) ?? ifSuggested(destination, numbered);
  const says = once(() => batchFields(desk, sheet, group));
  const key = batchKey(desk.file, sheet, group, desk.isNew);
  const keyed = desk.known.idOf(key);
  const id = home ?? keyed;
  const named = typeof destination === 'string' ? numbered : destination.id;
  return {
    parentAt: (row) => desk.parent(id) ?? makeParent(desk, id, row, says()),
    says,
    named,
    keyed,
  };
};

const homeOf = (
  desk: Desk,
  sheet: IncomingSheet,
  group: CodeGroup,
  destination: Destination,
): string | undefined => {
  if (destination === 'new-batch') return undefined;
  if (destination !== 'as-suggested') return destination.id;
  return fromThisFile(desk, sheet, group);
};

const ifSuggested = (destination: Destination, id: string | undefined): string | undefined =>
  destination === 'as-suggested' ? id : undefined;

/** Where an earlier run of this very file put most of the group's codes. */
const fromThisFile = (
  desk: Desk,
  { name }: IncomingSheet,
  { rows }: CodeGroup,
): string | undefined => {
  const { file } = sourceOf(desk.file, name);
  const homes = new Map<string, number>();
  for (const { codeId = '' } of rows) {
    const code = desk.known.codes.get(codeId);
    if (code === undefined || desk.isNew(codeId) || code.data.origin?.file !== file) continue;
    homes.set(code.parent, (homes.get(code.parent) ?? 0) + 1);
  }
  return [...homes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
};

const byOrderNumber = (
  desk: Desk,
  group: CodeGroup,
  earlier: GroupAfter['earlier'],
): string | undefined => {
  const { orderNumber } = group;
  if (orderNumber === '') return undefined;
  const number = orderKey(orderNumber);
  const known = desk.known.batches.filter(
    ({ trashedOn, data }) => trashedOn === '' && orderKey(data.orderNumber) === number,
  );
  const batch = [...known, ...(earlier.get(number) ?? [])].find(({ data }) => isOf(data, group));
  const [order, ...more] = desk.ordersNumbered(orderNumber);
  return batch?.id ?? (more.length === 0 ? order?.id : undefined);
};

type OfProduct = Pick<CodeBatchData, 'product' | 'adamId'>;

/** Whether codes of a product may be in a batch with their order's number. */
const isOf = (data: OfProduct, { adamId, product }: OfProduct): boolean =>
  data.adamId && adamId
    ? data.adamId === adamId
    : !data.product || !product || data.product === product;

/** A batch that earlier sheets made or filled, as it will be then. */
type LaidBatch = {
  readonly id: string;
  readonly data: OfProduct & Pick<CodeBatchData, 'orderNumber'>;
};

/** A group of codes, and the batches of earlier sheets by their order's number. */
type GroupAfter = {
  readonly group: CodeGroup;
  readonly earlier: ReadonlyMap<string, readonly LaidBatch[]>;
};

const laidBatch = (parent: DeskParent): LaidBatch[] => {
  if (parent.kind !== 'code-batch') return [];
  const said = (field: 'orderNumber' | 'product' | 'adamId'): string =>
    textOf(parent.fields[field]?.to) || (parent.record?.data[field] ?? '');
  const data = {
    orderNumber: said('orderNumber'),
    product: said('product'),
    adamId: said('adamId'),
  };
  return data.orderNumber === '' ? [] : [{ id: parent.id, data }];
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Gives a batch what it lacks of what a sheet says, as it would have it from that sheet alone. */
const fillIn = ({ fields, record }: DeskParent, says: Partial<CodeBatchData>): void => {
  const before = record === undefined ? undefined : fieldsOf(record.data);
  for (const [field, to] of Object.entries(says)) {
    const there = before?.[field] ?? '';
    if (there === '' && fields[field] === undefined) fields[field] = { from: there, to };
  }
};

const makeParent = (
  desk: Desk,
  id: string,
  row: IncomingRow,
  says: Partial<CodeBatchData>,
): DeskParent => {
  const [order, known] = [desk.order(id), desk.batch(id)];
  const state = (order ?? known) === undefined ? 'new' : desk.isGone(id) ? 'restored' : 'existing';
  const rest = {
    id,
    state,
    row: row.row,
    steps: [],
    setFields: new Map(),
    codes: 0,
  } as const;
  if (order !== undefined)
    return {
      ...rest,
      kind: 'credit-order',
      record: order,
      name: desk.nameOf(id).name,
      fields: {},
      steps: [],
      setFields: new Map(),
    };
  return {
    ...rest,
    kind: 'code-batch',
    record: known,
    name: known?.data.name || (says.name ?? ''),
    fields: {},
    steps: [],
    setFields: new Map(),
  };
};

/** What the sheet says of a batch; a batch that exists only gets what it lacks. */
const batchFields = (
  desk: Desk,
  sheet: IncomingSheet,
  group: CodeGroup,
): Partial<CodeBatchData> => {
  const { buyer, purchaseDate, amount, currency, purchased, redeemed, remaining } = sheet.metadata;
  const { orderNumber, adamId, product } = group;
  const fields = {
    name: batchName(desk.file, sheet, group),
    product,
    adamId,
    orderNumber,
    buyer,
    purchaseDate,
    amount,
    currency: amount ? currency : undefined,
    purchased,
    redeemed,
    remaining,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  );
};
