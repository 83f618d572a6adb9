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
import { keptOrTakenBack, orRefused, whetherKept, wrapUnder } from './kept-wraps.ts';
import { keyringIn } from './keyring-in.ts';
import type { Deriving, WrapSecret } from './keyring.ts';
import { otherKeys, type RawKeys } from '../keys.ts';

/** What opens the other keys from then on; nothing else does, so both are needed. */
export type RotateUnder = {
  readonly passphrase: WrapSecret & { readonly by: 'passphrase' };
  readonly kit: WrapSecret & { readonly by: 'recovery-kit' };
  /** The passphrase is the one that counted before: nobody is told that it was changed. */
  readonly isSamePhrase?: boolean;
};

type RotateParts = {
  readonly records: Pick<Records, 'get' | 'change' | 'doing'>;
  readonly clock: Clock;
  readonly deriving?: Deriving | undefined;
};

/**
 * Puts other keys in the place of `raw`, in one write: a workspace key, so that a device that was
 * shut out reads nothing of what comes, and a vault key for new codes. Codes that are there keep
 * theirs, since who had them may have opened them. Refuses with `no-keyring`, `keys-changed` when
 * others were put in place of `raw` meanwhile, `derive-failed`, `not-loaded`, `given-up` by who
 * left before they were stored, `not-kept` when what was stored does not open: all is as before,
 * and `either-counts` when it could not be put back.
 */
export const rotateKeys = async (
  raw: RawKeys,
  under: RotateUnder,
  { records, clock, deriving }: RotateParts,
): Promise<Result<void>> => {
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
  const done = await records.change<KeyringData>(KEYRING_ID, (keyring, doing) =>
    withOtherKeys(keyring, ids, toldOf(wraps.value, under, before, doing)),
  );
  if (!done.ok) return done;
  const kept = await keptOrTakenBack(
    async () => {
      const stored = await keyringIn(records);
      // Those of someone else may count meanwhile.
      return whetherKept(stored && { wraps: wrapsInUse(stored) }, wraps.value);
    },
    () =>
      records.change<KeyringData>(KEYRING_ID, (keyring) =>
        withKeysOfBefore(keyring, before, wraps.value),
      ),
  );
  if (!kept.ok) return kept;
  // Only now: what was named here could not be put back. The new keys count whatever becomes of it,
  // and to none but them anything opens: an old wrap that an older copy brought back would be of no
  // use.
  const old = Object.keys(before.wraps);
  await orRefused('the wraps of before were not named', 'not-named', () =>
    records.change<KeyringData>(KEYRING_ID, (keyring) => withoutWraps(keyring, old)),
  );
  return ok(undefined);
};

/**
 * The wraps with what they tell of their change; a passphrase that stayed tells what it told
 * before.
 */
const toldOf = (
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
