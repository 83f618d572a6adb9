import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import type { KeyringData } from '../vault/keyring.ts';
import { isKeptOut } from './opens-codes.ts';
import type { Person, PersonData } from './person.ts';
import { opensInside } from './opens-inside.ts';

/**
 * What a decision is weighed against: who decides, all people, the wraps that count now, and who is
 * shut out on all their devices.
 */
export type Deciding = {
  readonly by: string;
  readonly people: readonly Person[];
  readonly wraps: KeyringData['wraps'];
  readonly out: ReadonlySet<string>;
};

/** Why it is not decided whether someone may open codes: each has its sentence in the words. */
export type DecideProblem = Problem<
  'already-decided' | 'not-yourself' | 'kept-out-decides' | 'last-who-opens'
>;

/** Why a decision is not written. */
export type DecideRefused = Problem<(DecideProblem | CommonProblem)['code']>;

/**
 * Decides whether someone may open codes. Refuses with `already-decided`, `not-yourself`,
 * `kept-out-decides` for who is kept out, and `last-who-opens` when nobody else would be left who
 * opens them.
 */
export const decideOnCodes = (
  person: Person,
  may: boolean,
  { by, people, wraps, out }: Deciding,
): Result<Draft<PersonData>, DecideProblem> => {
  if ((person.data.mayOpenCodes !== false) === may) return refuse('already-decided');
  if (person.id === by) return refuse('not-yourself');
  if (isKeptOut(by, people, wraps)) return refuse('kept-out-decides');
  const isLast = people.every(
    (other) => other.id === person.id || !opensInside(other, { wraps, out }),
  );
  if (!may && isLast) return refuse('last-who-opens');
  return ok({ ...person, data: { ...person.data, mayOpenCodes: may } });
};
