import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import { holdersOf } from '#programmes/adobe-vip/rules/plan/holders-once.ts';
import { hasRoomFor } from '#programmes/adobe-vip/rules/plan/holders-room.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { correctedNote, isCorrected } from '../match/corrected-here.ts';
import { setField, touch, type VipDesk } from '../match/desk.ts';
import { bookOnDesk, recordOnDesk } from '../match/desk-records.ts';
import { AT_WRITING } from './at-writing.ts';
import type { HolderBook, PlanListed } from './plan-holders.ts';
import type { VipChange } from './planned.ts';
import { unreadableRow } from './planned-row-of.ts';
import { timeKnown } from './time-known.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';

/**
 * What a list of holders says as a whole, once all its rows are laid down: the names, where the
 * customer's record has room for them, and how many have each product.
 */
export const closeHolders = (desk: VipDesk, book: HolderBook): void => {
  const { customer, written, listed } = book;
  const holders = book.holders.all();
  const isTooMuch = written.size > 0 && !hasRoomFor(recordOnDesk(customer), holders);
  const firstRow = (index: number): number => desk.list[index]?.row ?? 0;
  if (isTooMuch) leaveNamesOut(desk, book);
  else if (written.size > 0) {
    touch(desk, customer, firstRow(Math.min(...written.keys())));
    setField(customer, 'holders', holders);
  }
  for (const one of listed.values()) {
    const { changes, notes } = countOf(desk, book, one, isTooMuch);
    if (changes.length > 0) touch(desk, customer, firstRow(one.first));
    tell(desk, book, one.first, { changes, notes });
  }
  if (book.isWhole && !isTooMuch) tellNotListed(desk, book);
};

/** Rows of whom no name is kept say so; how many they are is counted all the same. */
const leaveNamesOut = (desk: VipDesk, { written }: HolderBook): void => {
  const count = written.size;
  for (const [index, shown] of written)
    desk.rows[index] = unreadableRow(shown, 'holders-too-many', { count });
};

type Said = {
  readonly changes: readonly VipChange[];
  readonly notes: readonly RowWhy<VipRowNote>[];
};

/** Adds to what a row says; one whose name is not kept is taken for what it counts. */
const tell = (desk: VipDesk, { customer }: HolderBook, index: number, said: Said): void => {
  const row = desk.rows[index];
  if (row === undefined || said.changes.length + said.notes.length === 0) return;
  const { why: _, ...rest } = row;
  const isTaken = row.outcome !== 'unreadable' || said.changes.length > 0;
  const changes = [...row.changes, ...said.changes];
  const outcome = row.outcome === 'new' || changes.length === 0 ? row.outcome : 'changed';
  desk.rows[index] = {
    ...(isTaken ? { ...rest, parent: customer.id } : row),
    outcome,
    changes,
    notes: [...row.notes, ...said.notes],
  };
};

/**
 * How many have a product. Names that are here count by themselves (`plansOf`); the Admin Console's
 * own list says it of all, so that whoever it no longer names counts no more, and stays named.
 */
const countOf = (
  desk: VipDesk,
  { customer, isWhole }: HolderBook,
  { plan, ids, first }: PlanListed,
  isTooMuch: boolean,
): Said => {
  const nothing = { changes: [], notes: [] };
  const row = desk.list[first];
  if (row !== undefined && desk.isReadBefore(row)) return nothing;
  const { key, product, licenceType } = plan;
  const now = plansOf(bookOnDesk(desk, customer), timeKnown(desk.known)).find(
    (one) => one.key === key,
  );
  const [count, assigned] = [ids.size, now?.assigned ?? 0];
  const before = plan.assignedUnknown === true ? '' : String(plan.assigned);
  const change = (to: number): VipChange[] =>
    before === String(to) ? [] : [{ field: 'used', from: before, to: String(to), of: product }];
  const isRight = isWhole ? assigned === count : !isTooMuch || assigned >= count;
  const kept: RowWhy<VipRowNote>[] = isTooMuch
    ? [{ code: 'holders-only-counted', params: { count, product } }]
    : [];
  if (isRight) return { changes: assigned === plan.assigned ? [] : change(assigned), notes: kept };
  const part = (plans: unknown): unknown =>
    (plans as VipCustomerData['plans'] | undefined)?.[key]?.assigned;
  if (isCorrected(desk, customer.before, { field: 'plans', part }, count))
    return { changes: [], notes: [...kept, correctedNote('used')] };
  const { today } = desk.known;
  const recorded = customer.data.plans[key] ?? {
    product,
    licenceType,
    sku: '',
    on: today,
    at: AT_WRITING,
  };
  setField(customer, 'plans', {
    ...customer.data.plans,
    [key]: { ...recorded, assigned: count, assignedAt: AT_WRITING },
  });
  return { changes: change(count), notes: kept };
};

/** Whoever is on a list here, and not on the Admin Console's, is counted beside its first row. */
const tellNotListed = (desk: VipDesk, book: HolderBook): void => {
  const { customer, plans, listed } = book;
  const first = Math.min(...[...listed.values()].map((one) => one.first));
  for (const { key, product } of listed.size === 0 ? [] : plans) {
    const { ids = new Set<string>(), first: row = first } = listed.get(key) ?? {};
    const count = holdersOf(customer.data.holders, key).filter(({ id }) => !ids.has(id)).length;
    if (count > 0)
      tell(desk, book, row, {
        changes: [],
        notes: [{ code: 'not-in-list', params: { count, product } }],
      });
  }
};
