import { describe, expect, test } from 'vitest';
import { decideOnCodes } from '#workspace/rules/people/decide-on-codes.ts';
import {
  isKeptOut,
  knowsSecret,
  noteOpened,
  opensCodes,
} from '#workspace/rules/people/opens-codes.ts';
import type { Person, PersonData } from '#workspace/rules/people/person.ts';
import { opensInside } from '#workspace/rules/people/opens-inside.ts';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { examples } from '#tests/factories/examples.ts';

const { w1: wrap } = (examples.keyring.data as KeyringData).wraps;
const NOBODY: ReadonlySet<string> = new Set();
const wraps = { now: { ...wrap!, id: 'now' } };
const person = (id: string, data: Partial<PersonData> = {}): Person =>
  ({ ...examples.person, id, data: { v: 1, name: id, ...data } }) as unknown as Person;
const knows = { opened: { now: '2026-11-20' } };
const [sara, johan, amina] = [person('sara', knows), person('johan', knows), person('amina')];
const keptOut = (id: string, data: Partial<PersonData> = knows) =>
  person(id, { ...data, mayOpenCodes: false });

describe('X18: who opens codes', () => {
  test('X18: is a person who has opened a wrap that still counts, not one that was replaced', () => {
    expect([sara, amina].map((person) => opensCodes(person, wraps))).toEqual([true, false]);
    expect(knowsSecret(person('old', { opened: { before: '2026-11-20' } }), wraps)).toBe(false);
    expect(opensCodes(keptOut('johan'), wraps)).toBe(false);
  });

  test('X18: is noted once for each wrap, and what was noted before stays', () => {
    const once = noteOpened(amina, 'now', '2026-11-21');
    expect(once).toMatchObject({ value: { data: { opened: { now: '2026-11-21' } } } });
    expect(noteOpened(sara, 'next', '2026-12-01')).toMatchObject({
      value: { data: { opened: { now: '2026-11-20', next: '2026-12-01' } } },
    });
    expect(noteOpened(sara, 'now', '2026-12-01')).toMatchObject({
      problem: { code: 'already-noted' },
    });
  });
});

describe('X18: deciding', () => {
  const by = (id: string, people: readonly Person[]) => ({ by: id, people, wraps, out: NOBODY });
  const codeOf = (...given: Parameters<typeof decideOnCodes>): string => {
    const done = decideOnCodes(...given);
    return done.ok ? 'decided' : done.problem.code;
  };

  test('X18: a colleague is kept out and let in again, and nothing is written twice', () => {
    const all = [sara, johan, amina];
    expect(decideOnCodes(johan, false, by('sara', all))).toMatchObject({
      value: { data: { mayOpenCodes: false } },
    });
    expect(codeOf(amina, false, by('johan', all))).toBe('decided');
    expect(codeOf(johan, true, by('sara', all))).toBe('already-decided');
    expect(codeOf(keptOut('johan'), true, by('sara', [sara, keptOut('johan')]))).toBe('decided');
  });

  test('X18: nobody decides about themselves, who is kept out about nobody, and the last one stays', () => {
    expect(codeOf(sara, false, by('sara', [sara, johan]))).toBe('not-yourself');
    expect(codeOf(sara, false, by('johan', [sara, keptOut('johan')]))).toBe('kept-out-decides');
    expect(
      codeOf(keptOut('amina'), true, by('johan', [sara, keptOut('johan'), keptOut('amina')])),
    ).toBe('kept-out-decides');
    expect(codeOf(sara, false, by('amina', [sara, amina]))).toBe('last-who-opens');
  });

  test('X18: a person shut out on all devices does not count as able to open them, and one kept out stays so', () => {
    const out = new Set(['johan']);
    expect([sara, johan, amina].filter((person) => opensInside(person, { wraps, out }))).toEqual([
      sara,
    ]);
    expect(codeOf(sara, false, { ...by('amina', [sara, johan, amina]), out })).toBe(
      'last-who-opens',
    );
    expect(codeOf(johan, false, { ...by('amina', [sara, johan, amina]), out })).toBe('decided');
    // Whoever is kept out does not come to the codes by shutting out the others.
    const people = [johan, keptOut('sara')];
    expect(isKeptOut('sara', people, wraps)).toBe(true);
    expect(codeOf(amina, false, { ...by('sara', people), out })).toBe('kept-out-decides');
  });

  test('X18: two who decided against each other shut nobody out', () => {
    const both = [keptOut('sara'), keptOut('johan')];
    expect(both.map(({ id }) => isKeptOut(id, both, wraps))).toEqual([false, false]);
    expect(isKeptOut('johan', [sara, keptOut('johan')], wraps)).toBe(true);
    expect(codeOf(keptOut('johan'), true, by('sara', both))).toBe('decided');
  });
});
