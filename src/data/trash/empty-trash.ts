import type { VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { isTrashTimeOver, isUsed, whyKept, type KeptInTrash } from '#programmes/trash-days.ts';
import { fromTrashOf } from '#programmes/from-trash.ts';
import type { LivedDay } from '#core/day/lived-days.ts';
import type { RecordCollection } from '../records/database.ts';
import { readStored } from '../records/read-record.ts';
import type { Records } from '../records/records.ts';
import { allInBatches } from '../records/in-batches.ts';
import { removeForGood } from './remove-for-good.ts';
import type { Found } from '#programmes/record-of.ts';

/** The store as the trash needs it: records go for good beside the door that all else takes. */
export type TrashStore = {
  readonly records: Records;
  readonly collection: RecordCollection;
  /** False on a device that only reads: no server would take its deletions. */
  readonly mayWrite: () => boolean;
};

const CODE = 'redemption-code';

/** The codes under a record, whether in the trash or not. */
export const codesIn = async (
  records: Pick<Records, 'find'>,
  id: string,
): Promise<Found<typeof CODE>[]> => records.find({ parent: id, kind: CODE, trashed: true });

/** A record with its codes, and why it stays when someone wants it gone for good. */
const judgedByHand = async (records: Pick<Records, 'get' | 'find'>, id: string) => {
  const record = await records.get(id);
  if (record === undefined) return undefined;
  const codes = record.kind === CODE ? [] : await codesIn(records, id);
  return { record, codes, why: whyKept(record, codes, 'hand') };
};

/**
 * What deleting records for good would do now: how many go, how many codes in them, how many stay,
 * and why.
 */
export type Emptying = {
  readonly goes: number;
  readonly codes: number;
  readonly stays: number;
  readonly why: ReadonlySet<KeptInTrash>;
};

/** Judges records in the trash as `deleteForGood` does, and deletes nothing. */
export const foretellEmptying = async (
  records: Pick<Records, 'get' | 'find'>,
  ids: readonly string[],
): Promise<Emptying> => {
  let [goes, codes, stays] = [0, 0, 0];
  const why = new Set<KeptInTrash>();
  for (const id of ids) {
    const judged = await judgedByHand(records, id);
    if (judged?.why !== undefined) {
      stays += 1;
      why.add(judged.why);
    } else if (judged !== undefined) [goes, codes] = [goes + 1, codes + judged.codes.length];
  }
  return { goes, codes, stays, why };
};

/** Why a record is not deleted for good. */
export type NotDeleted = Problem<'only-reads' | 'record-is-gone' | 'changed-since' | KeptInTrash>;

/**
 * Deletes a record in the trash for good, with its codes, at the user's request. Refuses with the
 * reason why it stays; returns how many records were deleted.
 */
export const deleteForGood = async (
  { records, collection, mayWrite }: TrashStore,
  id: string,
): Promise<Result<number, NotDeleted>> => {
  if (!mayWrite()) return refuse('only-reads');
  const judged = await judgedByHand(records, id);
  if (judged === undefined) return refuse('record-is-gone');
  const { record, codes, why } = judged;
  if (why !== undefined) return refuse(why);
  // The codes first: after an interruption the rest can be deleted again, and no code is left
  // without its list.
  const gone = await removeForGood(collection, idsOf(codes), (code) => !isUsed(code));
  if (gone.length < codes.length) return refuse('has-log');
  // One that was used elsewhere came back meanwhile.
  if ((await codesIn(records, id)).length > 0) return refuse('changed-since');
  const last = await removeForGood(
    collection,
    [id],
    (now) => whyKept(now, [], 'hand') === undefined,
  );
  if (last.length === 0) return refuse('changed-since');
  const under = await removeUnder({ records, collection }, record);
  return ok(gone.length + last.length + under.length);
};

/**
 * What an app takes with it: its licences and deployments say nothing without it. They go after it,
 * so that an app which stays after all has lost nothing.
 */
const removeUnder = async (
  { records, collection }: Pick<TrashStore, 'records' | 'collection'>,
  { id, kind: above }: Pick<VolymRecord, 'id' | 'kind'>,
): Promise<string[]> => {
  const { takesAlong = [] } = fromTrashOf(above);
  const under = await Promise.all(
    takesAlong.map((kind) => records.find({ parent: id, kind, trashed: true })),
  );
  return removeForGood(collection, idsOf(under.flat()), () => true);
};

type Thrown = {
  readonly codes: string[];
  readonly others: Pick<VolymRecord, 'id' | 'kind'>[];
};

/** What of all records is in the trash and may go. */
const thrownIn = async (
  collection: RecordCollection,
  mayGo: (record: VolymRecord) => boolean,
): Promise<Thrown> => {
  const thrown: Thrown = { codes: [], others: [] };
  for await (const batch of allInBatches(collection))
    for (const stored of batch) {
      if (stored.trashedOn === '') continue;
      const record = readStored(stored);
      if (!mayGo(record)) continue;
      const { id, kind } = record;
      if (kind === CODE) thrown.codes.push(id);
      else thrown.others.push({ id, kind });
    }
  return thrown;
};

/**
 * Deletes for good what has been in the trash for its time: single codes, then records without any.
 * Returns what was deleted.
 */
export const removeOverdue = async (
  { records, collection, mayWrite }: TrashStore,
  lived: readonly LivedDay[],
): Promise<string[]> => {
  if (!mayWrite()) return [];
  const { today } = records.doing();
  const mayGo = (record: VolymRecord): boolean =>
    isTrashTimeOver(record, today, lived) && whyKept(record, [], 'time') === undefined;
  const { codes, others } = await thrownIn(collection, mayGo);
  const gone = await removeForGood(collection, codes, mayGo);
  for (const { id, kind } of others) {
    const holds = await records.find({ parent: id, kind: CODE, trashed: true, limit: 1 });
    const went = holds.length === 0 ? await removeForGood(collection, [id], mayGo) : [];
    if (went.length > 0)
      gone.push(...went, ...(await removeUnder({ records, collection }, { id, kind })));
  }
  return gone;
};

const idsOf = (all: readonly VolymRecord[]): string[] => all.map(({ id }) => id);
