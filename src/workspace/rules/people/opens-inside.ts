import type { KeyringData } from '../vault/keyring.ts';
import { opensCodes } from './opens-codes.ts';
import type { Person } from './person.ts';

/**
 * Whether someone opens codes on some device: nothing new comes to who is shut out on all of theirs
 * (`out`), whatever they know.
 */
export const opensInside = (
  person: Person,
  { wraps, out }: { readonly wraps: KeyringData['wraps']; readonly out: ReadonlySet<string> },
): boolean => opensCodes(person, wraps) && !out.has(person.id);
