import type { KeyringData, Wrap } from '#domain/workspace/keyring.ts';
import { boxOf } from '#domain/workspace/wrap-box.ts';
import type { LastOpened } from './last-opened.ts';
import type { OpenedKeyring } from './open-known.ts';
import { isVouched } from './vouched-wraps.ts';

/**
 * The new wraps with other keys in a keyring that the server offers, where nobody vouches for a single one who had opened the keyring
 * here: of a change of keys by this version all are vouched for. A wrap of a known key that somebody brings again says nothing.
 */
export const doubtedWraps = async (
  offered: KeyringData | undefined,
  { raw, keyring }: Pick<OpenedKeyring, 'raw' | 'keyring'>,
  last: LastOpened | undefined,
): Promise<readonly Wrap[]> => {
  const known = [keyring, last?.keyring].flatMap((one) => Object.values(one?.wraps ?? {})).map(boxOf);
  const added = Object.values(offered?.wraps ?? {}).filter(
    (wrap) => !known.includes(boxOf(wrap)) && !isOfKnownKey(wrap.workspaceKey, { raw, keyring }),
  );
  for (const wrap of added) if (await isVouched(raw, wrap)) return [];
  return added;
};

const isOfKnownKey = (
  named: string | undefined,
  { raw, keyring: { keysBefore = {} } }: Pick<OpenedKeyring, 'raw' | 'keyring'>,
): boolean => named !== undefined && (named === raw.workspace.id || Object.hasOwn(keysBefore, named));
