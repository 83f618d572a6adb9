import type { KeyringData } from '../vault/keyring.ts';
import { isKeptOut, knowsSecret, opensCodes } from './opens-codes.ts';
import type { Person } from './person.ts';

/**
 * What is known about someone at the lock before they type anything: a decision keeps them out (and
 * the vault enforces it), their device is read-only, or they are not known to have opened with the
 * current secret. The last two are notes, not locks: someone who was told the passphrase a moment
 * ago knows it all the same.
 */
export type AtLock = 'opens' | 'kept-out' | 'only-reads' | 'not-heard';

/** What is known at the lock: who there is, what counts now, and whether this device may change. */
export type KnownAtLock = {
  readonly people: readonly Person[];
  readonly wraps: KeyringData['wraps'];
  readonly mayChange: boolean;
};

/** What is known about someone at the lock; nothing for a person who works alone. */
export const standsAtLock = (id: string, known: KnownAtLock): AtLock => {
  const { people, wraps, mayChange } = known;
  if (isKeptOut(id, people, wraps)) return 'kept-out';
  if (!mayChange) return 'only-reads';
  const hasOpened = people.some((person) => person.id === id && knowsSecret(person, wraps));
  return hasOpened || othersWhoOpen(id, known).length === 0 ? 'opens' : 'not-heard';
};

/** The colleagues who open codes: they know the passphrase, and may decide who else opens them. */
export const othersWhoOpen = (
  id: string,
  { people, wraps }: Pick<KnownAtLock, 'people' | 'wraps'>,
): readonly Person[] => people.filter((person) => person.id !== id && opensCodes(person, wraps));
