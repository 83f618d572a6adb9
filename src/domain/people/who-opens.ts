import type { KeyringData } from '../workspace/keyring.ts';
import { opensCodes } from './opens-codes.ts';
import type { Person } from './person.ts';

/** Those who open codes on some device: nothing new comes to who is shut out on all of theirs (`out`), whatever they know. */
export const whoOpens = (
  people: readonly Person[],
  { wraps, out }: { readonly wraps: KeyringData['wraps']; readonly out: ReadonlySet<string> },
): readonly Person[] => people.filter((person) => opensCodes(person, wraps) && !out.has(person.id));
