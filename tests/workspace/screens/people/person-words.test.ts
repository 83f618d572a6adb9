import { expect, test } from 'vitest';
import type { Person, PersonData } from '#workspace/rules/people/person.ts';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { people } from '#workspace/words/sv/sync-people.ts';
import type { Texts } from '#ui/text.ts';
import { examples } from '#tests/factories/examples.ts';
import { NO_DUTIES, personWords, type Duties } from '#workspace/screens/people/person-words.ts';

const { wraps } = examples.keyring.data as KeyringData;
const text = { people } as Pick<Texts, 'people'>;
const knows = { opened: { w1: '2026-11-20' } };
const duties: Duties = { owned: new Map([['sara', 4]]), deputies: new Set(['johan']) };
const out = new Set(['maja']);
const words = (
  id: string,
  data: Partial<PersonData>,
  role?: 'member' | 'reader',
  given: Duties = NO_DUTIES,
) => {
  const person = { ...examples.person, id, data: { v: 1, name: id, ...data } } as unknown as Person;
  const { badge, detail } = personWords(
    person,
    { me: 'sara', role, wraps, out, duties: given },
    text,
  );
  return [badge, detail];
};

test('X18: a row says who someone is here, and whether they open codes', () => {
  expect(words('sara', knows, 'member', duties)).toEqual([
    'Öppnar koder',
    'Du, ansvarar för 4 frister',
  ]);
  expect(words('johan', knows, 'member', duties)).toEqual(['Öppnar koder', 'Din ersättare']);
  expect(words('amina', {}, 'member')).toEqual(['Ändrar', 'Ändrar, har inte lösenfrasen']);
  expect(words('amina', { opened: { gone: '2026-01-01' } })).toEqual(['', 'Har inte lösenfrasen']);
  expect(words('amina', { ...knows, mayOpenCodes: false }, 'member')).toEqual([
    'Ändrar',
    'Får inte öppna koder',
  ]);
  expect(words('revision', {}, 'reader')).toEqual(['Läser', 'Bara på sin egen enhet']);
  expect(words('revision', knows, 'reader')[1]).toMatch(/^Kan lösenfrasen/);
});

test('X18: a row says that someone is shut out on all devices, and no longer that they open codes', () => {
  const owns = { owned: new Map([['maja', 2]]), deputies: new Set<string>() };
  expect(words('maja', knows)).toEqual(['', 'Alla enheter är utestängda']);
  expect(words('maja', {}, undefined, owns)).toEqual([
    '',
    'Ansvarar för 2 frister, alla enheter är utestängda',
  ]);
});
