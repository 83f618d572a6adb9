import { hasLog } from '#programmes/apple-credit/rules/code/code-log.ts';
import { followCodes } from '#programmes/apple-credit/rules/code/follow-codes.ts';
import { BARE_LIST, CODE, LISTS } from '#programmes/apple-credit/rules/code/list-again.ts';
import type { Doing } from '#core/record/kind.ts';
import { LAST_MOMENT } from '#core/day/moment.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Answer, Clash, Draft, VolymRecord } from '#core/record/record.ts';
import type { RecordCollection } from '../records/database.ts';
import { stored } from '../records/envelope.ts';
import { inChunks } from '../records/in-chunks.ts';
import type { Copy } from '../merge/copy.ts';
import { clashOf } from '../merge/fields.ts';
import { mangoOf } from '../records/query.ts';
import { isFine, isInForm, parsed, readRecord } from '../records/read-record.ts';
import { statesHere } from '../sync/states-here.ts';
import { queryStorage } from '../rxdb/query-storage.ts';
import { isOfKind } from '#programmes/record-of.ts';

/**
 * How much later than the deletion and the use a list is written again (ms). Where another device
 * merges the list itself with its deletion that is one later: two states of one moment and person
 * would pass for one, and a question be lost.
 */
const LATER = 1_000;

/** Sees to it that no code is under nothing, from when it is opened until it is stopped. */
export type ListsOfCodes = {
  /** To be called when all is in step. Answers what was written again. */
  mend(): Promise<string[]>;
  stop(): void;
};

/**
 * A list that was deleted for good while one of its codes was used, or put in, offline:
 * the code came back, or is new, and no screen shows what is under nothing. Such a list is
 * written again and asks whether it stays. What was deleted is looked at once, then only what a
 * write of a code or a deletion names.
 */
export const openListsOfCodes = (
  collection: RecordCollection,
  mayWrite: () => boolean,
): ListsOfCodes => {
  let unseen: Set<string> | undefined;
  const writes = collection.eventBulks$.subscribe(({ events }) => {
    for (const { documentId, documentData } of events) {
      if (documentData.kind === CODE) unseen?.add(documentData.parent);
      else if ((documentData as Copy)._deleted === true) unseen?.add(documentId);
    }
  });
  const mend = async (): Promise<string[]> => {
    // What it writes no server would take: a device that may change does it.
    if (!mayWrite()) return [];
    const ids = unseen;
    unseen = new Set();
    try {
      return await writeAgain(
        collection,
        ids === undefined ? await allGone(collection) : await goneOf(collection, ids),
      );
    } catch (error) {
      unseen = ids === undefined ? undefined : new Set([...ids, ...unseen]);
      throw error;
    }
  };
  return { mend, stop: () => writes.unsubscribe() };
};

/** All deleted lists that this device knows of. */
const allGone = async (collection: RecordCollection): Promise<Copy[]> => {
  const gone: Copy[] = [];
  for (const kind of LISTS) {
    const documents = await queryStorage(collection, {
      selector: { _deleted: { $eq: true }, kind: { $eq: kind } },
      sort: [{ kind: 'asc' }, { newestFirst: 'asc' }, { id: 'asc' }],
      index: ['_deleted', 'kind', 'newestFirst', 'id'],
      skip: 0,
    });
    gone.push(...documents);
  }
  return gone;
};

const goneOf = async (collection: RecordCollection, ids: ReadonlySet<string>): Promise<Copy[]> => {
  const gone: Copy[] = [];
  await inChunks([...ids], {}, async (chunk) => {
    const states = [...(await statesHere(collection, chunk, true)).values()];
    gone.push(...states.filter(({ kind, _deleted }) => _deleted === true && LISTS.includes(kind)));
  });
  return gone;
};

const writeAgain = async (
  collection: RecordCollection,
  gone: readonly Copy[],
): Promise<string[]> => {
  const lists: VolymRecord[] = [];
  for (const deletion of gone) {
    const codes = await collection.find(mangoOf({ parent: deletion.id, kind: CODE })).exec();
    if (codes.length > 0) lists.push(...listAgain(deletion, codes.map(readRecord)));
  }
  const { success, error } = await collection.bulkInsert(lists);
  // Here meanwhile: another tab, or the server brought what another device wrote.
  const [failed] = error.filter(({ status }) => status !== 409);
  if (failed !== undefined) throw new Error(`the store took no list: ${failed.status}`);
  return success.map(({ id }) => id);
};

/**
 * The list again, with its question; where whoever wrote one of its codes made that such as no
 * device could read, without: its codes are found by the list.
 */
const listAgain = (deletion: Copy, codes: readonly VolymRecord[]): VolymRecord[] => {
  const { draft, question, doing } = draftAgain(deletion, codes);
  const lists = [[question], []].map((clashes) => stored({ ...draft, clashes }, undefined, doing));
  return lists.filter(isInForm).slice(0, 1);
};

/**
 * The list with nothing but what is known: what its codes say, and who deleted it and used one of
 * them last. Made of those alone, so that devices that write it at once write the same, and none of
 * them asks about the other's.
 */
const draftAgain = (
  deletion: Copy,
  codes: readonly VolymRecord[],
): { readonly draft: Draft; readonly question: Clash; readonly doing: Doing } => {
  const { id, kind, updatedBy, updatedAt } = deletion;
  const on = new Date(updatedAt).toISOString().slice(0, 10);
  const used = lastUse(codes);
  const question = clashOf(TRASHED_ON, '', [{ value: on, by: updatedBy, at: updatedAt }, used]);
  const doing: Doing = {
    today: on,
    // Who dates a code at the last moment there is must not make of its list what no device reads.
    now: Math.min(Math.max(used.at, updatedAt) + LATER, LAST_MOMENT),
    by: used.by,
    newId: () => `${id}|codes`,
  };
  const [list] = parsed({ ...deletion, ...BARE_LIST, history: [], clashes: [] });
  const made =
    isOfKind(list, 'credit-order') && isFine(list)
      ? (followCodes(list, codes, doing) ?? list)
      : list;
  const { programme, parent, data, steps = [] } = made;
  return { draft: { id, kind, programme, parent, data, steps }, question, doing };
};

/** Who did something with one of the codes last; of codes that nobody used, who put one in. */
const lastUse = (codes: readonly VolymRecord[]): Answer => {
  const used = codes.filter(hasLog);
  return (used.length > 0 ? used : codes)
    .map(({ steps, updatedBy, updatedAt }): Answer => {
      const [last] = steps.toSorted((a, b) => b.at - a.at);
      return { value: '', by: last?.by ?? updatedBy, at: last?.at ?? updatedAt };
    })
    .reduce((last, use) => (use.at > last.at ? use : last));
};
