import type {
  ContentPurchaser,
  ContentPurchaserData,
} from '#programmes/apple-credit/rules/purchaser/content-purchaser.ts';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  editPurchaser,
  mergedWith,
  nameAgain,
  newPurchaser,
  olderOf,
  purchaserProblems,
  renameAccount,
  unmerged,
  type Merge,
  type NamedAccount,
  type PurchaserInput,
} from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import {
  accountKey,
  type PurchaserRow,
} from '#programmes/apple-credit/rules/purchaser/purchasers.ts';
import { fieldsBack, leftByUndo } from '#core/record/fields-back.ts';
import type { CreditProblem, CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { ok } from '#core/result.ts';
import { isFine } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import { changeFields, takeBackEach, type UndoMade } from '#data/records/change-fields.ts';
import { createRecord, putInTrash } from '#data/trash/in-trash.ts';
import { newId } from '#platform/ids.ts';
import { onKind } from '#data/records/on-kind.ts';

/** What was merged, and its undo. */
export type Merged = { readonly id: string; readonly count: number; readonly undo: UndoMade };

/** The orders in the trash that name an account: restored, they name a purchaser again. */
export const trashedOrdersOf = async (
  records: Records,
  appleId: string,
): Promise<readonly CreditOrder[]> => {
  const trashed = await records.find({ kind: 'credit-order', trashed: 'only' });
  return trashed
    .filter(isFine)
    .filter(({ data }) => accountKey(data.purchaserAppleId) === accountKey(appleId));
};

/**
 * Writes the details of a purchaser; returns the undo, which restores the fields that nobody has
 * changed since.
 */
export const changePurchaser = (
  records: Records,
  id: string,
  inputOf: (now: ContentPurchaserData) => PurchaserInput,
  others: readonly string[],
): Promise<CreditResult<UndoMade>> =>
  changeFields(
    records,
    { id, kind: 'content-purchaser' },
    (now) => editPurchaser(now, inputOf(now.data), others),
    async () => {
      const register = await records.find({ kind: 'content-purchaser', isReadable: true });
      const taken = register.flatMap((purchaser) =>
        purchaser.id === id ? [] : [accountKey(purchaser.data.appleId)],
      );
      return {
        together: [['name', 'appleId']],
        cannot: (_, { appleId }) => (taken.includes(accountKey(appleId)) ? ['appleId'] : []),
      };
    },
  );

/** How many orders name another account now, and the undo. */
type Moved = { readonly count: number; readonly undo: UndoMade };

/**
 * Changes the account on all of its orders, even those in the trash; returns how many of them are
 * in the list. If one refuses, the others are changed back, and the reason is returned.
 */
export const moveOrders = async (
  records: Records,
  { orders, appleId }: Pick<PurchaserRow, 'orders' | 'appleId'>,
  to: NamedAccount,
): Promise<CreditResult<Moved>> => {
  const moved: CreditOrder[] = [];
  if (appleId === to.appleId && to.name === '')
    return ok({ count: 0, undo: () => Promise.resolve(undefined) });
  const nameBack =
    ({ id, data }: CreditOrder): UndoMade =>
    async () => {
      const answer = await records.change(
        id,
        onKind('credit-order', (now) => nameAgain(now, to, data)),
      );
      if (answer.ok) return leftByUndo(nameStays(answer.value, to, data) ? ['purchaserName'] : []);
      const { problem } = answer;
      return problem.code === 'account-changed-since'
        ? leftByUndo(['purchaserAppleId'], 'changed-since')
        : problem;
    };
  const undo: UndoMade = () => takeBackEach(moved.map(nameBack));
  for (const { id } of [...orders, ...(await trashedOrdersOf(records, appleId))]) {
    let before: CreditOrder | undefined;
    const answer = await records.change(
      id,
      onKind('credit-order', (now) => renameAccount((before = now), appleId, to)),
    );
    if (!answer.ok) {
      await undo();
      return answer;
    }
    if (before !== undefined) moved.push(before);
  }
  return ok({ count: moved.filter(({ trashedOn }) => trashedOn === '').length, undo });
};

/** The record of a purchaser that was saved, and what takes that back. */
type Saved = { readonly id: string; readonly undo: UndoMade };

/**
 * Saves a purchaser from a form, a new one if there is no `row`. The orders change with the Apple
 * ID, otherwise they would name a second purchaser: if one refuses, nothing is changed.
 */
export const savePurchaser = async (
  records: Records,
  row: PurchaserRow | undefined,
  given: PurchaserInput,
  others: readonly string[],
): Promise<CreditResult<Saved>> => {
  const written = await writePurchaser(records, row?.record?.id, given, others);
  if (!written.ok || row === undefined) return written;
  const { id, undo } = written.value;
  const moved = await moveOrders(records, row, { name: '', appleId: given.appleId.trim() });
  if (moved.ok) return ok({ id, undo: () => takeBackEach([moved.value.undo, undo]) });
  await undo();
  return moved;
};

/** Writes the record of a purchaser; whom only orders named has none before. */
const writePurchaser = async (
  records: Records,
  id: string | undefined,
  given: PurchaserInput,
  others: readonly string[],
): Promise<CreditResult<Saved>> => {
  if (id !== undefined) {
    const changed = await changePurchaser(records, id, () => given, others);
    return changed.ok ? ok({ id, undo: changed.value }) : changed;
  }
  const draft = newPurchaser(newId(), given, others);
  if (!draft.ok) return draft;
  const made = await createRecord(records, draft.value);
  return made.ok ? ok({ id: made.value.record.id, undo: made.value.undo }) : made;
};

/** Whether an order that names its account again has a name that someone wrote since. */
const nameStays = (
  { data }: CreditOrder,
  { name }: NamedAccount,
  { purchaserName }: Pick<CreditOrderData, 'purchaserName'>,
): boolean => name !== '' && name !== purchaserName && data.purchaserName !== purchaserName;

/** Why an account cannot be corrected, checked before anything is written. */
export const whyNotCorrected = (
  { name: known }: PurchaserRow,
  { name, appleId }: NamedAccount,
  others: readonly string[],
): CreditProblem | undefined =>
  purchaserProblems({ name: name || known || appleId, appleId }, others)[0];

/**
 * Corrects the account of a purchaser where it is: in the register and on each order that names
 * it. A name of '' stays.
 */
export const correctAccount = async (
  records: Records,
  row: PurchaserRow,
  { name, appleId }: NamedAccount,
  others: readonly string[],
): Promise<CreditResult<Merged>> => {
  const done: UndoMade[] = [];
  if (row.record !== undefined) {
    const inputOf = (now: ContentPurchaserData) => ({
      ...now,
      name: name || now.name || appleId,
      appleId,
    });
    const answer = await changePurchaser(records, row.record.id, inputOf, others);
    if (!answer.ok) return answer;
    done.push(answer.value);
  }
  const moved = await moveOrders(records, row, { name, appleId });
  if (!moved.ok) {
    await takeBackEach(done);
    return moved;
  }
  const { count, undo } = moved.value;
  return ok({ id: row.id, count, undo: () => takeBackEach([undo, ...done]) });
};

type Merging = {
  /** The Apple ID for both from now on: one of the two. */
  readonly appleId: string;
  /** Why its notes are withdrawn, should it be undone. */
  readonly reason: string;
};

/**
 * Merges two purchasers: orders and notes go to the older one, and the record of the other into the
 * trash. All of their orders get the Apple ID that is kept; returns how many had the other one. If
 * a part is refused, nothing is changed.
 */
export const mergePurchasers = async (
  records: Records,
  rows: readonly [PurchaserRow, PurchaserRow],
  { appleId, reason }: Merging,
): Promise<CreditResult<Merged>> => {
  const [stays, goes] = olderOf(...rows);
  const noted = await noteMerge(records, [stays.record, goes.record], appleId);
  if (!noted.ok) return noted;
  const merge = noted.value;
  // In reverse order.
  const done: UndoMade[] = merge === undefined ? [] : [unmerging(records, merge, reason)];
  const takeBack = async <Refused>(refused: Refused): Promise<Refused> => {
    await takeBackEach(done);
    return refused;
  };
  const came = await moveOrders(records, goes, { name: stays.name, appleId });
  if (!came.ok) return takeBack(came);
  done.unshift(came.value.undo);
  const own = await moveOrders(records, stays, { name: '', appleId });
  if (!own.ok) return takeBack(own);
  done.unshift(own.value.undo);
  const other = goes.record;
  if (other !== undefined) {
    const trashed = await putInTrash(records, other.id);
    if (!trashed.ok) return takeBack(trashed);
    done.unshift(trashed.value);
  }
  const { count } = goes.appleId === appleId ? own.value : came.value;
  return ok({ id: stays.id, count, undo: () => takeBackEach(done) });
};

const unmerging =
  (records: Records, merge: Merge, reason: string): UndoMade =>
  async () => {
    let stayed: readonly string[] = [];
    const { id, data } = merge.before;
    const answer = await records.change(
      id,
      onKind('content-purchaser', (now, doing) => {
        ({ stayed } = fieldsBack(now.data, { before: data, after: merge.merged.data }));
        return ok(unmerged(now, merge, { ...doing, reason }));
      }),
    );
    return answer.ok ? leftByUndo(stayed) : answer.problem;
  };

/**
 * Writes on the record that stays what the other one knew, and their Apple ID; nothing where there
 * is no record.
 */
const noteMerge = async (
  records: Records,
  [into, other]: readonly [into: ContentPurchaser | undefined, other: ContentPurchaser | undefined],
  appleId: string,
): Promise<CreditResult<Merge | undefined>> => {
  if (into === undefined || (other === undefined && into.data.appleId === appleId))
    return ok(undefined);
  let before = into;
  const noted = await records.change(
    into.id,
    onKind('content-purchaser', (now, doing) =>
      ok(mergedWith((before = now), { other, appleId }, doing)),
    ),
  );
  return noted.ok ? ok({ before, merged: noted.value }) : noted;
};
