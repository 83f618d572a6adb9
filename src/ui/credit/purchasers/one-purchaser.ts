import type { ContentPurchaser } from '#domain/apple-credit/content-purchaser.ts';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import {
  editPurchaser,
  nameAgain,
  olderOf,
  renameAccount,
  withNotesOf,
  withoutNotesOf,
  type Merge,
  type NamedAccount,
} from '#domain/apple-credit/purchaser-commands.ts';
import type { PurchaserRow } from '#domain/apple-credit/purchasers.ts';
import { ok, type Problem, type Result } from '#domain/result.ts';
import { fromTrash, toTrash } from '#domain/trash.ts';
import type { Records } from '#data/records.ts';

const refusalOf = (answer: Result<unknown>): Problem | undefined => (answer.ok ? undefined : answer.problem);

/** What was made one, and what takes it back. */
export type MadeOne = { readonly id: string; readonly count: number; readonly undo: UndoMade };

/** Takes it back; answers the first refusal, if there is one. */
type UndoMade = () => Promise<Problem | undefined>;

/** Has the orders of an account name another one; answers how many, and what has them name what they named. */
export const moveOrders = async (
  records: Records,
  { orders, appleId }: PurchaserRow,
  to: NamedAccount,
): Promise<{ readonly count: number; readonly undo: UndoMade }> => {
  const moved: CreditOrder[] = [];
  if (appleId === to.appleId) return { count: 0, undo: () => Promise.resolve(undefined) };
  for (const { id } of orders) {
    let before: CreditOrder | undefined;
    const answer = await records.change(id, (now) => renameAccount((before = now as CreditOrder), appleId, to));
    if (answer.ok && before !== undefined) moved.push(before);
  }
  const undo: UndoMade = async () => {
    let first: Problem | undefined;
    for (const { id, data } of moved) {
      const back = await records.change(id, (now) => nameAgain(now as CreditOrder, to, data));
      first ??= refusalOf(back);
    }
    return first;
  };
  return { count: moved.length, undo };
};

/** Corrects the Apple ID of a purchaser where it stands: in the register and on each order that names it. */
export const correctAppleId = async (
  records: Records,
  row: PurchaserRow,
  appleId: string,
  others: readonly string[],
): Promise<Result<MadeOne>> => {
  const { record } = row;
  if (record !== undefined) {
    const { v: _, ...said } = record.data;
    const answer = await records.change(record.id, (now) =>
      editPurchaser(now as ContentPurchaser, { ...said, name: said.name || appleId, appleId }, others),
    );
    if (!answer.ok) return answer;
  }
  const { count, undo } = await moveOrders(records, row, { name: '', appleId });
  return ok({
    ...{ id: row.id, count },
    undo: async () => {
      const refused = await undo();
      if (record === undefined) return refused;
      const back = await records.change(record.id, (now) => editPurchaser(now as ContentPurchaser, record.data, []));
      return refused ?? refusalOf(back);
    },
  });
};

/** Makes two purchasers one: orders and notes go to the older, and the record of the other to the trash. */
export const mergePurchasers = async (
  records: Records,
  rows: readonly [PurchaserRow, PurchaserRow],
  reason: string,
): Promise<Result<MadeOne>> => {
  const [stays, goes] = olderOf(...rows);
  const [into, other] = [stays.record, goes.record];
  let merge: Merge | undefined;
  if (into !== undefined && other !== undefined) {
    const noted = await records.change(into.id, (now, doing) => {
      const before = now as ContentPurchaser;
      const draft = withNotesOf(before, other, doing);
      merge = { before, merged: { ...before, ...draft } };
      return ok(draft);
    });
    if (!noted.ok) return noted;
  }
  const { count, undo } = await moveOrders(records, goes, { name: stays.name, appleId: stays.appleId });
  if (other !== undefined) await records.change(other.id, toTrash);
  return ok({
    ...{ id: stays.id, count },
    undo: async () => {
      const restored = other === undefined ? undefined : refusalOf(await records.change(other.id, fromTrash));
      const renamed = await undo();
      const refused = restored ?? renamed;
      if (into !== undefined && other !== undefined && merge !== undefined) {
        const parted = merge;
        const back = await records.change(into.id, (now, doing) =>
          ok(withoutNotesOf(now as ContentPurchaser, other, parted, { ...doing, reason })),
        );
        return refused ?? refusalOf(back);
      }
      return refused;
    },
  });
};
