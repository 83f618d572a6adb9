import type { Day } from '#core/day/day.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import type { KeyringData } from '../vault/keyring.ts';
import type { Person, PersonData } from './person.ts';

type Wraps = KeyringData['wraps'];

/**
 * Whether someone has opened the vault with a passphrase or kit that counts now, as far as the
 * records know.
 */
export const knowsSecret = ({ data }: Person, wraps: Wraps): boolean =>
  Object.keys(data.opened ?? {}).some((id) => Object.hasOwn(wraps, id));

/**
 * Whether someone opens codes: they know a secret that counts, and nobody decided otherwise (X18).
 */
export const opensCodes = (person: Person, wraps: Wraps): boolean =>
  person.data.mayOpenCodes !== false && knowsSecret(person, wraps);

/**
 * Whether a decision keeps someone from the codes. It holds while someone is left who opens them:
 * two who decide against each other offline must not shut everybody out. Who is shut out
 * counts here: whoever is kept out could else come to the codes by shutting out the others.
 */
export const isKeptOut = (id: string, people: readonly Person[], wraps: Wraps): boolean =>
  people.some((person) => person.id === id && person.data.mayOpenCodes === false) &&
  people.some((person) => opensCodes(person, wraps));

/** Who decided last whether someone opens codes, and when; undefined when nobody ever did. */
export const decidedBy = ({
  history,
}: Pick<VolymRecord, 'history'>): { readonly by: string; readonly at: number } | undefined =>
  history.findLast(({ field }) => field === 'mayOpenCodes');

/**
 * Notes which wrap someone opened, and on which day; refuses with `already-noted`, so that nothing
 * is written twice.
 */
export const noteOpened = (
  person: Person,
  wrap: string,
  on: Day,
): Result<Draft<PersonData>, Problem<'already-noted'>> => {
  const { opened = {} } = person.data;
  if (Object.hasOwn(opened, wrap)) return refuse('already-noted');
  return ok({ ...person, data: { ...person.data, opened: { ...opened, [wrap]: on } } });
};
