import { grouped } from '#core/grouped.ts';
import type { Choice } from '#core/import/choice.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import { sourceOf } from '#core/import/source-file.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import { holdersOf, type HolderOnce } from '#programmes/adobe-vip/rules/plan/holders-once.ts';
import { hasRoomFor } from '#programmes/adobe-vip/rules/plan/holders-room.ts';
import { plansOf, type Plan } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { correctedNote, isCorrected } from '../match/corrected-here.ts';
import { setField, touch, type VipDesk } from '../match/desk.ts';
import { bookOnDesk, recordOnDesk } from '../match/desk-records.ts';
import { AT_WRITING } from './at-writing.ts';
import { calledIn, type HolderBook, type PlanListed } from './plan-holders.ts';
import type { IncomingVip, NotListed, VipChange, WhyKept } from './planned.ts';
import { unreadableRow } from './planned-row-of.ts';
import { timeKnown } from './time-known.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';

/**
 * What a list of holders says as a whole, once all its rows are laid down: the names, where the
 * customer's record has room for them, and how many have each product. Answers whom it no longer
 * names; of those only who was chosen is taken off.
 */
export const closeHolders = (
  desk: VipDesk,
  book: HolderBook,
  list: IncomingVip,
  { takenOff = [] }: Pick<Choice, 'takenOff'>,
): readonly NotListed[] => {
  const { customer, written, listed } = book;
  const whole = wholeness(desk, book, list);
  const isTooMuch = written.size > 0 && !hasRoomFor(recordOnDesk(customer), book.holders.all());
  const firstRow = (index: number): number => desk.list[index]?.row ?? 0;
  const absent = isTooMuch ? [] : absentFrom(book, whole);
  const isShown = ({ holder }: Absent): boolean => book.isOfConsole && !isUnplaced(book, holder);
  const chosen = absent.filter(
    (one) => isShown(one) && one.kept === undefined && takenOff.includes(idOf(book, one)),
  );
  for (const { holder } of chosen) book.holders.drop(holder);
  if (isTooMuch) leaveNamesOut(desk, book);
  else if (written.size + chosen.length > 0) {
    const rows = [...written.keys(), ...chosen.map(({ row }) => row)];
    touch(desk, customer, firstRow(Math.min(...rows)));
    setField(customer, 'holders', book.holders.all());
  }
  for (const one of listed.values()) {
    const later = absent.filter(({ plan, kept }) => plan === one.plan && kept === 'not-in-older');
    const { changes, notes } = countOf(desk, book, one, {
      isTooMuch,
      isWhole: whole.isWhole,
      later: later.length,
    });
    if (changes.length > 0) touch(desk, customer, firstRow(one.first));
    tell(desk, book, one.first, { changes, notes });
  }
  tellAbsent(desk, book, absent, chosen);
  return absent.filter(isShown).map((one) => ({
    id: idOf(book, one),
    name: one.holder.name,
    account: one.holder.account ?? '',
    product: one.plan.product,
    customer: customer.data.name,
    kept: one.kept === 'not-in-part' ? undefined : one.kept,
    isTakenOff: chosen.includes(one),
  }));
};

/** Whether a list names everybody, why not, and when its file was written. */
type Wholeness = {
  readonly isWhole: boolean;
  readonly why?: WhyKept | 'not-in-part';
  /** In ms; Infinity where nothing says when. */
  readonly writtenAt: number;
};

/** Rows that stand for someone, and nobody knows for whom. */
const OF_NOBODY: readonly string[] = ['nobody-listed', 'number-was-rounded'];

/**
 * Nobody is absent from a list of which a part is missing: one of some users, one beside something
 * that is not read, or one with a row that names nobody.
 */
const wholeness = (
  desk: VipDesk,
  { isOfConsole, sheets }: HolderBook,
  list: IncomingVip,
): Wholeness => {
  const isUnnamed = (): boolean =>
    desk.list.some(
      (row) =>
        row.outcome === 'unreadable' && sheets.has(row.sheet) && OF_NOBODY.includes(row.reason),
    );
  const moments = [...sheets].map((sheet) => sourceOf(list, sheet).writtenAt ?? Infinity);
  const writtenAt = Math.min(...moments);
  if (!isOfConsole) return { isWhole: false, why: 'not-in-part', writtenAt };
  if (list.isPart === true) return { isWhole: false, why: 'not-in-unread', writtenAt };
  if (isUnnamed()) return { isWhole: false, why: 'not-in-unnamed', writtenAt };
  return { isWhole: true, writtenAt };
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

/** What of a list its counts depend on: `later` are those who came after it was written. */
type Counted = {
  readonly isTooMuch: boolean;
  readonly isWhole: boolean;
  readonly later: number;
};

/**
 * How many have a product. Names that are here count by themselves (`plansOf`); the Admin Console's
 * own list says it of all, so that whoever it no longer names counts no more, and stays named.
 */
const countOf = (
  desk: VipDesk,
  { customer }: HolderBook,
  { plan, ids, first }: PlanListed,
  { isTooMuch, isWhole, later }: Counted,
): Said => {
  const nothing = { changes: [], notes: [] };
  const row = desk.list[first];
  if (row !== undefined && desk.isReadBefore(row)) return nothing;
  const { key, product, licenceType } = plan;
  const now = plansOf(bookOnDesk(desk, customer), timeKnown(desk.known)).find(
    (one) => one.key === key,
  );
  const [count, assigned] = [ids.size + later, now?.assigned ?? 0];
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

/** Someone on a plan's list here whom the rows do not name, and the index of the row that says so. */
type Absent = {
  readonly holder: HolderOnce;
  readonly plan: Plan;
  readonly row: number;
  /** Why they stay; undefined where someone may take them off. */
  readonly kept: Wholeness['why'];
};

/**
 * Whoever is on a list here, and not on the one that is read. What is only a part of all says that of
 * the products alone that it names.
 */
const absentFrom = (
  { customer, plans, listed }: HolderBook,
  { isWhole, why, writtenAt }: Wholeness,
): Absent[] => {
  const first = Math.min(...[...listed.values()].map((one) => one.first));
  const isMeant = ({ key }: Plan): boolean => listed.size > 0 && (isWhole || listed.has(key));
  return plans.filter(isMeant).flatMap((plan) => {
    const { ids = new Set<string>(), first: row = first } = listed.get(plan.key) ?? {};
    return holdersOf(customer.before?.data.holders ?? {}, plan.key)
      .filter(({ id }) => !ids.has(id))
      .map((holder) => ({
        holder,
        plan,
        row,
        kept: why ?? (knownSince(holder) > writtenAt ? 'not-in-older' : undefined),
      }));
  });
};

/**
 * Since when someone surely has the licence: a file that named them says it of the day when it was
 * written, however much later it was read.
 */
const knownSince = ({ at = 0, listedAt = at }: HolderOnce): number => Math.min(at, listedAt);

const idOf = ({ customer }: HolderBook, { holder }: Absent): string =>
  `${customer.id} ${holder.id}`;

const isUnplaced = ({ unplaced }: HolderBook, holder: HolderOnce): boolean =>
  calledIn(holder).some((called) => unplaced.has(called));

/** So many names are told beside a row. */
const NAMED = 5;

/** What becomes of them is told beside the first row of their plan. */
const tellAbsent = (
  desk: VipDesk,
  book: HolderBook,
  absent: readonly Absent[],
  chosen: readonly Absent[],
): void => {
  for (const [, of] of grouped(absent, ({ plan, kept = '' }) => `${plan.key} ${kept}`)) {
    const product = of[0]?.plan.product ?? '';
    const gone = of.filter((one) => chosen.includes(one));
    const count = of.length - gone.length;
    const code = of[0]?.kept ?? 'not-in-list';
    const more = gone.length - NAMED;
    const names = gone.slice(0, NAMED).map(({ holder }) => holder.name);
    const to = [...names, ...(more > 0 ? [`+${more}`] : [])].join(', ');
    tell(desk, book, of[0]?.row ?? 0, {
      changes: gone.length === 0 ? [] : [{ field: 'takenOff', from: '', to }],
      notes: count === 0 ? [] : [{ code, params: { count, product } }],
    });
  }
};
