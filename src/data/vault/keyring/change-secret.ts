import { ok, refuse, type Result } from '#core/result.ts';
import { KEYRING_ID, type Wrap } from '#workspace/rules/vault/keyring.ts';
import {
  inPlaceOfOlder,
  isKeyInUse,
  withoutWraps,
  withWrap,
} from '#workspace/rules/vault/keyring-commands.ts';
import type { VaultProblem } from '../vault-problem.ts';
import { keyringTrouble } from '#workspace/rules/vault/keyring-trouble.ts';
import type { Clock } from '#platform/clock.ts';
import type { Records } from '../../records/records.ts';
import { onKind } from '../../records/on-kind.ts';
import type { Settings } from '../../device/settings.ts';
import { openAttemptCount, type AttemptCount } from '../lock/attempt-count.ts';
import { countedTry } from '../lock/counted-try.ts';
import { noteAtDoor, passDoor, type DoorRecords } from '../lock/door.ts';
import { derivingFor, type KeyWaiter } from '../derive/derive.ts';
import { keptOrTakenBack, orRefused, whetherKept, wrapUnder } from './kept-wraps.ts';
import { keyringIn } from './keyring-in.ts';
import { derivationFor, type Deriving, type WrapSecret } from './keyring.ts';
import { keyringHere } from './keyring-here.ts';
import {
  insideOf,
  keepLastOpened,
  keepStrangers,
  lastOpenedOf,
  withStrangers,
} from '../last-opened.ts';
import { openKnown } from './open-known.ts';
import { inPlaceOf, type RawKeys } from '../keys.ts';
import { rotateKeys, type RotateUnder } from './rotate-keys.ts';
import { readingsOf, type Secret } from '../seal/secret.ts';
import type { UnwrappedKeys } from './try-wraps.ts';
import type { Vault } from '../vault.ts';

/** What a secret is changed with. */
export type ChangeParts = {
  readonly workspaceId: string;
  readonly records: DoorRecords & Pick<Records, 'doing'>;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly deriving?: Deriving;
};

/**
 * Someone who changes what opens the vault; the raw keys are held from `unlock` to `forget`, and
 * nowhere else.
 */
export type ChangingSecret = Pick<Vault, 'unlock' | 'attempts'> & {
  /**
   * Wraps the keys under another secret, opens that wrap once, checks that it was stored, and only
   * then removes the earlier ones of the same kind. Refuses with `locked` before `unlock`,
   * `keyring-trouble` where the synced keyring has to be put back first, `no-keyring`,
   * `derive-failed`, `not-loaded`, `may-not-open` as the vault does, `given-up` if the user gave up
   * before it was stored, `not-kept` when the stored wrap does not open: the old secret stays
   * valid, `keys-changed` when someone changed the keys since `unlock`, and `either-counts` when
   * the new one opens, but the old one could not be removed.
   */
  replace(next: WrapSecret, waiter?: KeyWaiter): Promise<Result<void, VaultProblem>>;
  /**
   * Replaces the keys (`rotateKeys`), under the kit and the given passphrase, or the secret that
   * proved who asks, which is then returned. Refuses with `locked` and as `rotateKeys` does.
   */
  rotate(
    kit: RotateUnder['kit'],
    passphrase?: string,
    waiter?: KeyWaiter,
  ): Promise<Result<Secret, VaultProblem>>;
  forget(): void;
};

type Proved = { readonly raw: RawKeys; readonly secret: Secret };

/**
 * Asks for what opens the vault now (by `unlock`, with the usual waits), to put something else in
 * its place.
 */
export const changeSecret = (parts: ChangeParts): ChangingSecret => {
  const { workspaceId, settings, clock, deriving } = parts;
  /** Proved, and not decided against since. */
  const asked = async <T>(
    work: (by: Proved) => Promise<Result<T, VaultProblem>>,
  ): Promise<Result<T, VaultProblem>> => {
    const passed = await passDoor(parts);
    if (!passed.ok) return passed;
    return proved === undefined ? refuse('locked') : work(proved);
  };
  const count = openAttemptCount(workspaceId, settings, clock);
  let proved: Proved | undefined;
  return {
    attempts: count.seen,
    unlock: async (secret: Secret, waiter) => {
      const passed = await passDoor(parts);
      if (!passed.ok) return passed;
      proved = undefined;
      const opened = await openToChange(secret, parts, { count, waiter });
      if (!opened.ok) return opened;
      proved = { raw: opened.value.raw, secret };
      await noteAtDoor(parts, opened.value.wrap);
      return ok(undefined);
    },
    replace: (next, waiter) =>
      asked((by) => replaceBy(next, by, { ...parts, deriving: derivationFor(waiter, deriving) })),
    rotate: (kit, passphrase, waiter) =>
      asked(async ({ raw, secret }) => {
        // As others type it: every reading of theirs holds this one.
        const kept = secret.by === 'passphrase' ? readingsOf(secret)[0] : undefined;
        const text = passphrase ?? kept;
        if (text === undefined) return refuse('locked');
        const by = 'passphrase';
        const done = await rotateKeys(
          raw,
          { passphrase: { by, text, number: 0 }, kit, isSamePhrase: text === kept },
          { ...parts, deriving: derivationFor(waiter, deriving) },
        );
        return done.ok ? ok({ by, text }) : done;
      }),
    forget: () => void (proved = undefined),
  };
};

/**
 * Opens the keyring to replace something in it. Refuses as the vault does, and
 * with `keyring-trouble`.
 */
const openToChange = async (
  secret: Secret,
  { workspaceId, records, deriving }: ChangeParts,
  { count, waiter }: { readonly count: AttemptCount; readonly waiter: KeyWaiter | undefined },
): Promise<Result<UnwrappedKeys, VaultProblem>> => {
  const last = await lastOpenedOf(workspaceId);
  const here = keyringHere({ keyring: () => keyringIn(records) }, last);
  const derive = derivingFor(waiter, deriving?.derive);
  const open = () =>
    openKnown(here.synced, secret, { last, derive, onwrap: waiter?.onwrap, isAll: waiter?.isAll });
  const opened = await countedTry({ workspaceId, keyring: here.read }, count, open, waiter?.signal);
  if (!opened.ok) return opened;
  const { raw, wrap, keyring, isKept, strangers } = opened.value;
  await keepStrangers(workspaceId, strangers);
  // A keyring that opens nothing is not changed: first the working one must be put back.
  if (isKept || keyringTrouble(keyring, withStrangers(last, strangers)) !== undefined)
    return refuse('keyring-trouble');
  await keepLastOpened(workspaceId, keyring, insideOf(raw, wrap));
  return opened;
};

/**
 * What a new wrap says about the wraps that it replaces: those that opened here, and those that
 * were removed before.
 */
const takenOffWith = async (
  old: readonly string[],
  { workspaceId }: ChangeParts,
): Promise<string[]> => {
  const { keyring, gone } = (await lastOpenedOf(workspaceId)) ?? {};
  return [
    ...Object.keys(gone ?? {}),
    ...old.filter((id) => Object.hasOwn(keyring?.wraps ?? {}, id)),
  ];
};

const replaceBy = async (
  next: WrapSecret,
  { raw, secret }: Proved,
  parts: ChangeParts,
): Promise<Result<void, VaultProblem>> => {
  const { records, clock, deriving } = parts;
  const before = await keyringIn(records);
  if (before === undefined) return refuse('no-keyring');
  const old = Object.values(before.wraps).flatMap(({ id, by }) => (by === next.by ? [id] : []));
  const inside = inPlaceOf(raw, await takenOffWith(old, parts));
  const wrapped = await wrapUnder(inside, [next], clock.today(), deriving);
  if (!wrapped.ok) return wrapped;
  const wrap = wrapped.value[0] as Wrap;
  const added = await records.change(
    KEYRING_ID,
    onKind('keyring', (keyring, doing) => withWrap(keyring, inPlaceOfOlder(wrap, doing))),
  );
  if (!added.ok) return added;
  const kept = await keptOrTakenBack(
    async () => {
      return whetherKept(await keyringIn(records), [wrap]);
    },
    () =>
      records.change(
        KEYRING_ID,
        onKind('keyring', (keyring) => withoutWraps(keyring, [wrap.id])),
      ),
  );
  if (!kept.ok) return kept;
  const alone = await orRefused('the old secret was not taken away', 'either-counts', async () => {
    // A kit goes into a safe; someone who got hold of one knows the next as well.
    if (next.by === 'passphrase' || secret.by === next.by) await noteAtDoor(parts, wrap.id);
    return records.change(
      KEYRING_ID,
      onKind('keyring', (keyring) => withoutWraps(keyring, old)),
    );
  });
  if (!alone.ok) return refuse('either-counts');
  // Seen last: what someone else changed may have come at any moment before.
  if (!isKeyInUse(alone.value.data, wrap.workspaceKey)) return refuse('keys-changed');
  await keepLastOpened(parts.workspaceId, alone.value.data, insideOf(inside, wrap.id));
  return ok(undefined);
};
