import {
  askReturn,
  type ReturnInput,
  type Returning,
} from '#programmes/adobe-vip/rules/return/return-commands.ts';
import type { ReturnAuthorizationData } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { ReturnProblem } from '#programmes/adobe-vip/rules/return/return-rules.ts';
import { returnKey } from '#programmes/adobe-vip/import/match/keys.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import type { VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok } from '#core/result.ts';
import { toTrash } from '#core/record/trash.ts';
import { toTrashAsMade } from '#core/record/trash-undone.ts';
import type { Records } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import type { Keyed } from '../here.ts';
import type { VipUndo } from '../vip-undo.ts';
import { takingManyBack } from '#data/records/taking-back.ts';
import { readOne } from '#data/records/read-under.ts';

/**
 * Creates what asks for a return, a request for each order; undone, they go to the trash. With the
 * `vault` each is the record that a list makes of it on another device.
 */
export const createRequests = async (
  records: Records,
  input: ReturnInput,
  returning: Returning,
  vault: Keyed | undefined,
): Promise<VipResult<VipUndo, ReturnProblem>> => {
  // The requests are records: their ids are those of records, also where steps are counted
  // otherwise.
  const drafts = askReturn(input, returning, { ...records.doing(), newId });
  if (!drafts.ok) return drafts;
  const made = new Map<string, VolymRecord>();
  for (const draft of drafts.value) {
    const id = await listedIdOf(records, draft, returning, vault);
    const written = await records.create({ ...draft, id: id ?? draft.id });
    if (!written.ok) {
      // Half of what was asked for is not what was meant; why it was refused is what is told.
      await records.changeMany([...made.keys()], toTrash);
      return written;
    }
    made.set(written.value.id, written.value);
  }
  return ok(
    takingManyBack(records, [...made.keys()], (now, doing) =>
      toTrashAsMade(now, made.get(now.id)!, doing),
    ),
  );
};

/**
 * The id that a list gives such a return, which has a row for each line; undefined where that
 * cannot be told, or is another's.
 */
const listedIdOf = async (
  records: Records,
  { data, steps = [], parent }: Draft<ReturnAuthorizationData>,
  { book }: Returning,
  vault: Keyed | undefined,
): Promise<string | undefined> => {
  const customer = (await readOne(records, parent, 'vip-customer'))?.data;
  const order = book.orders.find(({ id }) => id === data.order)?.data;
  const [[name, quantity] = ['', 0], ...others] = Object.entries(data.lines);
  const line = order?.lines[name];
  if (
    vault === undefined ||
    customer === undefined ||
    order === undefined ||
    line === undefined ||
    others.length > 0
  )
    return undefined;
  const { orderNumber } = order;
  const numbers =
    data.reference === ''
      ? { originalOrder: '', orderNumber }
      : { originalOrder: orderNumber, orderNumber: data.reference };
  const goods = { product: line.product, sku: line.sku, quantity, orderDate: steps[0]?.on ?? '' };
  const id = await vault.keyedId(...returnKey({ ...customer, ...numbers, ...goods }));
  return (await records.get(id)) === undefined ? id : undefined;
};
