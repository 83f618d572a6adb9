import type { Draft } from '../record.ts';
import { ok, type Result } from '../result.ts';
import { KEYRING_ID, type KeyringData, type Wrap } from './keyring.ts';

/** The keyring as it is made with the workspace. */
export const newKeyring = (vaultKey: string, wraps: readonly Wrap[]): Draft<KeyringData> => ({
  id: KEYRING_ID,
  kind: 'keyring',
  programme: 'workspace',
  parent: '',
  data: { v: 1, vaultKey, wraps: Object.fromEntries(wraps.map((wrap) => [wrap.id, wrap])) },
  steps: [],
});

/** The wraps of recovery kits, newest first. */
export const kitsOf = ({ wraps }: Pick<KeyringData, 'wraps'>): Wrap[] =>
  Object.values(wraps)
    .filter(({ by }) => by === 'recovery-kit')
    .sort((a, b) => b.number - a.number);

/** Puts another wrap of the same keys beside those that are there. */
export const withWrap = (keyring: Draft<KeyringData>, wrap: Wrap): Result<Draft<KeyringData>> =>
  ok({ ...keyring, data: { ...keyring.data, wraps: { ...keyring.data.wraps, [wrap.id]: wrap } } });

/**
 * Takes wraps off for good, also those that went before: an older copy brings none of them back. The last one stays
 * whatever is asked: without any, nothing could be opened again.
 */
export const withoutWraps = (keyring: Draft<KeyringData>, ids: readonly string[]): Result<Draft<KeyringData>> => {
  const left = Object.entries(keyring.data.wraps).filter(([id]) => !ids.includes(id));
  if (left.length === 0) return ok(keyring);
  const gone = Object.fromEntries(ids.map((id) => [id, true as const]));
  const wrapsTakenOff = { ...keyring.data.wrapsTakenOff, ...gone };
  return ok({ ...keyring, data: { ...keyring.data, wraps: Object.fromEntries(left), wrapsTakenOff } });
};

/** Takes other keys back that came to nothing: those of `before` again, without what was made for them; what came since stays. */
export const withKeysOfBefore = (
  keyring: Draft<KeyringData>,
  before: KeyringData,
  made: readonly Wrap[],
): Result<Draft<KeyringData>> => {
  const since = Object.entries(keyring.data.wraps).filter(([id]) => made.every((wrap) => wrap.id !== id));
  return ok({ ...keyring, data: { ...before, wraps: { ...before.wraps, ...Object.fromEntries(since) } } });
};

/** Says that all that counts on the server is sealed with that workspace key. */
export const withAllSealedAnew = (keyring: Draft<KeyringData>, workspaceKey: string): Result<Draft<KeyringData>> =>
  ok({ ...keyring, data: { ...keyring.data, sealedAnew: { ...keyring.data.sealedAnew, [workspaceKey]: true } } });

/** Ids of the keys that seal from now on, and of the workspace key that did. */
export type OtherKeyIds = { readonly vaultKey: string; readonly workspaceKey: string; readonly before: string };

/** Puts other keys in the place of those that were: from now on only these wraps open, and what is new is sealed with these. */
export const withOtherKeys = (
  keyring: Draft<KeyringData>,
  { before, ...keys }: OtherKeyIds,
  made: readonly Wrap[],
): Result<Draft<KeyringData>> => {
  const wraps = Object.fromEntries(made.map((wrap) => [wrap.id, wrap]));
  const keysBefore = { ...keyring.data.keysBefore, [before]: true as const };
  return ok({ ...keyring, data: { ...keyring.data, ...keys, keysBefore, wraps } });
};
