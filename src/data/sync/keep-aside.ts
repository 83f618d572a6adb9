import { reportBug } from '#platform/report-bug.ts';
import { contentOf, isSame, saysTheSame, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import { pulledBy } from '../rxdb/note-pulled.ts';
import { takeFromAside, type Session } from './session.ts';
import { statesHere } from './states-here.ts';
import type { SetAside } from './status.ts';

/**
 * A page that was on its way when the server refused a change is written over it: to RxDB the refused state counts as
 * agreed. The change is put back then, with what the page brought. What is written here over a refused change is its writer's
 * own: nothing is put back over that. Returns how to stop.
 */
export const keepAside = (session: Session): (() => void) => {
  const changes = session.collection.$.subscribe(({ documentId, documentData }) => {
    const refused = session.aside.get(documentId);
    if (refused !== undefined) void putBack(session, documentData as Copy, refused);
  });
  return () => changes.unsubscribe();
};

/** The same for what such a page was written over when the app was closed: before anything is sent, or it would pass for agreed. */
export const putBackAtStart = async (session: Session): Promise<void> => {
  const ids = [...session.aside.keys()];
  for (let from = 0; from < ids.length; from += session.batch) {
    const here = await statesHere(session.collection, ids.slice(from, from + session.batch), true);
    for (const [id, now] of here) {
      const refused = session.aside.get(id);
      if (refused !== undefined) await putBack(session, now, refused);
    }
  }
};

const putBack = async ({ collection, pace }: Session, now: Copy, refused: SetAside<Copy>): Promise<void> => {
  if (pulledBy(now) === undefined || saysAll(now, refused)) return;
  try {
    // A deleted record is no document that could be written.
    if (now._deleted === true) await collection.incrementalUpsert(contentOf(withRefused(now, refused)));
    else
      await collection
        .findOne(refused.id)
        .incrementalModify((stored: unknown) => withRefused(stored as Copy, refused) as never);
  } catch (error) {
    if (!pace.ended.aborted) reportBug('a refused change was not put back', error);
  }
};

const withRefused = (now: Copy, { base, mine }: SetAside<Copy>): Copy => merge(base, mine, now);

/** What two devices made alike becomes later with each merge: to be put back is only what it does not say yet. */
const saysAll = (now: Copy, refused: SetAside<Copy>): boolean => saysTheSame(withRefused(now, refused), now);

/**
 * Forgets the refused changes of these records that have come to just what the server has: RxDB sends nothing of them, so that no
 * answer would tell. Returns the ids of those; what the server got of them while they stood aside was not taken over. It is kept by
 * `keepSetAside`.
 */
export const letGoOfAgreed = async (session: Session, ids: readonly string[]): Promise<string[]> => {
  const refused = ids.flatMap((id) => session.aside.get(id) ?? []);
  if (refused.length === 0) return [];
  const asked = refused.map(({ id }) => id);
  const [here, agreed] = [await statesHere(session.collection, asked, true), await session.agreed(asked)];
  const through = refused.filter((one) => {
    const [now, both] = [here.get(one.id), agreed.get(one.id)];
    if (now === undefined || both === undefined || session.aside.get(one.id) !== one) return false;
    // RxDB holds what was refused for agreed, too.
    return isSame(now, both) && !isSame(both, one.mine) && saysAll(now, one);
  });
  for (const { id } of through) takeFromAside(session, id);
  return through.map(({ id }) => id);
};
