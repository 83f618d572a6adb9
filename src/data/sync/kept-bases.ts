import {
  getChangedDocumentsSince,
  getLastCheckpointDoc,
  type RxStorageInstanceReplicationState,
} from 'rxdb/plugins/core';
import { isSame, type Copy } from '../merge/copy.ts';
import { baseOf } from './base-of.ts';
import type { Session } from './session.ts';
import type { WriteCheckpoint } from '../rxdb/changed-since.ts';

const BASES = 'bases';

/** Records at once. */
const PAGE = 200;

/**
 * The states that waiting changes were made of, from before all was last compared again, by record.
 */
export const keptBases = async (store: Session['store']): Promise<Map<string, Copy>> =>
  new Map((await store.get<Copy[]>(BASES))?.map((copy) => [copy.id, copy]));

/**
 * Keeps, before all is compared again, what the changes that still wait were made of: RxDB forgets
 * it with its identifier, and without it a value that nobody wrote anew could win over the one that
 * was written.
 */
export const keepBases = async (
  session: Session,
  state: RxStorageInstanceReplicationState<Copy> | undefined,
): Promise<void> => {
  if (state === undefined) return;
  const kept = new Map<string, Copy>();
  let upTo = await getLastCheckpointDoc<Copy, WriteCheckpoint>(state, 'up');
  for (let more = true; more;) {
    const page = await getChangedDocumentsSince(state.input.forkInstance, PAGE, upTo);
    const copies = page.documents;
    const agreed = await session.agreed(copies.map(({ id }) => id));
    for (const copy of copies) {
      const base = baseOf(session, copy.id, agreed.get(copy.id));
      if (base !== undefined && !isSame(base, copy)) kept.set(copy.id, base);
    }
    upTo = page.checkpoint as typeof upTo;
    more = copies.length === PAGE;
  }
  session.bases = kept;
  await session.store.set(BASES, kept.size === 0 ? undefined : [...kept.values()]);
};
