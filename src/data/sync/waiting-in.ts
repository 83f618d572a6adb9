import { getChangedDocumentsSince, getLastCheckpointDoc } from 'rxdb/plugins/core';
import type { RxReplicationState } from 'rxdb/plugins/replication';
import { isSame, type Copy } from '../merge/copy.ts';
import { countWrittenSince, type WriteCheckpoint } from '../rxdb/written-since.ts';
import type { PullCheckpoint } from './pull.ts';
import type { Session } from './session.ts';

/** Up to this many are compared with the agreed state; beyond it only the keys are counted. */
const MOST_COMPARED = 200;

/**
 * How many records of a device the server has not answered for yet, counted up to `most`. RxDB's
 * checkpoint may be behind what was pulled, and stays behind a change that may not be sent: agreed
 * records are not waiting. With many records this is not checked, except on a read-only device,
 * which would otherwise never see another number.
 */
export const waitingIn = async (
  session: Session,
  running: RxReplicationState<Copy, PullCheckpoint> | undefined,
  most: number,
): Promise<number> => {
  await running?.startPromise;
  const state = running?.internalReplicationState;
  if (state === undefined) return 0;
  const upTo = await getLastCheckpointDoc<Copy, WriteCheckpoint>(state, 'up');
  const written = await countWrittenSince(session.collection, most, upTo);
  if (written === 0 || (written > MOST_COMPARED && session.mayWrite())) return written;
  const { documents } = await getChangedDocumentsSince(state.input.forkInstance, most, upTo);
  const agreed = await session.agreed(documents.map(({ id }) => id));
  return documents.filter((copy) => {
    const both = agreed.get(copy.id);
    return both === undefined || !isSame(both, copy);
  }).length;
};
