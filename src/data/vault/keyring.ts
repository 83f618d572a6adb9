import * as s from 'valibot';
import { fieldsOf, mapOf, number } from '#domain/shape.ts';
import type { Day } from '#domain/day.ts';
import type { Draft } from '#domain/record.ts';
import { ok, refuse, type Problem, type Result } from '#domain/result.ts';
import { newKeyring } from '#domain/workspace/keyring-commands.ts';
import type { KeyringData, Wrap } from '#domain/workspace/keyring.ts';
import { newId, randomBytes } from '#platform/ids.ts';
import { DERIVATION, type Derivation } from './derivation.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { DeriveFailed, refusedBy } from './derive-failed.ts';
import { deriveInWorker, toldTo, type Derive, type KeyWaiter } from './derive.ts';
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
  const { raw, vaultKey } = makeKeys();
  const mark = made.kitMark === undefined ? {} : { mark: made.kitMark };
  const kit = { by: 'recovery-kit', text: made.kitWords.join(' '), number: made.kitNumber, ...mark } as const;
  // One after the other: each takes 64 MiB, and phones have little.
  const byPhrase = await wrapKeys(raw, { by: 'passphrase', text: made.passphrase, number: 0 }, made.today, deriving);
  const byKit = await wrapKeys(raw, kit, made.today, deriving);
  const opened = await readyKeys(raw, vaultKey, byPhrase.id);
  return { keyring: newKeyring(vaultKey, [byPhrase, byKit]), opened };
};

/** Why a keyring stays shut. */
export type KeyringProblem = Problem<
  'wrong-passphrase' | 'wrong-kit' | 'keys-changed' | 'no-keyring' | DeriveFailed['code']
>;

/** Opens the keyring with what was typed; refuses as `rawKeysOf` does. */
export const openKeyring = async (
  keyring: KeyringData,
  secret: Secret,
  derive: Derive = deriveInWorker,
): Promise<Result<OpenedKeys, KeyringProblem>> => {
  const raw = await rawKeysOf(keyring, secret, derive);
  return raw.ok ? ok(await readyKeys(raw.value.raw, keyring.vaultKey, raw.value.wrap)) : raw;
};

/** Raw keys, and the id of the wrap that they lay in. */
export type UnwrappedKeys = { readonly raw: RawKeys; readonly wrap: string };

/**
 * The raw keys, to be wrapped anew. Refuses with `wrong-passphrase` / `wrong-kit` when no wrap opens (a wrap that was
 * tampered with looks the same), `keys-changed` when none that opens holds the keys in use, `no-keyring` when there is no
 * wrap of that kind, `derive-failed` and `not-loaded` when the device could not compute.
 */
export const rawKeysOf = async (
  { wraps: all, workspaceKey }: Pick<KeyringData, 'wraps' | 'workspaceKey'>,
  secret: Secret,
  derive: Derive = deriveInWorker,
): Promise<Result<UnwrappedKeys, KeyringProblem>> => {
  const wraps = Object.values(all).filter(({ by }) => by === secret.by);
  if (wraps.length === 0) return refuse('no-keyring');
  const opened: UnwrappedKeys[] = [];
  try {
    for (const wrap of wraps) {
      const raw = await unwrapKeys(wrap, secret, derive);
      if (raw === undefined) continue;
      const unwrapped = { raw, wrap: wrap.id };
      if (workspaceKey === undefined) return ok(unwrapped);
      opened.push(unwrapped);
    }
  } catch (error) {
    if (error instanceof DeriveFailed) return refusedBy(error);
    throw error;
  }
  const current = opened.find(({ raw }) => raw.workspace.id === workspaceKey);
  if (current === undefined && opened.length > 0) return refuse('keys-changed');
  if (current === undefined) return refuse(secret.by === 'passphrase' ? 'wrong-passphrase' : 'wrong-kit');
  // Two devices changed the keys at the same time: what either of them sealed opens.
  const vault = Object.assign({}, ...opened.map(({ raw }) => raw.vault)) as RawKeys['vault'];
  return ok({ raw: { ...current.raw, vault }, wrap: current.wrap });
};

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
  if (!isReasonable(wrap.derivation)) return undefined;
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

// A keyring from elsewhere must not be able to freeze the device: at most sixteen times today's work.
const isReasonable = ({ memoryKiB, passes, lanes }: Derivation): boolean =>
  memoryKiB >= 8 &&
  memoryKiB <= 1_048_576 &&
  passes >= 1 &&
  memoryKiB * passes <= 3_145_728 &&
  lanes >= 1 &&
  lanes <= 4;

// Loose: a later app may put more keys in.
const rawKeys: s.GenericSchema<unknown, RawKeys> = fieldsOf({
  v: number,
  workspace: s.object({ id: s.string(), key: s.string() }),
  id: s.string(),
  fingerprint: s.string(),
  vault: mapOf(s.string()),
});
