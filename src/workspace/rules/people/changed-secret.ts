import type { KeyringData, Wrap } from '../vault/keyring.ts';
import { lastChangeOf, wrapsInUse } from '../vault/keyring-commands.ts';
import type { Person } from './person.ts';

/**
 * How long a change is also shown to those who have opened with the new one: out of habit they type
 * the old one.
 */
const TOLD_MS = 30 * 86_400_000;

/**
 * The change of the passphrase or kit to mention after a wrong answer: nobody can know whether they
 * typed the old one, since nothing of it is kept. Undefined if none is known, or they opened with
 * the new one long ago.
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
