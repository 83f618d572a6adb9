import type { ContentPurchaser } from '#domain/apple-credit/content-purchaser.ts';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import {
  editPurchaser,
  mergedWith,
  nameAgain,
  olderOf,
  renameAccount,
  unmerged,
  type Merge,
  type NamedAccount,
} from '#domain/apple-credit/purchaser-commands.ts';
import { accountKey, type PurchaserRow } from '#domain/apple-credit/purchasers.ts';
import { ok, type Problem, type Result } from '#domain/result.ts';
import { fromTrash, toTrash } from '#domain/trash.ts';
import { conditionOf } from '#data/read-record.ts';
import type { Records } from '#data/records.ts';

/** What was made one, and what takes it back. */
export type MadeOne = { readonly id: string; readonly count: number; readonly undo: UndoMade };

/** Takes it back; answers the first refusal, if there is one. */
type UndoMade = () => Promise<Problem | undefined>;

const refusalOf = async (change: Promise<Result<unknown>>): Promise<Problem | undefined> => {
  const answer = await change;
  return answer.ok ? undefined : answer.problem;
};

/** Takes steps back one after the other, whatever becomes of each; answers the first refusal. */
const takeBackEach = async (steps: readonly UndoMade[]): Promise<Problem | undefined> => {
  let first: Problem | undefined;
  for (const step of steps) {
    const refused = await step();
    first ??= refused;
  }
  return first;
};

/** The orders in the trash that name an account: restored, they name a purchaser again. */
export const trashedOrdersOf = async (records: Records, appleId: string): Promise<readonly CreditOrder[]> => {
  const trashed = (await records.find({ kind: 'credit-order', trashed: 'only' })) as CreditOrder[];
  return trashed.filter(
    (order) => conditionOf(order) === 'fine' && accountKey(order.data.purchaserAppleId) === accountKey(appleId),
  );
};

/**
 * Has the orders of an account name another one, those in the trash too; answers how many of the list, and what has them
 * name what they named.
 */
export const moveOrders = async (
  records: Records,
  { orders, appleId }: Pick<PurchaserRow, 'orders' | 'appleId'>,
  to: NamedAccount,
): Promise<{ readonly count: number; readonly undo: UndoMade }> => {
  const moved: CreditOrder[] = [];
  if (appleId === to.appleId && to.name === '') return { count: 0, undo: () => Promise.resolve(undefined) };
  for (const { id } of [...orders, ...(await trashedOrdersOf(records, appleId))]) {
    let before: CreditOrder | undefined;
    const answer = await records.change(id, (now) => renameAccount((before = now as CreditOrder), appleId, to));
    if (answer.ok && before !== undefined) moved.push(before);
  }
  const nameBack =
    ({ id, data }: CreditOrder): UndoMade =>
    () =>
      refusalOf(records.change(id, (now) => nameAgain(now as CreditOrder, to, data)));
  const undo: UndoMade = () => takeBackEach(moved.map(nameBack));
  return { count: moved.filter(({ trashedOn }) => trashedOn === '').length, undo };
};

/** Corrects the account of a purchaser where it stands: in the register and on each order that names it. A name of '' stays. */
export const correctAccount = async (
  records: Records,
  row: PurchaserRow,
  { name, appleId }: NamedAccount,
  others: readonly string[],
): Promise<Result<MadeOne>> => {
  const { record } = row;
  if (record !== undefined) {
    const { v: _, ...said } = record.data;
    const answer = await records.change(record.id, (now) =>
      editPurchaser(now as ContentPurchaser, { ...said, name: name || said.name || appleId, appleId }, others),
    );
    if (!answer.ok) return answer;
  }
  const { count, undo } = await moveOrders(records, row, { name, appleId });
  const register: UndoMade[] =
    record === undefined
      ? []
      : [() => refusalOf(records.change(record.id, (now) => editPurchaser(now as ContentPurchaser, record.data, [])))];
  return ok({ id: row.id, count, undo: () => takeBackEach([undo, ...register]) });
};

type Merging = {
  /** The Apple ID that both have from now on: that of one of them. */
  readonly appleId: string;
  /** Why its notes are withdrawn, should it be undone. */
  readonly reason: string;
};

/**
 * Makes two purchasers one: orders and notes go to the older, and the record of the other to the trash. All of their
 * orders name the Apple ID that is kept; answers how many had the other one.
 */
export const mergePurchasers = async (
  records: Records,
  rows: readonly [PurchaserRow, PurchaserRow],
  { appleId, reason }: Merging,
): Promise<Result<MadeOne>> => {
  const [stays, goes] = olderOf(...rows);
  const noted = await noteMerge(records, [stays.record, goes.record], appleId);
  if (!noted.ok) return noted;
  const merge = noted.value;
  const came = await moveOrders(records, goes, { name: stays.name, appleId });
  const own = await moveOrders(records, stays, { name: '', appleId });
  const other = goes.record;
  if (other !== undefined) await records.change(other.id, toTrash);
  const steps: UndoMade[] = [own.undo, came.undo];
  if (other !== undefined) steps.unshift(() => refusalOf(records.change(other.id, fromTrash)));
  if (merge !== undefined)
    steps.push(() =>
      refusalOf(
        records.change(merge.before.id, (now, doing) =>
          ok(unmerged(now as ContentPurchaser, merge, { ...doing, reason })),
        ),
      ),
    );
  const count = goes.appleId === appleId ? own.count : came.count;
  return ok({ id: stays.id, count, undo: () => takeBackEach(steps) });
};

/** Writes on the record that stays what the other one knew, and their Apple ID; nothing where there is no record. */
const noteMerge = async (
  records: Records,
  [into, other]: readonly [into: ContentPurchaser | undefined, other: ContentPurchaser | undefined],
  appleId: string,
): Promise<Result<Merge | undefined>> => {
  if (into === undefined || (other === undefined && into.data.appleId === appleId)) return ok(undefined);
  let before = into;
  const noted = await records.change(into.id, (now, doing) =>
    ok(mergedWith((before = now as ContentPurchaser), { other, appleId }, doing)),
  );
  return noted.ok ? ok({ before, merged: noted.value as ContentPurchaser }) : noted;
};
