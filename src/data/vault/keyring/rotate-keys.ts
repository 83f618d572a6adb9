import { ok, refuse, type Result } from '#core/result.ts';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import type { Doing } from '#core/record/kind.ts';
import {
  inPlaceOfOlder,
  lastChangeOf,
  withKeysOfBefore,
  withOtherKeys,
  withoutWraps,
  wrapsInUse,
} from '#workspace/rules/vault/keyring-commands.ts';
import type { Clock } from '#platform/clock.ts';
import type { Records } from '../../records/records.ts';
import { onKind } from '../../records/on-kind.ts';
import type { VaultProblem } from '../vault-problem.ts';
import { keptOrTakenBack, orRefused, whetherKept, wrapUnder } from './kept-wraps.ts';
import { keyringIn } from './keyring-in.ts';
import type { Deriving, WrapSecret } from './keyring.ts';
import { otherKeys, type RawKeys } from '../keys.ts';

/** What opens the other keys from then on; nothing else does, so both are needed. */
export type RotateUnder = {
  readonly passphrase: WrapSecret & { readonly by: 'passphrase' };
  readonly kit: WrapSecret & { readonly by: 'recovery-kit' };
  /** The passphrase stays the same: nobody is told that it was changed. */
  readonly isSamePhrase?: boolean;
};

type RotateParts = {
  readonly records: Pick<Records, 'get' | 'change' | 'doing'>;
  readonly clock: Clock;
  readonly deriving?: Deriving | undefined;
};

/**
 * Replaces the keys in `raw`, in one write: a workspace key, so that a removed device cannot read
 * what follows, and a vault key for new codes. Existing codes keep theirs, since whoever had them
 * may have opened them. Refuses with `no-keyring`, `keys-changed` if `raw` was replaced meanwhile,
 * `derive-failed`, `not-loaded`, `given-up` if the user gave up before they were stored, `not-kept`
 * if what was stored does not open: everything is as before, and `either-counts` if it could not be
 * put back.
 */
export const rotateKeys = async (
  raw: RawKeys,
  under: RotateUnder,
  { records, clock, deriving }: RotateParts,
): Promise<Result<void, VaultProblem>> => {
  const before = await keyringIn(records);
  if (before === undefined) return refuse('no-keyring');
  const { by, now: at } = records.doing();
  const made = otherKeys(raw, { by, at });
  const secrets = [under.passphrase, under.kit];
  const wraps = await wrapUnder(made.raw, secrets, clock.today(), deriving);
  if (!wraps.ok) return wraps;
  const ids = {
    vaultKey: made.vaultKey,
    workspaceKey: made.raw.workspace.id,
    before: raw.workspace.id,
  };
  const done = await records.change(
    KEYRING_ID,
    onKind('keyring', (keyring, doing) =>
      withOtherKeys(keyring, ids, withChanges(wraps.value, under, before, doing)),
    ),
  );
  if (!done.ok) return done;
  const kept = await keptOrTakenBack(
    async () => {
      const stored = await keyringIn(records);
      // Someone else's keys may be in use by now.
      return whetherKept(stored && { wraps: wrapsInUse(stored) }, wraps.value);
    },
    () =>
      records.change(
        KEYRING_ID,
        onKind('keyring', (keyring) => withKeysOfBefore(keyring, before, wraps.value)),
      ),
  );
  if (!kept.ok) return kept;
  // Only now, since this part could not be undone. The new keys are in use whatever becomes of it,
  // and only they open anything new: an old wrap restored by an older copy would be useless.
  const old = Object.keys(before.wraps);
  await orRefused('the wraps of before were not named', 'not-named', () =>
    records.change(
      KEYRING_ID,
      onKind('keyring', (keyring) => withoutWraps(keyring, old)),
    ),
  );
  return ok(undefined);
};

/**
 * The wraps with what they tell of their change; a passphrase that stayed tells what it told
 * before.
 */
const withChanges = (
  wraps: readonly Wrap[],
  { isSamePhrase }: RotateUnder,
  before: KeyringData,
  doing: Doing,
): Wrap[] =>
  wraps.map((wrap) => {
    if (wrap.by !== 'passphrase' || isSamePhrase !== true) return inPlaceOfOlder(wrap, doing);
    const changed = lastChangeOf(before, 'passphrase');
    return changed === undefined ? wrap : { ...wrap, changed };
  });
