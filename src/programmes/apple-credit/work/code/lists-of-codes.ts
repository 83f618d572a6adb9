import { hasLog } from '#programmes/apple-credit/rules/code/code-log.ts';
import { followCodes } from '#programmes/apple-credit/rules/code/follow-codes.ts';
import { BARE_LIST, CODE, LISTS } from '#programmes/apple-credit/rules/code/list-again.ts';
import type { Doing } from '#core/record/kind.ts';
import { LAST_MOMENT } from '#core/day/moment.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Answer, Clash, Draft, VolymRecord } from '#core/record/record.ts';
import type { RecordCollection } from '#data/records/database.ts';
import { stored } from '#data/records/envelope.ts';
import { inChunks } from '#data/records/in-chunks.ts';
import type { Copy } from '#data/merge/copy.ts';
import { clashOf } from '#data/merge/fields.ts';
import { mangoOf } from '#data/records/query.ts';
import { isFine, isInForm, parsed, readRecord } from '#data/records/read-record.ts';
import { statesHere } from '#data/sync/states-here.ts';
import { queryStorage } from '#data/rxdb/query-storage.ts';
import { isOfKind } from '#data/records/found.ts';

/**
 * How much later than the deletion and the use a list is written again (ms). If another device
 * merges the list itself with its deletion, the result is 1 ms later: two states with the same
 * moment and person would pass as one, and a question would be lost.
 */
const LATER = 1_000;

/** Makes sure that no code is without its list, from when it is opened until it is stopped. */
export type ListsOfCodes = {
  /** To be called when everything is in step. Returns what was written again. */
  mend(): Promise<string[]>;
  stop(): void;
};

/**
 * Handles a list that was deleted for good while one of its codes was used or added offline: the
 * code came back, or is new, and no screen shows a code without a list. Such a list is written
 * again with the question whether it stays. All deletions are checked once, then only those that a
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
    gone.push(...states.filter(({ kind, _deleted }) => _deleted && LISTS.includes(kind)));
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
 * The list again, with its question; without it, if the code's last write has an author that would
 * make the list unreadable: the codes are still found through the list.
 */
const listAgain = (deletion: Copy, codes: readonly VolymRecord[]): VolymRecord[] => {
  const { draft, question, doing } = draftAgain(deletion, codes);
  const lists = [[question], []].map((clashes) => stored({ ...draft, clashes }, undefined, doing));
  return lists.filter(isInForm).slice(0, 1);
};

/**
 * The list with only what is known: what its codes say, who deleted it, and who last used one of
 * them. Built from those alone, so that devices that write it at the same time write the same, and
 * raise no question about each other's.
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

/** Who last did something with one of the codes; if nobody used any, who added one. */
const lastUse = (codes: readonly VolymRecord[]): Answer => {
  const used = codes.filter(hasLog);
  return (used.length > 0 ? used : codes)
    .map(({ steps, updatedBy, updatedAt }): Answer => {
      const [last] = steps.toSorted((a, b) => b.at - a.at);
      return { value: '', by: last?.by ?? updatedBy, at: last?.at ?? updatedAt };
    })
    .reduce((last, use) => (use.at > last.at ? use : last));
};
