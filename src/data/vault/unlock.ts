import { ok, type Result } from '#domain/result.ts';
import type { AttemptCount } from './attempt-count.ts';
import { countedTry } from './counted-try.ts';
import { deviceKeysOf, keepDeviceKeys } from './device-keys.ts';
import type { HeldKeys } from './held-keys.ts';
import type { Derive } from './derive.ts';
import { openKeyring } from './keyring.ts';
import type { Secret } from './secret.ts';

/** Opens a vault with what was typed; refuses as `Vault.unlock` says. */
export const unlock = async (
  secret: Secret,
  parts: Parameters<typeof countedTry>[0] & { readonly derive?: Derive | undefined },
  held: HeldKeys,
  count: AttemptCount,
): Promise<Result<void>> => {
  const { workspaceId, derive } = parts;
  const answer = await countedTry(parts, count, (keyring) => openKeyring(keyring, secret, derive));
  if (!answer.ok) return answer;
  // A browser may have thrown them away; the records too would then come anew by sync.
  if ((await deviceKeysOf(workspaceId)) === undefined) await keepDeviceKeys(workspaceId, answer.value);
  held.hold(answer.value);
  return ok(undefined);
};
