import type { KeyringData, Wrap } from '../vault/keyring.ts';
import { lastChangeOf, wrapsInUse } from '../vault/keyring-commands.ts';
import type { Person } from './person.ts';

/**
 * For how long a change is told of to those as well who have opened with the new one: habit types
 * the old one.
 */
const TOLD_MS = 30 * 86_400_000;

/**
 * The change of the passphrase or kit that someone whose answer was wrong is told of: whether they
 * typed the old one nobody can know, since nothing of it is kept. Undefined where none is known, or
 * they opened with the new one long ago.
 */
export const changeToTell = (
  keyring: Pick<KeyringData, 'wraps' | 'workspaceKey'>,
  kind: Wrap['by'],
  { person, now }: { readonly person: Person | undefined; readonly now: number },
): Wrap['changed'] => {
  const change = lastChangeOf(keyring, kind);
  if (change === undefined) return undefined;
  const opened = person?.data.opened ?? {};
  const knows = Object.values(wrapsInUse(keyring)).some(
    ({ by, id }) => by === kind && Object.hasOwn(opened, id),
  );
  return knows && now - change.at > TOLD_MS ? undefined : change;
};
