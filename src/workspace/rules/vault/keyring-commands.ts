import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { withNames } from './keyring-names.ts';
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

/**
 * Whether a workspace key is the one in use; of a keyring whose keys were never changed, any is.
 */
export const isKeyInUse = (
  { workspaceKey }: Pick<KeyringData, 'workspaceKey'>,
  id: string | undefined,
): boolean => workspaceKey === undefined || id === undefined || id === workspaceKey;

/**
 * The wraps that open what is in use; one that was made offline while someone changed the
 * keys does not.
 */
export const wrapsInUse = (
  keyring: Pick<KeyringData, 'wraps' | 'workspaceKey'>,
): KeyringData['wraps'] =>
  Object.fromEntries(
    Object.entries(keyring.wraps).filter(([, wrap]) => isKeyInUse(keyring, wrap.workspaceKey)),
  );

/** The wraps of recovery kits that open what is in use, newest first. */
export const kitsOf = (keyring: Pick<KeyringData, 'wraps' | 'workspaceKey'>): Wrap[] =>
  Object.values(wrapsInUse(keyring))
    .filter(({ by }) => by === 'recovery-kit')
    .sort((a, b) => b.number - a.number);

/** A wrap that takes the place of an older one: from then on it says who put it there, and when. */
export const inPlaceOfOlder = (wrap: Wrap, { by, now }: Pick<Doing, 'by' | 'now'>): Wrap => ({
  ...wrap,
  changed: { by, at: now },
});

/**
 * Who put the passphrase or kit that counts in the place of an older one, and when; undefined of
 * the first.
 */
export const lastChangeOf = (
  keyring: Pick<KeyringData, 'wraps' | 'workspaceKey'>,
  kind: Wrap['by'],
): Wrap['changed'] =>
  Object.values(wrapsInUse(keyring))
    .flatMap(({ by, changed }) => (by === kind && changed !== undefined ? [changed] : []))
    .sort((a, b) => b.at - a.at)[0];

/**
 * Puts another wrap of the same keys beside those that are there. Refuses with `keys-changed` when
 * they are not in use any more.
 */
export const withWrap = (
  keyring: Draft<KeyringData>,
  wrap: Wrap,
): Result<Draft<KeyringData>, Problem<'keys-changed'>> =>
  isKeyInUse(keyring.data, wrap.workspaceKey)
    ? ok({
        ...keyring,
        data: { ...keyring.data, wraps: { ...keyring.data.wraps, [wrap.id]: wrap } },
      })
    : refuse('keys-changed');

/**
 * Takes wraps off for good, also those that went before: an older copy brings none of them back.
 * The last one stays whatever is asked: without any, nothing could be opened again.
 */
export const withoutWraps = (
  keyring: Draft<KeyringData>,
  ids: readonly string[],
): Result<Draft<KeyringData>, never> => {
  const left = Object.entries(keyring.data.wraps).filter(([id]) => !ids.includes(id));
  if (left.length === 0) return ok(keyring);
  const wrapsTakenOff = withNames(keyring.data.wrapsTakenOff, ids);
  return ok({
    ...keyring,
    data: { ...keyring.data, wraps: Object.fromEntries(left), wrapsTakenOff },
  });
};

/**
 * Takes other keys back that came to nothing: those of `before` again, without what was made for
 * them; what came since stays. Refuses with `keys-changed` when someone else's keys count
 * meanwhile.
 */
export const withKeysOfBefore = (
  keyring: Draft<KeyringData>,
  before: KeyringData,
  made: readonly Wrap[],
): Result<Draft<KeyringData>, Problem<'keys-changed'>> => {
  if (!made.every((wrap) => isKeyInUse(keyring.data, wrap.workspaceKey)))
    return refuse('keys-changed');
  const { data: now } = keyring;
  const since = Object.entries(now.wraps).filter(([id]) => made.every((wrap) => wrap.id !== id));
  const wraps = { ...before.wraps, ...Object.fromEntries(since) };
  // Only ever added to, whoever wrote it.
  const { sealedAnew, wrapsTakenOff } = now;
  return ok({
    ...keyring,
    data: {
      ...before,
      wraps,
      ...(sealedAnew && { sealedAnew }),
      ...(wrapsTakenOff && { wrapsTakenOff }),
    },
  });
};

/** Says that all that counts on the server is sealed with that workspace key. */
export const withAllSealedAnew = (
  keyring: Draft<KeyringData>,
  workspaceKey: string,
): Result<Draft<KeyringData>, never> =>
  ok({
    ...keyring,
    data: { ...keyring.data, sealedAnew: withNames(keyring.data.sealedAnew, [workspaceKey]) },
  });

/** Ids of the keys that seal from now on, and of the workspace key that did. */
export type OtherKeyIds = {
  readonly vaultKey: string;
  readonly workspaceKey: string;
  readonly before: string;
};

/**
 * Puts other keys in the place of those that were: from now on only these wraps open, and what is
 * new is sealed with these. Refuses with `keys-changed` when those that were are not in use any
 * more.
 */
export const withOtherKeys = (
  keyring: Draft<KeyringData>,
  { before, ...keys }: OtherKeyIds,
  made: readonly Wrap[],
): Result<Draft<KeyringData>, Problem<'keys-changed'>> => {
  if (!isKeyInUse(keyring.data, before)) return refuse('keys-changed');
  const wraps = Object.fromEntries(made.map((wrap) => [wrap.id, wrap]));
  const keysBefore = withNames(keyring.data.keysBefore, [before]);
  return ok({ ...keyring, data: { ...keyring.data, ...keys, keysBefore, wraps } });
};
