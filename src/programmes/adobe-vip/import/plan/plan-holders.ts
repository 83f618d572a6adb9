import type { Choice } from '#core/import/choice.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import { ownSheetName, sourceOf } from '#core/import/source-file.ts';
import { visibleText } from '#core/text/visible-text.ts';
import type { VipRowNote, VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import { plansOf, type Plan } from '#programmes/adobe-vip/rules/plan/plans.ts';
import {
  listedHolders,
  type HolderSaid,
  type ListedHolders,
  type ListedPerson,
} from '#programmes/adobe-vip/rules/plan/listed-holders.ts';
import {
  plansByConfiguration,
  type FindPlan,
} from '#programmes/adobe-vip/rules/plan/product-configuration.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { correctedNote, isCorrected } from '../match/corrected-here.ts';
import type { OnDesk, VipDesk } from '../match/desk.ts';
import { bookOnDesk } from '../match/desk-records.ts';
import { listOwner, type ListOwner, type SheetOfHolders } from '../match/list-owner.ts';
import type { ListedHolder, VipValue, Where } from '../read/values.ts';
import { AT_WRITING } from './at-writing.ts';
import type { AsksOwner, IncomingVip, PlannedVipRow, VipChange } from './planned.ts';
import { duplicateRow, takenRow, unreadableRow, type Shown } from './planned-row-of.ts';
import { timeKnown } from './time-known.ts';

type HolderRow = VipValue & ListedHolder;

/** What a list says of a plan's holders: where it first does, and whom it names. */
export type PlanListed = {
  readonly plan: Plan;
  /** The index of the row that named the plan first. */
  readonly first: number;
  readonly ids: Set<string>;
};

/** A customer's holders while the rows of a list are laid down. */
export type HolderBook = {
  readonly customer: OnDesk<'vip-customer'>;
  readonly plans: readonly Plan[];
  readonly find: FindPlan<Plan>;
  readonly holders: ListedHolders;
  /** By the plan's key. */
  readonly listed: Map<string, PlanListed>;
  /** Where each was named on a plan's list, by the entry and the plan. */
  readonly spoken: Map<string, Where>;
  /** The rows that write somebody down, by their index. */
  readonly written: Map<number, Shown>;
  /** The sheets whose rows are about this customer. */
  readonly sheets: Set<string>;
  /** Whether every row is of the Admin Console's own list of all users. */
  isOfConsole: boolean;
  /**
   * Accounts and names in rows whose product may be any: nobody knows whether those people still have
   * one of these.
   */
  readonly unplaced: Set<string>;
};

/** The rows of lists of holders, one after the other. */
export type HolderRows = {
  readonly plan: (row: HolderRow, index: number) => PlannedVipRow;
  readonly books: () => readonly HolderBook[];
  readonly asksOwner: () => readonly AsksOwner[];
};

/**
 * Lays down who holds the licences (C7): row by row against whom is known, on the customer that the
 * list is of. Who is taken off is chosen once all is laid down (`closeHolders`), and what a customer does not
 * own is said by the row.
 */
export const holderRows = (desk: VipDesk, list: IncomingVip, choice: Choice): HolderRows => {
  const books = new Map<string, HolderBook>();
  const owners = new Map<string, ListOwner>();
  const ownerOn = (sheet: string): ListOwner => {
    const owner = owners.get(sheet) ?? listOwner(desk, onSheet(list, sheet), choice);
    owners.set(sheet, owner);
    return owner;
  };
  const bookOf = (id: string): HolderBook => {
    const book = books.get(id) ?? openBook(desk, desk.people.get(id) as OnDesk<'vip-customer'>);
    books.set(id, book);
    return book;
  };
  const ownerOf = (row: HolderRow): string | RowWhy<VipRowReason> => {
    const { vipId, memberName: name } = row;
    const [named, ...more] =
      vipId + name === '' ? [] : desk.customers.find({ vipId, marketplaceId: '', name });
    const isLive = named !== undefined && !desk.people.get(named)?.before?.trashedOn;
    if (isLive && more.length === 0) return named;
    if (vipId !== '') return { code: 'customer-not-here', params: { name: name || vipId } };
    const owner = ownerOn(row.sheet);
    if (owner.id !== undefined) return owner.id;
    return owner.isAnyHere ? { code: 'which-customer' } : { code: 'customer-not-here' };
  };
  return {
    plan: (row, index) => {
      const shown = shownHolder(row);
      const id = ownerOf(row);
      return typeof id === 'string'
        ? planRow(desk, bookOf(id), row, { shown, index, list })
        : unreadableRow(shown, id.code, id.params);
    },
    books: () => [...books.values()],
    asksOwner: () => [...owners.values()].flatMap(({ asks }) => asks ?? []),
  };
};

/** What one sheet of the lists says, and what it and its own file are called. */
const onSheet = (list: IncomingVip, sheet: string): SheetOfHolders => ({
  sheet,
  file: sourceOf(list, sheet).name,
  own: ownSheetName(list, sheet),
  rows: list.rows.filter((row) => row.sheet === sheet),
});

const openBook = (desk: VipDesk, customer: OnDesk<'vip-customer'>): HolderBook => {
  const plans = plansOf(bookOnDesk(desk, customer), timeKnown(desk.known));
  return {
    customer,
    plans,
    find: plansByConfiguration(plans),
    holders: listedHolders(customer.data.holders),
    listed: new Map(),
    spoken: new Map(),
    written: new Map(),
    sheets: new Set(),
    isOfConsole: true,
    unplaced: new Set(),
  };
};

/** What someone is called, as it is compared: the account and the name. */
export const calledIn = ({ account = '', name }: Called): readonly string[] =>
  [account, name].map((text) => visibleText(text).toLowerCase()).filter((text) => text !== '');

type Called = { readonly account?: string; readonly name: string };

const shownHolder = ({ sheet, row, person, products }: HolderRow): Shown => ({
  sheet,
  row,
  vip: 'holder',
  name: person.name || person.account,
  number: person.account === person.name ? '' : person.account,
  product: products.join(', '),
});

type Placed = { readonly shown: Shown; readonly index: number; readonly list: IncomingVip };

const planRow = (
  desk: VipDesk,
  book: HolderBook,
  row: HolderRow,
  { shown, index, list }: Placed,
): PlannedVipRow => {
  const { sheet, row: number, person, products } = row;
  const { customer } = book;
  book.sheets.add(sheet);
  book.isOfConsole &&= row.isOfConsole;
  // The console lists every user: who has no licence is written down nowhere.
  if (products.length === 0) return unreadableRow(shown, 'has-no-product');
  const notes: RowWhy<VipRowNote>[] = [...row.notes];
  const changes: VipChange[] = [];
  const before: Where[] = [];
  const strange: RowWhy<'product-not-owned' | 'product-of-several-plans'>[] = [];
  const own = new Set<Plan>();
  for (const product of products) {
    const plan = book.find(product);
    if (plan === 'none') strange.push({ code: 'product-not-owned', params: { product } });
    else if (plan === 'several')
      strange.push({ code: 'product-of-several-plans', params: { product } });
    else own.add(plan);
  }
  for (const plan of own) {
    const { writtenAt: listedAt } = sourceOf(list, sheet);
    const said = book.holders.said(plan.key, person, { at: AT_WRITING, listedAt });
    const place = `${plan.key} ${said.id}`;
    const there = book.spoken.get(place);
    if (there !== undefined) {
      before.push(there);
      continue;
    }
    if (isTakenOff(desk, customer, said, row)) {
      notes.push(correctedNote('holder'));
      continue;
    }
    const listed = book.listed.get(plan.key) ?? { plan, first: index, ids: new Set() };
    book.listed.set(plan.key, listed);
    listed.ids.add(said.id);
    book.spoken.set(place, { sheet, row: number });
    changes.push(...changesOf(said, plan));
    notes.push(...departmentNote(said, person));
    book.holders.lay(said);
  }
  if (strange.length > 0) for (const called of calledIn(person)) book.unplaced.add(called);
  const [why] = strange;
  if (own.size === 0 && why !== undefined) return unreadableRow(shown, why.code, why.params);
  const [twice] = before;
  if (twice !== undefined && before.length === own.size)
    return duplicateRow(shown, customer.id, twice);
  for (const { code, params = {} } of strange) notes.push({ code: ALSO[code], params });
  if (changes.length > 0) book.written.set(index, shown);
  const product = products.length === own.size ? [...own].map((plan) => plan.product) : products;
  return takenRow({ ...shown, product: product.join(', ') }, customer, { changes, notes });
};

const ALSO = {
  'product-not-owned': 'also-not-owned',
  'product-of-several-plans': 'also-of-several-plans',
} as const;

/**
 * Whether someone was taken off since a list had named them: by hand, or, where the row is of a file
 * that was read before, by a newer list.
 */
const isTakenOff = (
  desk: VipDesk,
  { before }: OnDesk<'vip-customer'>,
  { id, before: known, after }: HolderSaid,
  row: HolderRow,
): boolean => {
  if (known !== undefined || before === undefined) return false;
  const changes = before.history.filter(({ field }) => field === 'holders');
  if (changes.length === 0) return false;
  const part = (holders: unknown): unknown =>
    (holders as VipCustomerData['holders'] | undefined)?.[id]?.name;
  const wasHere = changes.some(({ from }) => part(from) !== undefined);
  if (wasHere && desk.isReadBefore(row)) return true;
  return isCorrected(desk, before, { field: 'holders', part }, after.name);
};

const changesOf = ({ before, after }: HolderSaid, { product }: Plan): VipChange[] => {
  if (before === undefined) return [{ field: 'holder', from: '', to: product }];
  const change = (field: string, from = '', to = ''): VipChange[] =>
    from === to ? [] : [{ field, from, to }];
  return [
    ...change('person', before.name, after.name),
    ...change('account', before.account, after.account),
    ...change('department', before.group, after.group),
  ];
};

const departmentNote = ({ before }: HolderSaid, { group }: ListedPerson): RowWhy<VipRowNote>[] =>
  before === undefined || before.group === '' || group === '' || before.group === group
    ? []
    : [{ code: 'other-department', params: { department: before.group, written: group } }];
