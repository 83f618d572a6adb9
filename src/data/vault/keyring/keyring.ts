import type { Day } from '#core/day/day.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { newId, randomBytes } from '#platform/ids.ts';
import { DERIVATION, type Derivation } from '../derive/derivation.ts';
import { toBase64 } from '../seal/base64.ts';
import { DeriveFailed, refusedBy } from '../derive/derive-failed.ts';
import { deriveInWorker, derivingFor, type Derive, type KeyWaiter } from '../derive/derive.ts';
import { keysInUse } from '../keys-in-use.ts';
import { makeKeys, readyKeys, type OpenedKeys, type RawKeys } from '../keys.ts';
import { encrypt } from '../seal/sealed-box.ts';
import type { Secret } from '../seal/secret.ts';
import {
  isVouchedHere,
  tryWraps,
  type KnownWraps,
  type TriedWraps,
  type UnwrappedKeys,
} from './try-wraps.ts';
import { isVouched, vouchFor } from './vouched-wraps.ts';

/**
 * What a new keyring is made of. `passphrase` and `kit` are in their kept form (`phraseToKeep`,
 * words with spaces).
 */
export type NewKeyring = {
  readonly passphrase: string;
  readonly kitWords: readonly string[];
  readonly kitNumber: number;
  readonly kitMark?: string;
  readonly today: Day;
  /** Who makes it, and when (ms). */
  readonly by?: string;
  readonly at?: number;
};

/** How keys are derived: the cost of new wraps, and where it is done. */
export type Deriving = { readonly derive: Derive; readonly derivation: Derivation };

const usual: Deriving = { derive: deriveInWorker, derivation: DERIVATION };

/** The same, with its progress shown to the one who waits. */
export const derivationFor = (
  waiter: KeyWaiter | undefined,
  deriving: Deriving = usual,
): Deriving => ({
  derive: derivingFor(waiter, deriving.derive),
  derivation: deriving.derivation,
});

/**
 * Makes all keys of a workspace and wraps them under the passphrase and under the kit. Throws
 * `DeriveFailed`.
 */
export const createKeyring = async (
  made: NewKeyring,
  deriving: Deriving = usual,
): Promise<{ readonly keyring: Draft<KeyringData>; readonly opened: OpenedKeys }> => {
  const { raw, vaultKey } = makeKeys({ by: made.by ?? '', at: made.at ?? 0 });
  const mark = made.kitMark === undefined ? {} : { mark: made.kitMark };
  const kit = {
    by: 'recovery-kit',
    text: made.kitWords.join(' '),
    number: made.kitNumber,
    ...mark,
  } as const;
  // One after the other: each takes 64 MiB, and phones have little.
  const byPhrase = await wrapKeys(
    raw,
    { by: 'passphrase', text: made.passphrase, number: 0 },
    made.today,
    deriving,
  );
  const byKit = await wrapKeys(raw, kit, made.today, deriving);
  const opened = await readyKeys(raw, byPhrase.id);
  return { keyring: newKeyring(vaultKey, [byPhrase, byKit]), opened };
};

/** Why a keyring stays shut. */
export type KeyringProblem = Problem<
  | 'wrong-passphrase'
  | 'wrong-kit'
  | 'keys-changed'
  | 'no-keyring'
  | 'too-many-wraps'
  | DeriveFailed['code']
>;

/** Opens the keyring with what was typed; refuses as `rawKeysOf` does. */
export const openKeyring = async (
  keyring: KeyringData,
  secret: Secret,
  derive: Derive = deriveInWorker,
  known: KnownWraps = {},
): Promise<Result<OpenedKeys, KeyringProblem>> => {
  const raw = await rawKeysOf(keyring, secret, derive, known);
  return raw.ok ? ok(await readyKeys(raw.value.raw, raw.value.wrap)) : raw;
};

/**
 * The raw keys, to be wrapped again. Only the inside of the wraps decides which keys are in use: of
 * those that open, the keys changed last count. Refuses with `wrong-passphrase` / `wrong-kit` when
 * no wrap opens (a wrap that was tampered with looks the same), `too-many-wraps` (params: untried)
 * when none of those tried opens and others are left, `keys-changed` when a wrap that stays shut
 * holds newer keys, `no-keyring` when there is no wrap of that kind, `derive-failed` and
 * `not-loaded` when the device could not compute what might have opened.
 */
export const rawKeysOf = async (
  keyring: Pick<KeyringData, 'wraps' | 'workspaceKey' | 'wrapsTakenOff'>,
  secret: Secret,
  derive: Derive = deriveInWorker,
  known: KnownWraps = {},
): Promise<Result<UnwrappedKeys, KeyringProblem>> => {
  const { by } = secret;
  if (Object.values(keyring.wraps).every((wrap) => wrap.by !== by)) return refuse('no-keyring');
  try {
    const tried = await tryWraps(keyring, secret, { ...known, derive });
    const newest = newestOf(tried.opened, keyring.workspaceKey);
    if (newest !== undefined)
      return (await holdsOther(newest, keyring, tried)) ? refuse('keys-changed') : ok(newest);
    const [failed] = tried.failed;
    // A stranger's wrap that is too costly for the device is not reported: otherwise anyone who
    // adds one could stop wrong answers from being counted.
    if (failed !== undefined && (tried.shut.length === 0 || failed.isKnown))
      return refusedBy(failed.error);
    if (tried.untried > 0) return refuse('too-many-wraps', undefined, { untried: tried.untried });
    return refuse(by === 'passphrase' ? 'wrong-passphrase' : 'wrong-kit');
  } catch (error) {
    if (error instanceof DeriveFailed) return refusedBy(error);
    throw error;
  }
};

/**
 * The keys that were changed last. If two devices changed them at the same time, those that the
 * keyring names, so that all devices agree; what either of them sealed can be opened.
 */
const newestOf = (
  opened: readonly UnwrappedKeys[],
  named: string | undefined,
): UnwrappedKeys | undefined => {
  const [newest] = [...opened].sort((a, b) => {
    const [x, y] = [keysInUse(a.raw), keysInUse(b.raw)];
    const isNamed = ({ raw }: UnwrappedKeys): number => (raw.workspace.id === named ? 1 : 0);
    const byId = a.raw.workspace.id < b.raw.workspace.id ? 1 : -1;
    return y.generation - x.generation || isNamed(b) - isNamed(a) || y.at - x.at || byId;
  });
  if (newest === undefined) return undefined;
  const others = opened.filter((keys) => keys !== newest).map(({ raw }) => raw.vault);
  const vault = Object.assign({}, ...others, newest.raw.vault) as RawKeys['vault'];
  // Stated explicitly, since the keys listed after the others' may not be its own.
  return { ...newest, raw: { ...newest.raw, vault, inUse: keysInUse(newest.raw) } };
};

/**
 * Whether someone changed the keys since: the keyring names others, and a wrap that this secret
 * does not open holds them. A member can write any name there, and a wrap that claims it; it counts
 * where someone vouches who had opened the keyring, or where older versions made all.
 */
const holdsOther = async (
  { raw, wrap }: UnwrappedKeys,
  { workspaceKey: named, wraps }: Pick<KeyringData, 'wraps' | 'workspaceKey'>,
  { shut, failed, settled }: TriedWraps,
): Promise<boolean> => {
  if (named === undefined || named === raw.workspace.id) return false;
  const isOld = settled === undefined && !(await isVouchedHere(raw, wraps, wrap));
  for (const other of [...shut, ...failed.map((failure) => failure.wrap)]) {
    if ((other.workspaceKey ?? named) !== named) continue;
    if ((isOld && other.vouched === undefined) || (await isVouched(raw, other))) return true;
  }
  return false;
};

/**
 * What keys are wrapped under, in its kept form; a kit has a number, and the mark that is printed
 * on it.
 */
export type WrapSecret = Secret & { readonly number: number; readonly mark?: string };

/** Wraps raw keys under a secret. Throws `DeriveFailed`. */
export const wrapKeys = async (
  raw: RawKeys,
  under: WrapSecret,
  today: Day,
  { derive, derivation }: Deriving = usual,
): Promise<Wrap> => {
  const id = newId();
  const salt = randomBytes(16);
  const key = await derive(under.text, salt, derivation);
  const box = await encrypt(key, JSON.stringify(raw), [id, under.by]);
  const { by, number, mark } = under;
  const known = {
    id,
    by,
    number,
    ...(mark === undefined ? {} : { mark }),
    workspaceKey: raw.workspace.id,
  };
  const wrap = {
    ...known,
    madeOn: today,
    derivation,
    salt: toBase64(salt),
    iv: box.iv,
    keys: box.text,
  };
  return { ...wrap, vouched: await vouchFor(raw, wrap) };
};
