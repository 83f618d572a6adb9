import { describe, expect, test } from 'vitest';
import type { Task } from '#programmes/apple-licences/rules/api/event-status.ts';
import {
  isAtApple,
  rowOfLicence,
  rowOfUser,
  rowOutcomes,
  type AppleRow,
} from '#programmes/apple-licences/rules/sync/apple-rows.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { tokenFor } from '#programmes/apple-licences/rules/token/token-for.ts';
import { licenceWith, userWith } from '#tests/factories/apps.ts';
import { examples } from '#tests/factories/examples.ts';

const TODAY = '2026-11-20';
const sealed = { key: 'k', iv: 'AAAA', text: 'BBBB' };
const data = { ...examples['content-token'].data, lastDay: '2027-06-01', fingerprint: '', sealed };
const token = (
  id: string,
  more: Partial<ContentToken['data']> = {},
  rest: Partial<ContentToken> = {},
): ContentToken =>
  ({
    id,
    kind: 'content-token',
    trashedOn: '',
    steps: [],
    data: { ...data, ...more },
    ...rest,
  }) as never;
const found = (kind: string) => ({ steps: [{ id: kind, kind, on: TODAY, at: 1, by: 'sara' }] });

describe('B10: which token Apple is asked with', () => {
  const first = token('first', { location: 'Nordby', locationId: '1' });
  const second = token('second', { location: 'Sjöskolan', locationId: '2' });
  const unsynced = token('unsynced', { location: 'Ekbacken', locationId: '' });
  test.each([
    ['by the location of Apple', [first, second], { location: '', locationId: '2' }, 'second'],
    [
      'by the name where no id is known',
      [first, second],
      { location: 'nordby', locationId: '' },
      'first',
    ],
    [
      'by the name of one that was never synced',
      [first, unsynced],
      { location: 'Ekbacken', locationId: '9' },
      'unsynced',
    ],
    [
      'the id comes before the name',
      [first, second],
      { location: 'Nordby', locationId: '2' },
      'second',
    ],
    [
      'none of another id, whatever its name',
      [first],
      { location: 'Nordby', locationId: '9' },
      undefined,
    ],
    ['the only one for what has no location', [first], { location: '', locationId: '' }, 'first'],
    [
      'none of two for what has no location',
      [first, second],
      { location: '', locationId: '' },
      undefined,
    ],
    [
      'none whose text is not kept',
      [token('a', { sealed: undefined })],
      { location: '', locationId: '' },
      undefined,
    ],
    [
      'none in the trash',
      [token('a', {}, { trashedOn: TODAY })],
      { location: '', locationId: '' },
      undefined,
    ],
    [
      'none that is over',
      [token('a', { lastDay: '2026-11-19' })],
      { location: '', locationId: '' },
      undefined,
    ],
    [
      'none that was revoked',
      [token('a', {}, found('revoked'))],
      { location: '', locationId: '' },
      undefined,
    ],
    [
      'one that another system took',
      [token('a', {}, found('claimed'))],
      { location: '', locationId: '' },
      'a',
    ],
  ] as const)('B10: %s', (_, tokens, place, id) => {
    expect(tokenFor(tokens, place, TODAY)?.id).toBe(id);
  });
});

describe('B10: rows that Apple is asked for', () => {
  const saidAs = (status: 'registered' | 'associated' | 'retired' | 'unknown') => ({
    status,
    source: '',
    asOf: '',
    at: 1,
  });
  test.each([
    ['registered', userWith({ said: saidAs('registered') }), true],
    ['associated', userWith({ said: saidAs('associated') }), true],
    ['retired', userWith({ said: saidAs('retired') }), false],
    ['of no known standing', userWith({ said: saidAs('unknown') }), false],
    ['written by hand', userWith(), false],
    ['without a name at Apple', userWith({ clientUserId: '', said: saidAs('associated') }), false],
  ] as const)('B10: a user %s', (_, user, isThere) => expect(isAtApple(user)).toBe(isThere));

  test('B10: a holder without a name at Apple is known by the record, on every device the same', () => {
    expect(rowOfUser(userWith({ id: 'r1', clientUserId: '', email: 'a@b.example' }))).toEqual({
      to: 'user',
      target: 'r1',
      user: 'r1',
      name: 'a@b.example',
    });
  });

  const row = (target: string, to: AppleRow['to'] = 'user'): AppleRow => ({
    to,
    target,
    user: '',
    name: target,
  });
  const task = (target: Task['target'], outcome: Task['outcome'], number?: number): Task => ({
    asset: undefined,
    target,
    outcome,
    number,
  });

  test('B10: each row has what its task says; what exists counts as made, what Apple never knew as gone', () => {
    const unknown = rowOfLicence(licenceWith({ id: 'l1', target: '' }));
    const rows = [
      row('a'),
      row('a', 'device'),
      row('b'),
      row('c'),
      row('d'),
      unknown,
      row('not asked'),
    ];
    const outcomes = rowOutcomes(rows, [
      task({ serialNumber: 'a' }, 'failed', 9709),
      task({ clientUserId: 'a' }, 'ok'),
      task({ clientUserId: 'b' }, 'failed', 9716),
      task({ clientUserId: 'c' }, 'unclear'),
      task({ clientUserId: 'd' }, 'failed'),
    ]);
    expect(outcomes.ok).toEqual([row('a'), { ...row('b'), existed: true }, unknown]);
    expect(outcomes.failed).toEqual([
      { ...row('a', 'device'), number: 9709 },
      { ...row('d'), number: 0 },
    ]);
    expect(outcomes.unclear).toEqual([row('c')]);
  });
});
