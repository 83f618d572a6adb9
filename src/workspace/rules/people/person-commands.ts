import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { whyTooLong } from '#core/text/long-texts.ts';
import type { Person, PersonData } from './person.ts';

/**
 * A new person of the workspace; `opened` names what they opened already, who made the workspace
 * alone.
 */
export const newPerson = (
  id: string,
  name: string,
  opened?: PersonData['opened'],
): Draft<PersonData> => ({
  id,
  kind: 'person',
  programme: 'workspace',
  parent: '',
  data: { v: 1, name, ...(opened === undefined ? {} : { opened }) },
  steps: [],
});

/** Gives a person another name; refuses an empty one. */
export const renamePerson = (
  person: Person,
  name: string,
): Result<Draft<PersonData>, Problem<'name-needed' | 'text-too-long'>> =>
  name.trim() === ''
    ? refuse('name-needed', 'name')
    : (whyTooLong({ name }) ?? ok({ ...person, data: { ...person.data, name: name.trim() } }));
