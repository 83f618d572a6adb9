import type { CustomerInput } from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import {
  followCustomer,
  type CustomerChange,
} from '#programmes/adobe-vip/rules/customer/customer-copies.ts';
import {
  editCustomer,
  takeEditBack,
  type Editing,
  type EditUndoing,
} from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import { bornUnder } from '#programmes/adobe-vip/rules/edition/rule-choices.ts';
import { takeChangeBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { Changed } from '#core/record/changed.ts';
import { UNDER_CUSTOMER } from '#programmes/adobe-vip/rules/customer/under-customer.ts';
import { leftByUndo } from '#core/record/fields-back.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import type { VipFollowing } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok } from '#core/result.ts';
import { customersHere } from './customers-here.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { onKind } from '#data/records/on-kind.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import type { Here } from '../here.ts';
import { changeKept, changeManyKept } from '#data/records/kept-change.ts';
import type { VipUndo } from '../vip-undo.ts';

/**
 * Changes the given fields of a customer, and their copies on the records under it; the undo
 * restores what nobody has changed since. `known` is what its screen knows about the records under
 * it.
 */
export const changeWithCopies = async (
  { records, workspace }: Here,
  id: string,
  changes: Partial<CustomerInput>,
  known: Pick<Editing, 'owned' | 'placed'>,
): Promise<VipFollowing<VipUndo>> => {
  const { programme } = changes;
  const born = programme === undefined ? undefined : bornUnder(programme, workspace?.data.editions);
  // Two must not have one VIP ID; who leaves it alone need not know the others.
  const others = changes.vipId === undefined ? [] : await customersHere(records);
  const editing = {
    ...known,
    born,
    today: records.doing().today,
    chosen: workspace?.data.editions,
  };
  const changed = await changeKept(records, { id, kind: 'vip-customer' }, (customer) =>
    editCustomer(customer, changes, others, editing),
  );
  if (!changed.ok) return changed;
  const change = { before: changed.value.before.data, after: changed.value.after.data };
  const copies = await letFollow(records, id, change);
  return ok(async () => {
    let left: Awaited<ReturnType<VipUndo>>;
    const undone = await editUndoing(records, id, changes);
    const back = await records.change(
      id,
      onKind('vip-customer', (now, doing) => {
        const taken = takeEditBack(now, changed.value, doing, undone);
        left = leftByUndo(taken.stayed ?? [], taken.ok ? 'changed-in-part' : 'changed-since');
        return taken;
      }),
    );
    if (!back.ok) return left ?? back.problem;
    // A copy that someone changed since stays as they left it.
    await records.changeMany([...copies.keys()], (now, doing) =>
      takeChangeBack(now, copies.get(now.id)!, doing),
    );
    // What was written under the new name since.
    await letFollow(records, id, { before: back.value.data, after: back.value.data });
    return left;
  });
};

/** What may keep such changes from going back by now, as far as they ask for it. */
const editUndoing = async (
  records: Records,
  id: string,
  { vipId, programme }: Partial<CustomerInput>,
): Promise<EditUndoing> => {
  const under = { kind: 'purchase-authorization', parent: id } as const;
  return {
    others: vipId === undefined ? [] : await customersHere(records),
    isAuthorized: programme !== undefined && (await readUnder(records, under)).length > 0,
  };
};

/**
 * The records under a customer follow it, those in the trash too; answers what was changed of them.
 */
const letFollow = async (
  records: Records,
  id: string,
  change: CustomerChange,
): Promise<ReadonlyMap<string, Changed>> => {
  const found = await Promise.all(
    UNDER_CUSTOMER.map((kind) => records.find({ kind, parent: id, trashed: true })),
  );
  const follow = (record: VolymRecord): VipFollowing<Draft> => followCustomer(record, change);
  const behind = found
    .flat()
    .filter((record) => conditionOf(record) === 'fine' && follow(record).ok);
  const { kept } = await changeManyKept(
    records,
    behind.map((record) => record.id),
    follow,
  );
  return kept;
};
