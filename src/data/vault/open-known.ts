import { ok, refuse, type Result } from '#domain/result.ts';
import type { KeyringData } from '#domain/workspace/keyring.ts';
import { isClosedTo, shutWraps } from '#domain/workspace/keyring-trouble.ts';
import type { KeyWaiter, Derive } from './derive.ts';
import { rawKeysOf, type KeyringProblem, type UnwrappedKeys } from './keyring.ts';
import { goesBack, insideOf, type LastOpened } from './last-opened.ts';
import type { Secret } from './secret.ts';

/** Keys that a secret opened, and the keyring that they lay in. */
export type OpenedKeyring = UnwrappedKeys & {
  readonly keyring: KeyringData;
  /** It is the one that this device kept: the one in step opens nothing, or goes back. */
  readonly isKept: boolean;
  /** The wrap of the one in step that opened to older keys. */
  readonly refused?: string | undefined;
};

/** How a keyring is opened: what is known of it here, and who derives and is told. */
export type Opening = {
  readonly last: LastOpened | undefined;
  readonly derive: Derive;
  readonly onwrap?: KeyWaiter['onwrap'];
};

/**
 * Opens the keyring that is in step; where that has nothing for such a secret any more, or opens to older keys than this device
 * has opened, the one that opened here last. Refuses as `rawKeysOf` does, and with `keys-changed` for the secret of older keys.
 */
export const openKnown = async (
  synced: KeyringData | undefined,
  secret: Secret,
  { last, derive, onwrap }: Opening,
): Promise<Result<OpenedKeyring, KeyringProblem>> => {
  const known = { first: last?.opened[secret.by], shut: shutWraps(last), ontry: onwrap };
  const isClosed = synced === undefined || (last !== undefined && isClosedTo(synced, secret.by, last));
  let refused: string | undefined;
  if (!isClosed) {
    const there = await rawKeysOf(synced, secret, derive, known);
    if (!there.ok) return there;
    const { raw, wrap } = there.value;
    if (last === undefined || !goesBack(insideOf(raw, wrap), last))
      return ok({ ...there.value, keyring: synced, isKept: false });
    refused = wrap;
  }
  if (last === undefined) return refuse('no-keyring');
  const kept = await rawKeysOf(last.keyring, secret, derive, known);
  if (kept.ok) return ok({ ...kept.value, keyring: last.keyring, isKept: true, refused });
  // It opened the older keys, and so counted before.
  return refused !== undefined && kept.problem.code !== 'given-up' ? refuse('keys-changed') : kept;
};
