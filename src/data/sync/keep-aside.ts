import { reportBug } from '#platform/report-bug.ts';
import { isSame, saysTheSame, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import { keepSetAside, takeFromAside, type Session } from './session.ts';
import { statesHere } from './states-here.ts';
import type { SetAside } from './status.ts';

/**
 * A page that was on its way when the server refused a change is written over it: to RxDB the refused state counts as
 * agreed. The change is put back then, with what the page brought. Returns how to stop.
 */
export const keepAside = ({ collection, aside }: Session): (() => void) => {
  const changes = collection.$.subscribe(({ documentId, documentData }) => {
    const refused = aside.get(documentId);
    if (refused === undefined) return;
    const now = documentData as Copy;
    if (now._deleted === true || saysAll(now, refused)) return;
    collection
      .findOne(documentId)
      .incrementalModify((stored: unknown) => withRefused(stored as Copy, refused) as never)
      .catch((error: unknown) => reportBug('a refused change was not put back', error));
  });
  return () => changes.unsubscribe();
};

const withRefused = (now: Copy, { base, mine }: SetAside<Copy>): Copy => merge(base, mine, now);

/** What two devices made alike becomes later with each merge: to be put back is only what it does not say yet. */
const saysAll = (now: Copy, refused: SetAside<Copy>): boolean => saysTheSame(withRefused(now, refused), now);

/**
 * Forgets the refused changes of these records that have come to just what the server has: RxDB sends nothing of them, so that no
 * answer would tell. Returns the ids of those; what the server got of them while they stood aside was not taken over.
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
  await keepSetAside(session);
  return through.map(({ id }) => id);
};
