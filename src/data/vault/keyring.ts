import * as s from 'valibot';
import { fieldsOf, mapOf, number } from '#domain/shape.ts';
import type { Day } from '#domain/day.ts';
import type { Draft } from '#domain/record.ts';
import { ok, refuse, type Problem, type Result } from '#domain/result.ts';
import { newKeyring } from '#domain/workspace/keyring-commands.ts';
import type { KeyringData, Wrap } from '#domain/workspace/keyring.ts';
import { wrapsToTry } from '#domain/workspace/wraps-to-try.ts';
import { newId, randomBytes } from '#platform/ids.ts';
import { DERIVATION, type Derivation } from './derivation.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { DeriveFailed, refusedBy } from './derive-failed.ts';
import { deriveInWorker, toldTo, type Derive, type KeyWaiter } from './derive.ts';
import { keysInUse } from './keys-in-use.ts';
import { makeKeys, readyKeys, type OpenedKeys, type RawKeys } from './keys.ts';
import { decrypt, encrypt } from './sealed-box.ts';
import { readingsOf, type Secret } from './secret.ts';

/** What a new keyring is made of. `passphrase` and `kit` are in their kept form (`phraseToKeep`, words with spaces). */
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

/** The same, told to whoever waits. */
export const derivingToldTo = (waiter: KeyWaiter | undefined, deriving: Deriving = usual): Deriving => ({
  derive: toldTo(waiter, deriving.derive),
  derivation: deriving.derivation,
});

/** Makes all keys of a workspace and wraps them under the passphrase and under the kit. Throws `DeriveFailed`. */
export const createKeyring = async (
  made: NewKeyring,
  deriving: Deriving = usual,
): Promise<{ readonly keyring: Draft<KeyringData>; readonly opened: OpenedKeys }> => {
  const { raw, vaultKey } = makeKeys({ by: made.by ?? '', at: made.at ?? 0 });
  const mark = made.kitMark === undefined ? {} : { mark: made.kitMark };
  const kit = { by: 'recovery-kit', text: made.kitWords.join(' '), number: made.kitNumber, ...mark } as const;
  // One after the other: each takes 64 MiB, and phones have little.
  const byPhrase = await wrapKeys(raw, { by: 'passphrase', text: made.passphrase, number: 0 }, made.today, deriving);
  const byKit = await wrapKeys(raw, kit, made.today, deriving);
  const opened = await readyKeys(raw, byPhrase.id);
  return { keyring: newKeyring(vaultKey, [byPhrase, byKit]), opened };
};

/** Why a keyring stays shut. */
export type KeyringProblem = Problem<
  'wrong-passphrase' | 'wrong-kit' | 'keys-changed' | 'no-keyring' | 'too-many-wraps' | DeriveFailed['code']
>;

/** Opens the keyring with what was typed; refuses as `rawKeysOf` does. */
export const openKeyring = async (
  keyring: KeyringData,
  secret: Secret,
  derive: Derive = deriveInWorker,
): Promise<Result<OpenedKeys, KeyringProblem>> => {
  const raw = await rawKeysOf(keyring, secret, derive);
  return raw.ok ? ok(await readyKeys(raw.value.raw, raw.value.wrap)) : raw;
};

/** Raw keys, and the id of the wrap that they lay in. */
export type UnwrappedKeys = { readonly raw: RawKeys; readonly wrap: string };

/** What is known of a keyring's wraps, and who is told which of how many is tried. */
export type KnownWraps = NonNullable<Parameters<typeof wrapsToTry>[2]> & {
  readonly ontry?: KeyWaiter['onwrap'];
};

/**
 * The raw keys, to be wrapped anew. What is in use is told by what lies inside the wraps alone: of those that open, the keys
 * that were changed last count. Refuses with `wrong-passphrase` / `wrong-kit` when no wrap opens (a wrap that was
 * tampered with looks the same), `too-many-wraps` (params: untried) when none that was tried opens and others are left, `keys-changed` when
 * a wrap that stays shut says that it holds newer keys, `no-keyring` when there is no wrap of that kind, `derive-failed` and `not-loaded`
 * when the device could not compute.
 */
export const rawKeysOf = async (
  keyring: Pick<KeyringData, 'wraps' | 'workspaceKey'>,
  secret: Secret,
  derive: Derive = deriveInWorker,
  known: KnownWraps = {},
): Promise<Result<UnwrappedKeys, KeyringProblem>> => {
  const { by } = secret;
  if (Object.values(keyring.wraps).every((wrap) => wrap.by !== by)) return refuse('no-keyring');
  const { wraps, untried } = wrapsToTry(keyring, by, known);
  const opened: UnwrappedKeys[] = [];
  const shut: Wrap[] = [];
  try {
    for (const [at, wrap] of wraps.entries()) {
      known.ontry?.(at + 1, wraps.length);
      const raw = await unwrapKeys(wrap, secret, derive);
      if (raw === undefined) shut.push(wrap);
      else opened.push({ raw, wrap: wrap.id });
    }
  } catch (error) {
    if (error instanceof DeriveFailed) return refusedBy(error);
    throw error;
  }
  const newest = newestOf(opened, keyring.workspaceKey);
  if (newest !== undefined) return holdsOther(newest, keyring, shut) ? refuse('keys-changed') : ok(newest);
  if (untried > 0) return refuse('too-many-wraps', undefined, { untried });
  return refuse(by === 'passphrase' ? 'wrong-passphrase' : 'wrong-kit');
};

/**
 * The keys that were changed last. Where two devices changed them at the same time, those that the keyring names, so that all devices
 * agree; what either of them sealed opens.
 */
const newestOf = (opened: readonly UnwrappedKeys[], named: string | undefined): UnwrappedKeys | undefined => {
  const [newest] = [...opened].sort((a, b) => {
    const [x, y] = [keysInUse(a.raw), keysInUse(b.raw)];
    const isNamed = ({ raw }: UnwrappedKeys): number => (raw.workspace.id === named ? 1 : 0);
    const byId = a.raw.workspace.id < b.raw.workspace.id ? 1 : -1;
    return y.generation - x.generation || isNamed(b) - isNamed(a) || y.at - x.at || byId;
  });
  if (newest === undefined) return undefined;
  const others = opened.filter((one) => one !== newest).map(({ raw }) => raw.vault);
  const vault = Object.assign({}, ...others, newest.raw.vault) as RawKeys['vault'];
  // Said, since what lies behind the others' keys may be none of its own.
  return { ...newest, raw: { ...newest.raw, vault, inUse: keysInUse(newest.raw) } };
};

/**
 * Whether somebody changed the keys since: the keyring names others, and a wrap that this secret does not open may hold them. What
 * no wrap says that it holds is a name that somebody wrote there.
 */
const holdsOther = (
  { raw }: UnwrappedKeys,
  { workspaceKey: named }: Pick<KeyringData, 'workspaceKey'>,
  shut: readonly Wrap[],
): boolean =>
  named !== undefined && named !== raw.workspace.id && shut.some(({ workspaceKey = named }) => workspaceKey === named);

/** What keys are wrapped under, in its kept form; a kit has a number, and the mark that is printed on it. */
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
  const known = { id, by, number, ...(mark === undefined ? {} : { mark }), workspaceKey: raw.workspace.id };
  return { ...known, madeOn: today, derivation, salt: toBase64(salt), iv: box.iv, keys: box.text };
};

/** The raw keys, or undefined when the secret, in whatever way it is read, is not the wrap's, or the wrap was changed. */
const unwrapKeys = async (wrap: Wrap, secret: Secret, derive: Derive): Promise<RawKeys | undefined> => {
  for (const reading of readingsOf(secret)) {
    const raw = await unwrapBy(reading, wrap, derive);
    if (raw !== undefined) return raw;
  }
  return undefined;
};

/** The raw keys by a secret's kept form alone, or undefined when it does not open the wrap. Throws `DeriveFailed`. */
export const unwrapBy = async (secret: string, wrap: Wrap, derive: Derive): Promise<RawKeys | undefined> => {
  let salt: Uint8Array<ArrayBuffer>;
  try {
    salt = fromBase64(wrap.salt);
  } catch {
    return undefined;
  }
  const key = await derive(secret, salt, wrap.derivation);
  try {
    const text = await decrypt(key, { iv: wrap.iv, text: wrap.keys }, [wrap.id, wrap.by]);
    return s.parse(rawKeys, JSON.parse(text));
  } catch {
    return undefined;
  }
};

// Loose: a later app may put more keys in.
const rawKeys: s.GenericSchema<unknown, RawKeys> = fieldsOf({
  v: number,
  workspace: s.object({ id: s.string(), key: s.string() }),
  id: s.string(),
  fingerprint: s.string(),
  vault: mapOf(s.string()),
  inUse: s.optional(fieldsOf({ generation: number, vaultKey: s.string(), by: s.string(), at: number })),
});
