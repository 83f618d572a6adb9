import { getChangedDocumentsSince } from 'rxdb/plugins/core';
import type { RecordCollection } from '../../records/database.ts';
import type { Standing } from '../couch/couch-answers.ts';
import { keepUnreadable, noLongerUnreadable, type Session } from '../session.ts';
import { statesHere } from '../states-here.ts';
import type { WriteCheckpoint } from '../../rxdb/written-since.ts';

/**
 * How many records only one side has: `missing` are on the server alone, `lacking` on this device
 * alone.
 */
export type OneSided = { readonly missing: number; readonly lacking: number };

/** Up to this many, ids are compared; beyond it only the numbers, and all ids once a week. */
const MOST_COMPARED = 2_000;

/**
 * Counts both sides and, on request, compares which records they have: equal numbers may hide as
 * many missing as extra records. Documents that cannot be opened, or that the server refused, may
 * be on one side only and are reported separately.
 */
export const oneSided = async (session: Session, closely: boolean): Promise<OneSided> => {
  const { client, collection, unreadable, aside } = session;
  const standing = await client.standing([...new Set([...unreadable, ...aside.keys()])]);
  await forgetGone(session, standing);
  // Nobody knows which of so many are also here: numbers no longer show what both sides have.
  if (session.unreadableBeyond > 0) return { missing: 0, lacking: 0 };
  const apart = [...standing.keys()].filter((id) => unreadable.has(id) || aside.has(id));
  const [all, here] = [await client.count(), await collection.count().exec()];
  if (closely && Math.max(all, here) <= MOST_COMPARED) return byIds(session, new Set(apart));
  const there = all - apart.filter((id) => standing.get(id) === 'live').length;
  const more = here - (await countHere(collection, apart)) - there;
  if (more <= 0) return { missing: Math.abs(more), lacking: 0 };
  // Records that arrived during the count are on the server by now.
  return { missing: 0, lacking: Math.max(0, more - ((await client.count()) - all)) };
};

/** How many of these records are here. */
export const countHere = async (
  collection: RecordCollection,
  ids: readonly string[],
): Promise<number> => (await statesHere(collection, ids, false)).size;

/**
 * Forgets unopenable documents that are gone from the server. A tombstone stays: a stranger may
 * have written it for a record that is here.
 */
const forgetGone = async (
  session: Session,
  standing: ReadonlyMap<string, Standing>,
): Promise<void> => {
  const idsThat = (wanted: Standing): string[] =>
    [...standing]
      .filter(([id, state]) => state === wanted && session.unreadable.has(id))
      .map(([id]) => id);
  const deleted = idsThat('deleted');
  const here = await statesHere(session.collection, deleted, false);
  for (const id of [...idsThat('none'), ...deleted.filter((id) => !here.has(id))])
    noLongerUnreadable(session, id);
  await keepUnreadable(session);
};

/** Records that are read at once. */
const PAGE = 200;

const allIdsHere = async ({ storageInstance }: RecordCollection): Promise<Set<string>> => {
  const ids = new Set<string>();
  for (let after: WriteCheckpoint | undefined; ;) {
    const { documents, checkpoint } = await getChangedDocumentsSince(storageInstance, PAGE, after);
    for (const { id, _deleted } of documents) {
      if (_deleted) ids.delete(id);
      else ids.add(id);
    }
    if (documents.length < PAGE) return ids;
    after = checkpoint;
  }
};

const byIds = async (
  { client, collection }: Session,
  apart: ReadonlySet<string>,
): Promise<OneSided> => {
  const there = new Set(await client.ids(MOST_COMPARED));
  const here = await allIdsHere(collection);
  const without = (ids: Set<string>, others: Set<string>): string[] =>
    [...ids].filter((id) => !others.has(id) && !apart.has(id));
  const [missing, lacking] = [without(there, here), without(here, there)];
  // Records that came or went during the comparison are no difference.
  const now = await client.standing([...missing, ...lacking]);
  return {
    missing: missing.filter((id) => now.get(id) === 'live').length,
    lacking: lacking.filter((id) => now.get(id) !== 'live').length,
  };
};
