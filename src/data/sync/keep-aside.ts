import { reportBug } from '#platform/report-bug.ts';
import { saysTheSame, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import type { Session } from './session.ts';

/**
 * A page that was on its way when the server refused a change is written over it: to RxDB the refused state counts as
 * agreed. The change is put back then, with what the page brought. Returns how to stop.
 */
export const keepAside = ({ collection, aside }: Session): (() => void) => {
  const changes = collection.$.subscribe(({ documentId, documentData }) => {
    const refused = aside.get(documentId);
    if (refused === undefined) return;
    const putBack = (now: Copy): Copy => merge(refused.base, refused.mine, now);
    const now = documentData as Copy;
    // What two devices made alike becomes later with each merge: to be put back is only what it does not say yet.
    if (now._deleted === true || saysTheSame(putBack(now), now)) return;
    collection
      .findOne(documentId)
      .incrementalModify((stored: unknown) => putBack(stored as Copy) as never)
      .catch((error: unknown) => reportBug('a refused change was not put back', error));
  });
  return () => changes.unsubscribe();
};
