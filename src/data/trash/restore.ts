import type { ActedOn } from '#core/record/act.ts';
import { returnState } from '#programmes/adobe-vip/rules/return/return-deadlines.ts';
import { UNDER_CUSTOMER, wentWith } from '#programmes/adobe-vip/rules/customer/under-customer.ts';
import type { Day } from '#core/day/day.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { joinedOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { ok, refuse, type Problem } from '#core/result.ts';
import { whyStaysThrown } from '../customers/customers-here.ts';
import { conditionOf, isFine } from '../records/read-record.ts';
import type { Records } from '../records/records.ts';
import { isOfKind } from '#programmes/record-of.ts';

/**
 * The authorizations, orders and returns that went to the trash with a VIP customer; nothing of
 * other records.
 */
export const thrownWith = async (
  records: Pick<Records, 'find'>,
  record: VolymRecord,
): Promise<VolymRecord[]> => {
  if (record.kind !== 'vip-customer') return [];
  const under = await Promise.all(
    UNDER_CUSTOMER.map((kind) => records.find({ parent: record.id, kind, trashed: 'only' })),
  );
  return wentWith(record, under.flat());
};

/** Gets where each record is before the first is taken out, parents first. */
type Before = (lay: readonly ActedOn[]) => void | Promise<void>;

/**
 * The records in the trash that a record needs, parents first: its parent, and for a return that
 * Adobe did not deny, the order it takes from.
 */
const neededBy = async (
  records: Pick<Records, 'many'>,
  record: VolymRecord,
): Promise<VolymRecord[]> => {
  const isTaking =
    isOfKind(record, 'return-authorization') && isFine(record) && returnState(record) !== 'denied';
  const order = isTaking ? record.data.order : '';
  const found = await records.many([record.parent, order]);
  return [record.parent, order]
    .flatMap((id) => found.get(id) ?? [])
    .filter(({ trashedOn }) => trashedOn !== '');
};

/**
 * Takes a record out of the trash: an order or batch with its trashed codes, a VIP customer with
 * what went with it, and a code or a return with what it needs to be found. An order that was
 * joined to another one is separated from it; the authorization of a VIP order is marked as ordered
 * again. Parents come first, and a refusal leaves the rest where it is. A customer whose VIP ID now
 * belongs to another one stays in the trash, with what is under it. Returns why something could not
 * be taken out.
 */
export const restoreFromTrash = async (
  records: Records,
  id: string,
  before: Before = () => undefined,
): Promise<Problem | undefined> => {
  const record = await records.get(id);
  if (record === undefined) return refuse('record-is-gone').problem;
  const codes = await records.find({ parent: id, kind: 'redemption-code', trashed: 'only' });
  const above = await neededBy(records, record);
  const under = [...codes, ...(await thrownWith(records, record))];
  const stays = await whyStaysThrown(records, [...above, record]);
  if (stays !== undefined) return stays;
  await before([...above, record, ...under].map(actedOn));
  const problem = await downwards(records, [above, [record], under], () => '');
  if (problem !== undefined) return problem;
  const vipOrders = [...above, record, ...under].filter(({ kind }) => kind === 'vip-order');
  if (vipOrders.length > 0) {
    const { ordersCameBack } = await import('./vip-orders-back.ts');
    await ordersCameBack(
      records,
      vipOrders.map((order) => order.id),
    );
  }
  return partFromOthers(records, [...above, record]);
};

/**
 * Where a record is before an act takes it out of the trash, and the order it was joined to.
 */
export const actedOn = (record: VolymRecord): ActedOn => {
  const { id, trashedOn } = record;
  const joinedTo = joinedBefore(record);
  return joinedTo === '' ? { id, trashedOn } : { id, trashedOn, was: { joinedTo } };
};

/** For an order that is not understood, nobody knows whether it was joined to another. */
const joinedBefore = (record: VolymRecord): string =>
  conditionOf(record) === 'fine' ? joinedOrder(record) : '';

const partFromOthers = async (
  records: Records,
  restored: readonly VolymRecord[],
): Promise<Problem | undefined> => {
  for (const record of restored) {
    const older = joinedBefore(record);
    if (older === '') continue;
    const { partOrders } = await import('../orders/join-orders.ts');
    const problem = await partOrders(records, { younger: record.id, older });
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/**
 * Joins orders again to those that they were joined to before they were taken out of the trash.
 */
export const joinAnew = async (
  records: Records,
  lay: readonly ActedOn[],
): Promise<Problem | undefined> => {
  for (const { id, was } of lay) {
    const older = was?.['joinedTo'];
    if (typeof older !== 'string') continue;
    const { joinAgain } = await import('../orders/join-orders.ts');
    const problem = await joinAgain(records, { younger: id, older });
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/**
 * Puts records back where they were before they were taken out of the trash, parents first. Returns
 * why something could not be put back; what went to the trash again meanwhile stays as it is.
 */
export const layAgain = async (
  records: Records,
  lay: readonly ActedOn[],
): Promise<Problem | undefined> => {
  const days = new Map(lay.map(({ id, trashedOn = '' }) => [id, trashedOn]));
  return downwards(records, [lay.slice(0, 1), lay.slice(1)], ({ id, trashedOn }) =>
    trashedOn === '' ? (days.get(id) ?? '') : trashedOn,
  );
};

/** On what day a record is in the trash from now on; '' where it is there no more. */
type LaidOn = (record: Pick<VolymRecord, 'id' | 'trashedOn'>) => Day;

/**
 * Writes one level after the other, until something in one is refused: so no order is separated
 * from its codes.
 */
const downwards = async (
  records: Pick<Records, 'changeMany' | 'many' | 'layAway'>,
  levels: readonly (readonly { readonly id: string }[])[],
  laidOn: LaidOn,
): Promise<Problem | undefined> => {
  for (const level of levels) {
    const refused = await records.changeMany(
      level.map(({ id }) => id),
      (record) => ok({ ...record, trashedOn: laidOn(record) }),
    );
    for (const [id, problem] of refused) {
      const stays =
        problem.code === 'record-not-understood' ? await layNewer(records, id, laidOn) : problem;
      if (stays !== undefined) return stays;
    }
  }
  return undefined;
};

/**
 * A record of a newer version is only moved, whatever it contains: commands do not work on it.
 */
const layNewer = async (
  records: Pick<Records, 'many' | 'layAway'>,
  id: string,
  laidOn: LaidOn,
): Promise<Problem | undefined> => {
  const record = (await records.many([id])).get(id);
  if (record === undefined) return refuse('record-is-gone').problem;
  const answer = await records.layAway(id, laidOn(record));
  return answer.ok ? undefined : answer.problem;
};

/**
 * Takes a record out of the trash; for a code whose order is there too, all of that order: an order
 * and its codes go or stay together (A5). Returns why something could not be taken out.
 */
export const restoreWithOrder = async (
  records: Records,
  id: string,
  before?: Before,
): Promise<Problem | undefined> => {
  const record = await records.get(id);
  const parent = record?.parent ?? '';
  const above = parent === '' ? undefined : await records.get(parent);
  const out = [record, above?.trashedOn === '' ? undefined : above].filter(
    (record) => record !== undefined,
  );
  // A record that is not understood is only taken out from the trash screen itself, never by an
  // answer about something else.
  if (out.some((record) => conditionOf(record) !== 'fine'))
    return refuse('record-not-understood').problem;
  const isWithOrder = above?.kind === 'credit-order' && above.trashedOn !== '';
  return restoreFromTrash(records, isWithOrder ? parent : id, before);
};
