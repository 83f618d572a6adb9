import { accountsEditionOf } from '#programmes/apple-licences/rules/editions.ts';
import { endSync, type SyncEnd } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import type { ContentTokenData } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { TokenResult } from '#programmes/apple-licences/rules/token/token-problem.ts';
import type { Draft } from '#core/record/record.ts';
import { refuse, type Problem } from '#core/result.ts';
import { reportBug } from '#platform/report-bug.ts';
import { NotWritten } from '#data/import/apply.ts';
import type { ImportParts } from '#data/import/trial.ts';
import { VaultLocked } from '#data/vault/held-keys.ts';
import { workspaceIn } from '#data/workspace/workspace-in.ts';
import type { AppleClient } from '../api/client.ts';
import { endedBy } from '../api/ended-by.ts';
import { endOfProblem, endOfSync } from './end-of-sync.ts';
import { roundStoreOf } from './round.ts';
import { syncLocation, type LocationSynced, type SyncProgress } from './sync-location.ts';
import { WorkspaceLeft } from './turned-away.ts';
import { onKind } from '#data/records/on-kind.ts';

/** What a sync of a token needs. */
export type TokenSyncing = ImportParts & {
  readonly workspaceId: string;
  readonly client: AppleClient;
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: SyncProgress) => void) | undefined;
};

/**
 * Syncs one token and writes on it how that ended; undefined when the token is gone. Never rejects
 * for what can be told.
 */
export const syncToken = async (
  syncing: TokenSyncing,
  id: string,
): Promise<SyncEnd | undefined> => {
  const { records, workspaceId } = syncing;
  const tokens = await records.find({
    kind: 'content-token',
    isReadable: true,
  });
  const token = tokens.find((record) => record.id === id);
  if (token === undefined) return undefined;
  const now = (): number => records.doing().now;
  const workspace = await workspaceIn(records);
  const edition = accountsEditionOf(workspace?.data.accountsEdition);
  const sync = {
    ...syncing,
    token,
    others: tokens,
    round: roundStoreOf(workspaceId, id),
    edition,
    now,
  };
  const { facts, end } = await synced(sync);
  // Nobody stopped it who left: it is as due as before.
  const isLeft = syncing.signal.reason instanceof WorkspaceLeft;
  if (!end.ok && (isLeft || UNSAID.includes(end.code))) return end;
  const { fingerprint } = fileOf(token);
  await records.change(
    id,
    onKind(
      'content-token',
      (newest, doing): TokenResult<Draft<ContentTokenData>, Problem<'renewed-meanwhile'>> =>
        // Renewed meanwhile: what was said of the old file says nothing of the new one.
        fileOf(newest).fingerprint === fingerprint
          ? endSync(newest, facts, end, doing)
          : refuse('renewed-meanwhile'),
    ),
  );
  return end;
};

/**
 * Ends that are this device's alone: another one syncs, and tells how that ended; or the lock
 * closed, and it goes on once it is open.
 */
const UNSAID = ['relay-other-device', 'vault-locked'];

const synced = async (
  sync: Parameters<typeof syncLocation>[0],
): Promise<{ readonly facts?: LocationSynced['facts']; readonly end: SyncEnd }> => {
  try {
    const done = await syncLocation(sync);
    return { facts: done.facts, end: endOfSync(done, sync.now()) };
  } catch (error) {
    if (sync.signal.aborted)
      return { end: endOfSync({ end: { ok: false, why: endedBy(sync.signal) } }, sync.now()) };
    if (error instanceof VaultLocked) return { end: endOfProblem({ code: 'vault-locked' }, true) };
    if (!(error instanceof NotWritten)) reportBug('a sync with Apple was cut off', error);
    return { end: endOfProblem({ code: 'not-written' }, true) };
  }
};
