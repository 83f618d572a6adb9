import {
  getChangedDocumentsSince,
  getLastCheckpointDoc,
  type RxStorageInstanceReplicationState,
} from 'rxdb/plugins/core';
import { isSame, type Copy } from '../merge/copy.ts';
import { baseOf } from './base-of.ts';
import type { Session } from './session.ts';
import type { WriteCheckpoint } from '../rxdb/written-since.ts';

const BASES = 'bases';

/** Records at once. */
const PAGE = 200;

/**
 * The states that waiting changes were made of, from before all was last compared again, by record.
 */
export const keptBases = async (store: Session['store']): Promise<Map<string, Copy>> =>
  new Map((await store.get<Copy[]>(BASES))?.map((copy) => [copy.id, copy]));

/**
 * Before everything is compared again, keeps the states that the waiting changes were based on:
 * RxDB forgets them along with its identifier, and without them an untouched value could win over
 * one that someone wrote.
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
