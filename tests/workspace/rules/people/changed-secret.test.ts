import { expect, test } from 'vitest';
import { changeToTell } from '#workspace/rules/people/changed-secret.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { examples } from '#tests/factories/examples.ts';

const DAY_MS = 86_400_000;
const AT = Date.UTC(2026, 10, 20, 7);
const { w1: example } = (examples.keyring.data as KeyringData).wraps;
const wrap = (id: string, more: Partial<Wrap> = {}): Wrap => ({
  ...example!,
  changed: undefined,
  id,
  ...more,
});
const keyring = (...wraps: readonly Wrap[]): Pick<KeyringData, 'wraps' | 'workspaceKey'> => ({
  wraps: Object.fromEntries(wraps.map((wrap) => [wrap.id, wrap])),
});
const person = (...opened: readonly string[]): Person =>
  ({
    ...examples.person,
    data: { v: 1, name: 'Johan', opened: Object.fromEntries(opened.map((id) => [id, ''])) },
  }) as never;
const bySara = { by: 'sara', at: AT };
const changed = keyring(
  wrap('phrase 2', { changed: bySara }),
  wrap('kit', { by: 'recovery-kit', number: 1 }),
);

test('X9: no change is shown of a passphrase or kit that nobody changed', () => {
  const first = keyring(wrap('phrase'), wrap('kit', { by: 'recovery-kit', number: 1 }));
  expect(changeToTell(first, 'passphrase', { person: person(), now: AT })).toBeUndefined();
  expect(changeToTell(changed, 'recovery-kit', { person: person(), now: AT })).toBeUndefined();
});

test('X9: a person who has not opened with the new one is told however late, one who has for thirty days', () => {
  const told = (who: Person | undefined, days: number) =>
    changeToTell(changed, 'passphrase', { person: who, now: AT + days * DAY_MS });
  for (const who of [person('phrase'), person('phrase', 'kit'), undefined])
    expect(told(who, 400)).toEqual(bySara);
  expect([told(person('phrase 2'), 30), told(person('phrase 2'), 31)]).toEqual([bySara, undefined]);
});

test('X9: of two changes at once the later is shown; one of keys that are not in use does not count', () => {
  const later = { by: 'amina', at: AT + 1 };
  const both = keyring(wrap('a', { changed: later }), wrap('b', { changed: bySara }));
  expect(changeToTell(both, 'passphrase', { person: person(), now: AT })).toEqual(later);
  const missed = {
    ...keyring(wrap('a', { changed: later, workspaceKey: 'w1' }), wrap('b')),
    workspaceKey: 'w2',
  };
  expect(changeToTell(missed, 'passphrase', { person: person(), now: AT })).toBeUndefined();
});
