import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  isSpent,
  type CodeFinding,
  type Desk,
  type DeskParent,
  type RowPlace,
} from '../match/desk.ts';
import type { OrderInFile } from '../match/keys.ts';
import {
  changesOf,
  changesOfSteps,
  clashingDays,
  dayPastUse,
  endNotes,
  isRedeemed,
  otherThere,
  unusedAmount,
} from './order-changes.ts';
import { ofOrder, sumOfCodeAlone } from './order-sum.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { Choice } from '#core/import/choice.ts';
import type { IncomingRow, OrderQuestion, PlannedNote } from './planned.ts';
import type { UnreadableRow } from '../read/values.ts';

/** Lays one row of a credit sheet on the desk. */
export const planOrderRow = (
  desk: Desk,
  row: IncomingRow | UnreadableRow,
  place: RowPlace,
  answers: Choice['orders'],
): void => {
  if (row.outcome === 'unreadable') return desk.unreadable(row);
  if (!row.orderNumber)
    return desk.row(row, 'unreadable', { why: { code: 'order-number-missing' } });
  const late = (['orderDate', 'readyOn'] as const).find((field) => (row[field] ?? '') > desk.today);
  if (late !== undefined)
    return desk.row(row, 'unreadable', {
      why: { code: 'day-in-the-future', params: { field: late } },
    });
  const strange = desk.whyStrange(row.orderNumber, [
    row.codeId,
    desk.known.idOf(desk.orderOf(row).key),
  ]);
  if (strange !== undefined) return desk.row(row, 'unreadable', { why: strange });
  const found = desk.find(row);
  if (found.is === 'duplicate') return desk.row(row, 'duplicate', { why: found.why });
  const order = desk.orderOf(row);
  const { target, question } = targetOf(desk, row, order, answers);
  if (target === undefined)
    return desk.row(row, 'unreadable', { why: { code: 'which-order' }, question });
  if (found.is === 'known') {
    const why = desk.standsElsewhere(found.code, target.id);
    if (why !== undefined)
      return desk.row(row, 'duplicate', { why, parent: found.code.parent, question });
  }
  layDown(desk, row, place, { target, question, found, order });
};

type Found = {
  readonly target: DeskParent;
  /** Which order the row means, where it was asked. */
  readonly question: OrderQuestion | undefined;
  readonly found: CodeFinding;
  readonly order: OrderInFile;
};

const notesOn = (target: DeskParent, row: IncomingRow, brings: boolean): RowWhy<PlannedNote>[] => [
  ...otherThere(target, row.orderNumber),
  ...(brings ? endNotes(target) : []),
  ...unusedAmount(target, row),
];

const layDown = (
  desk: Desk,
  given: IncomingRow,
  place: RowPlace,
  { target, question, found, order }: Found,
): void => {
  const { known, today } = desk;
  const pastUse = dayPastUse(target, given, desk.usedOn);
  const row = pastUse.length === 0 ? given : withoutDay(given);
  const there = known.codesUnder.get(target.id);
  const said = ofOrder(
    row,
    order,
    (there?.codes ?? []).map(({ id }) => id),
  );
  const makes = target.state !== 'existing' && desk.parent(target.id) === undefined;
  const under = there?.count ?? 0;
  // Redeemed by hand without its code: the code that comes now is the one that was redeemed.
  const tooLate =
    found.is === 'new' && under === 0 && target.codes === 0 && isRedeemed(target, today);
  const brings = found.is === 'new' && !tooLate;
  const cutOff = found.is === 'known' && known.unfinished.has(found.code.data.origin?.run ?? '');
  const two = desk.twoPurchasers(row);
  const notes = [
    ...row.notes,
    ...(two === undefined ? [] : [{ code: 'names-two-purchasers' as const, params: two }]),
    ...pastUse,
    ...notesOn(target, said, brings),
    ...sumOfCodeAlone(row, said),
  ];
  // An existing order follows its codes, which the plan checks after all rows are added.
  const follows = target.state === 'existing' && order.codes > 0 && !cutOff;
  const redeems = order.isRedeemed && under <= order.codes && !follows;
  const changes = [
    ...changesOf(target, said),
    ...changesOfSteps(target, row, {
      bringsCode: brings || cutOff,
      isRedeemed: redeems,
      byCodes: order.codes > 0,
      today,
    }),
  ];
  desk.put(target);
  if (brings) desk.takeCode(row, place, target, 'credit');
  const marks = found.is === 'known' && row.redeemed === true && !isSpent(found.code);
  if (marks) desk.markRedeemed(found.code.id);
  if (marks && !changes.some((change) => 'step' in change && change.step === 'redeemed'))
    changes.push({ step: 'redeemed', to: '' });
  const more = {
    notes: [...notes, ...clashingDays(target, row)],
    parent: target.id,
    orderAmount: said.amount ?? '',
    question,
    changes: target.state === 'existing' ? changes : [],
    order: makes ? target.state : 'existing',
  } as const;
  if (makes) return desk.row(row, 'new', more);
  if (more.changes.length > 0) return desk.row(row, 'changed', more);
  if (brings) return desk.row(row, 'new', more);
  // One that the sheet calls redeemed, and that is so here, says nothing that is not there.
  if (found.is === 'known' && found.elsewhere !== undefined && row.redeemed !== true)
    return desk.row(row, 'duplicate', { ...more, why: found.elsewhere });
  const spent = tooLate || (found.is === 'known' && isSpent(found.code));
  desk.row(row, 'same', { ...more, why: { code: spent ? 'already-redeemed' : 'already-here' } });
};

const withoutDay = ({ orderDate: _, ...row }: IncomingRow): IncomingRow => row;

/** An order, with the question that it answers; the question alone while that is open. */
type Target = {
  readonly target?: DeskParent;
  readonly question?: OrderQuestion;
};

/**
 * The order that a row is about: by number and purchaser, else by the id that imports give, else a
 * new one.
 */
const targetOf = (
  desk: Desk,
  row: IncomingRow,
  { key, purchasers }: OrderInFile,
  answers: Choice['orders'],
): Target => {
  const [, number = '', purchaser = ''] = key;
  const matches = matchesOf(desk.ordersNumbered(number), purchaser, purchasers);
  if (matches.length > 1) {
    const asked = `${number} ${purchaser}`.trim();
    const chosen = matches.find(({ id }) => id === answers[asked])?.id;
    const question = { id: asked, orders: matches.map(({ id }) => id), chosen };
    if (chosen === undefined) return { question };
    return { target: parentOf(desk, chosen, row, 'existing'), question };
  }
  const [order] = matches;
  if (order !== undefined) return { target: parentOf(desk, order.id, row, 'existing') };
  const id = desk.known.idOf(key);
  // Live under this id with another number: someone has corrected it since, and the correction is
  // kept.
  const state = desk.order(id) === undefined ? 'new' : desk.isGone(id) ? 'restored' : 'existing';
  return { target: parentOf(desk, id, row, state) };
};

/**
 * The orders of a number that a purchaser's row can mean: exactly theirs; else one without a
 * purchaser, which only one purchaser of the file may claim. When several could, each gets an order
 * of their own, so that nothing is mixed up.
 */
const matchesOf = (
  orders: readonly CreditOrder[],
  purchaser: string,
  purchasers: readonly string[],
): readonly CreditOrder[] => {
  if (purchaser === '') return orders;
  const ofThem = (appleId: string) =>
    orders.filter(({ data }) => data.purchaserAppleId.toLowerCase() === appleId);
  const exact = ofThem(purchaser);
  if (exact.length > 0) return exact;
  const claims = purchasers.filter((appleId) => ofThem(appleId).length === 0);
  return claims.length > 1 ? [] : ofThem('');
};

const parentOf = (
  desk: Desk,
  id: string,
  row: IncomingRow,
  state: DeskParent['state'],
): DeskParent =>
  desk.parent(id) ?? {
    id,
    kind: 'credit-order',
    state,
    name: row.orderNumber ?? '',
    row: row.row,
    record: desk.order(id),
    fields: {},
    steps: [],
    setFields: new Map(),
    codes: 0,
  };
