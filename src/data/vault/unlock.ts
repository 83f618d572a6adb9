import { ok, type Result } from '#domain/result.ts';
import type { KeyringData } from '#domain/workspace/keyring.ts';
import { offeredKeyring } from '../sync/offered-keyring.ts';
import { restartSync } from '../sync/sync-line.ts';
import type { AttemptCount } from './attempt-count.ts';
import { countedTry } from './counted-try.ts';
import { renewDeviceKeys } from './device-keys.ts';
import type { HeldKeys } from './held-keys.ts';
import type { Derive } from './derive.ts';
import { openKeyring, type KeyringProblem } from './keyring.ts';
import type { OpenedKeys } from './keys.ts';
import type { Secret } from './secret.ts';

/** Opens a vault with what was typed; refuses as `Vault.unlock` says. */
export const unlock = async (
  secret: Secret,
  parts: Parameters<typeof countedTry>[0] & { readonly derive?: Derive | undefined },
  held: HeldKeys,
  count: AttemptCount,
): Promise<Result<void>> => {
  const { workspaceId, derive } = parts;
  const offered = await offeredKeyring(workspaceId);
  const answer = await countedTry(parts, count, (keyring) => openEither([offered, keyring], secret, derive));
  if (!answer.ok) return answer;
  // Others changed the keys; or a browser threw them away, and the records too would then come anew by sync.
  if (await renewDeviceKeys(workspaceId, answer.value)) restartSync(workspaceId);
  held.hold(answer.value);
  return ok(undefined);
};

/** The keyring that others offer holds the newer keys; the one that is here opens what is here all the same. */
const openEither = async (
  [offered, own]: readonly [KeyringData | undefined, KeyringData],
  secret: Secret,
  derive: Derive | undefined,
): Promise<Result<OpenedKeys, KeyringProblem>> => {
  const newer = offered === undefined ? undefined : await openKeyring(offered, secret, derive);
  return newer?.ok === true ? newer : openKeyring(own, secret, derive);
};
