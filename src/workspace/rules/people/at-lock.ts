import type { KeyringData } from '../vault/keyring.ts';
import { isKeptOut, knowsSecret, opensCodes } from './opens-codes.ts';
import type { Person } from './person.ts';

/**
 * How someone stands before the lock, before they type anything: a decision keeps them out (the
 * door holds to it), their device may only read, or nobody has heard that they opened with what
 * counts now. The last two are notes and no locks: who was told the passphrase a moment ago knows
 * it all the same.
 */
export type AtLock = 'opens' | 'kept-out' | 'only-reads' | 'not-heard';

/** What is known at the lock: who there is, what counts now, and whether this device may change. */
export type KnownAtLock = {
  readonly people: readonly Person[];
  readonly wraps: KeyringData['wraps'];
  readonly mayChange: boolean;
};

/** How someone stands before the lock; of who works alone nothing is said. */
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
