import type { Sealed } from '#core/record/sealed.ts';
import { newId, randomBytes } from '#platform/ids.ts';
import { fromBase64, toBase64 } from './seal/base64.ts';
import { fingerprintOf } from './seal/fingerprint.ts';
import { keysInUse, type KeysInUse } from './keys-in-use.ts';
import { outOfSight } from './lock/out-of-sight.ts';
import { encrypt, sealingKey as importedKey, type Box } from './seal/sealed-box.ts';
import { CannotOpen, openField, sealField, type Place } from './seal/sealed-field.ts';

/**
 * The keys of a workspace as text, as they lie inside a wrap: base64 of 32 bytes each. Exists only
 * while a workspace is made or unlocked.
 */
export type RawKeys = {
  readonly v: number;
  readonly workspace: { readonly id: string; readonly key: string };
  readonly id: string;
  readonly fingerprint: string;
  /** Vault keys by their id: an old one stays as long as something is sealed with it. */
  readonly vault: Readonly<Record<string, string>>;
  /** Which of them are in use, and since when; older versions do not say (`keysInUse`). */
  readonly inUse?: KeysInUse | undefined;
  /** Ids of the workspace keys that gave way to these; older versions do not say. */
  readonly keysBefore?: readonly string[] | undefined;
  /** Ids of wraps of these keys that the one in which they lie took the place of. */
  readonly wrapsTakenOff?: readonly string[] | undefined;
};

/** The keys ready for use, none of which can be taken out again. */
export type OpenedKeys = {
  /** Id of the wrap that they were opened from. */
  readonly wrap: string;
  /** Seals documents on the wire, with the generation of the keys if known. */
  readonly workspace: {
    readonly id: string;
    readonly key: CryptoKey;
    readonly generation?: number | undefined;
  };
  /** Makes ids of the world's own keys. */
  readonly id: CryptoKey;
  /** Recognises codes. */
  readonly fingerprint: CryptoKey;
  /** Seal codes and tokens, by key id. */
  readonly vault: ReadonlyMap<string, CryptoKey>;
  /** Which keys are in use, and since when. */
  readonly inUse: KeysInUse;
  /** The id of the vault key that seals new codes. */
  readonly vaultKey: string;
  /** Seals a text for its place with the vault key for new codes. */
  readonly seal: (text: string, at: Place) => Promise<Sealed>;
  /** Opens a sealed text at its place; throws `CannotOpen`. */
  readonly open: (sealed: Sealed, at: Place) => Promise<string>;
  /** 32 hex digits that name a code. */
  readonly recognise: (code: string) => Promise<string>;
  /**
   * The keys that another device needs to keep the workspace in step, sealed for it; no vault key
   * is among them.
   */
  readonly sealForNewcomer: (under: CryptoKey) => Promise<Box>;
};

/**
 * The keys that a device hands to another one, as text; older versions do not say which generation
 * they are.
 */
export type HandedKeys = Pick<RawKeys, 'workspace' | 'id'> & {
  readonly generation?: number | undefined;
};

/** What the handed keys are bound to when they are sealed. */
export const FOR_NEWCOMER = ['keys for a newcomer'] as const;

/** Who makes keys, and when (ms). */
export type MadeBy = Pick<KeysInUse, 'by' | 'at'>;

/** All keys of a new workspace, and the id of its vault key. */
export const makeKeys = (
  made: MadeBy = { by: '', at: 0 },
): { readonly raw: RawKeys; readonly vaultKey: string } => {
  const random = (): string => toBase64(randomBytes(32));
  const vaultKey = newId();
  const raw: RawKeys = {
    v: 1,
    workspace: { id: newId(), key: random() },
    id: random(),
    fingerprint: random(),
    vault: { [vaultKey]: random() },
    inUse: { generation: 0, vaultKey, by: made.by, at: made.at },
  };
  return { raw, vaultKey };
};

/** No wrap says of more that its keys or it took their place. */
const MOST_TOLD = 100;

/**
 * Other keys for the same workspace: those that seal the wire and the codes are new, and a vault
 * key that sealed something stays. The keys that make ids and recognise codes are never changed, or
 * everything would double (docs/decisions/vault.md).
 */
export const otherKeys = (
  raw: RawKeys,
  by?: MadeBy,
): { readonly raw: RawKeys; readonly vaultKey: string } => {
  const made = makeKeys(by);
  const { id, fingerprint } = raw;
  const inUse = { ...keysInUse(made.raw), generation: keysInUse(raw).generation + 1 };
  const keysBefore = [...(raw.keysBefore ?? []), raw.workspace.id].slice(-MOST_TOLD);
  return {
    ...made,
    raw: {
      ...made.raw,
      id,
      fingerprint,
      vault: { ...raw.vault, ...made.raw.vault },
      inUse,
      keysBefore,
    },
  };
};

/**
 * Raw keys as they lie in a wrap that takes the place of others, which open nothing from then on.
 */
export const inPlaceOf = (raw: RawKeys, wraps: readonly string[]): RawKeys => ({
  ...raw,
  inUse: keysInUse(raw),
  wrapsTakenOff: [...new Set([...(raw.wrapsTakenOff ?? []), ...wraps])].slice(-MOST_TOLD),
});

/** Raw keys as keys for use; `wrap` is the id of what they were opened from. */
export const readyKeys = async (raw: RawKeys, wrap: string): Promise<OpenedKeys> => {
  const inUse = keysInUse(raw);
  const { vaultKey, generation } = inUse;
  const vault = await readyVault(raw);
  const fingerprint = await hashingKey(raw.fingerprint);
  const keyOf = (id: string): CryptoKey => {
    const key = vault.get(id);
    if (key === undefined)
      throw new CannotOpen('sealed with a key that this keyring does not hold');
    return key;
  };
  const { workspace, id } = raw;
  const handed = await outOfSight(
    JSON.stringify({ workspace, id, generation } satisfies HandedKeys),
  );
  return {
    ...(await readyHandedKeys({ workspace, id, generation })),
    wrap,
    fingerprint,
    vault,
    inUse,
    vaultKey,
    seal: async (text, at) => sealField(keyOf(vaultKey), vaultKey, text, at),
    open: async (sealed, at) => openField(keyOf(sealed.key), sealed, at),
    recognise: (code) => fingerprintOf(fingerprint, code),
    sealForNewcomer: async (under) => encrypt(under, await handed(), FOR_NEWCOMER),
  };
};

const readyVault = async ({ vault }: RawKeys): Promise<Map<string, CryptoKey>> => {
  const all = Object.entries(vault).map(async ([id, key]) => [id, await sealingKey(key)] as const);
  return new Map(await Promise.all(all));
};

/** Handed keys as keys for use. */
export const readyHandedKeys = async ({
  workspace,
  id,
  generation,
}: HandedKeys): Promise<Pick<OpenedKeys, 'workspace' | 'id'>> => ({
  workspace: {
    id: workspace.id,
    key: await sealingKey(workspace.key),
    ...(generation === undefined ? {} : { generation }),
  },
  id: await hashingKey(id),
});

const sealingKey = (key: string): Promise<CryptoKey> => importedKey(fromBase64(key));

const hashingKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromBase64(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
