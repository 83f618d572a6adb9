import { ok, refuse, type Result } from '#domain/result.ts';
import { KEYRING_ID, type KeyringData, type Wrap } from '#domain/workspace/keyring.ts';
import { withOtherKeys } from '#domain/workspace/keyring-commands.ts';
import type { Clock } from '#platform/clock.ts';
import type { Records } from '../records.ts';
import { DeriveFailed } from './derive.ts';
import { rawKeysOf, wrapKeys, type Deriving, type WrapSecret } from './keyring.ts';
import { otherKeys, type RawKeys } from './keys.ts';

/** What opens the other keys from then on; nothing else does, so both are needed. */
export type RotateUnder = {
  readonly passphrase: WrapSecret & { readonly by: 'passphrase' };
  readonly kit: WrapSecret & { readonly by: 'recovery-kit' };
};

type RotateParts = {
  readonly records: Pick<Records, 'get' | 'change'>;
  readonly clock: Clock;
  readonly deriving?: Deriving | undefined;
};

/**
 * Puts other keys in the place of `raw`, in one write: a workspace key, so that a device that was shut out reads nothing of
 * what comes, and a vault key for new codes. Codes that are there keep theirs, since who had them may have opened them. Refuses
 * with `no-keyring`, `derive-failed`, `not-loaded`, and `not-kept` when what was stored does not open: all is as before.
 */
export const rotateKeys = async (
  raw: RawKeys,
  under: RotateUnder,
  { records, clock, deriving }: RotateParts,
): Promise<Result<void>> => {
  const before = (await records.get(KEYRING_ID))?.data as KeyringData | undefined;
  if (before === undefined) return refuse('no-keyring');
  const made = otherKeys(raw);
  const secrets = [under.passphrase, under.kit];
  const wraps: Wrap[] = [];
  try {
    // One after the other: each takes 64 MiB, and phones have little.
    for (const secret of secrets) wraps.push(await wrapKeys(made.raw, secret, clock.today(), deriving));
  } catch (error) {
    if (error instanceof DeriveFailed) return refuse(error.code);
    throw error;
  }
  const ids = { vaultKey: made.vaultKey, workspaceKey: made.raw.workspace.id };
  const done = await records.change<KeyringData>(KEYRING_ID, (keyring) => withOtherKeys(keyring, ids, wraps));
  if (!done.ok) return done;
  const stored = (await records.get(KEYRING_ID))?.data as KeyringData | undefined;
  for (const secret of secrets) {
    const opened = stored && (await rawKeysOf(stored, secret, deriving?.derive));
    if (opened?.ok === true && JSON.stringify(opened.value) === JSON.stringify(made.raw)) continue;
    await records.change<KeyringData>(KEYRING_ID, (keyring) => ({ ok: true, value: { ...keyring, data: before } }));
    return refuse(opened?.ok === false && opened.problem.code === 'not-loaded' ? 'not-loaded' : 'not-kept');
  }
  return ok(undefined);
};
