import { describe, expect, test } from 'vitest';
import {
  BLANK_USER,
  canSayTerms,
  sayTerms,
  TERMS_STEPS,
  writeUser,
  type TermsStepKind,
  type UserInput,
} from '#programmes/apple-licences/rules/user/user-commands.ts';
import { termsOf, type Terms } from '#programmes/apple-licences/rules/user/user-terms.ts';
import {
  countTerms,
  groupsOf,
  shownUsers,
  userRows,
  waitedDays,
} from '#programmes/apple-licences/rules/user/user-waits.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { userWith } from '#tests/factories/apps.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const FIRST = 'apple-licences.accounts-2016';
const LATER = 'apple-licences.accounts-2025';
const TODAY = '2026-11-20';
const doing = doingOn(TODAY);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const say = (user: VolumeUser, kind: TermsStepKind, on = TODAY, edition = FIRST) =>
  sayTerms(user, { kind, on, edition }, doing);
const lived = (user: VolumeUser, ...steps: [TermsStepKind, string?][]): VolumeUser =>
  steps.reduce((now, [kind, on]) => recordOf(valueOf(say(now, kind, on))), user);

describe('B12: a user is written down by hand', () => {
  const write = (
    given: Partial<UserInput>,
    others: VolumeUser[] = [],
    before: VolumeUser | { id: string } = { id: 'n' },
  ) => writeUser(before, { ...BLANK_USER, name: 'Elis', ...given }, others);

  test.each<[string, Partial<UserInput>, string | undefined]>([
    ['a name', {}, undefined],
    ['an address alone', { name: ' ', email: 'elis@skola.example' }, undefined],
    ['neither', { name: ' ' }, 'user-name-needed'],
    ['no address', { email: 'elis' }, 'not-an-email'],
    ['known at Apple under a name that another has', { clientUserId: 'u-1' }, 'user-is-here'],
    [
      'known under it at another location',
      { clientUserId: 'u-1', location: 'Gymnasiet' },
      undefined,
    ],
  ])('B12: %s', (_, given, code) => {
    const answer = write(given, [
      userWith({ id: 'other', clientUserId: 'u-1', location: 'Grundskolor', name: 'Moa' }),
    ]);
    expect(answer.ok ? undefined : answer.problem.code).toBe(code);
  });

  test('B12: an edit keeps what the form does not show; the name at Apple stays once it is known', () => {
    const before = userWith({ id: 'n', clientUserId: 'u-9', locationId: 'lib', isForeign: true });
    expect(valueOf(write({ clientUserId: 'u-9', group: ' 7B ' }, [], before)).data).toMatchObject({
      locationId: 'lib',
      isForeign: true,
      group: '7B',
      name: 'Elis',
    });
    expect(write({ clientUserId: 'u-8' }, [], before)).toMatchObject({
      problem: { code: 'client-user-id-is-fixed' },
    });
  });
});

describe('B12: invited, reminded, accepted, retired, back', () => {
  const of: Readonly<Record<Terms, VolumeUser>> = {
    'not-invited': userWith(),
    invited: lived(userWith(), ['invited']),
    accepted: lived(userWith(), ['accepted']),
    retired: lived(userWith(), ['retired']),
  };
  const may: Readonly<Record<TermsStepKind, readonly Terms[]>> = {
    invited: ['not-invited'],
    reminded: ['invited'],
    accepted: ['not-invited', 'invited'],
    retired: ['not-invited', 'invited', 'accepted'],
    returned: ['retired'],
  };

  test.each(
    TERMS_STEPS.flatMap((kind) =>
      (Object.keys(of) as Terms[]).map((terms) => [kind, terms] as const),
    ),
  )('B12: %s of one who is %s', (kind, terms) => {
    const isAllowed = may[kind].includes(terms);
    expect(say(of[terms], kind).ok).toBe(isAllowed);
    expect(canSayTerms(of[terms], kind, FIRST)).toBe(isAllowed);
  });

  test('B12: a reminder changes nothing but that it was sent', () => {
    expect(termsOf(lived(userWith(), ['invited'], ['reminded']))).toBe('invited');
  });

  test('B7: a user of another system is shown and not taken over in the edition of 2016', () => {
    const foreign = userWith({ isForeign: true });
    expect(say(foreign, 'invited')).toMatchObject({ problem: { code: 'foreign-user' } });
    expect(say(foreign, 'invited', TODAY, LATER).ok).toBe(true);
  });

  test('B12: a day to come is refused, and one before the last step, which would change nothing', () => {
    expect(say(userWith(), 'invited', '2026-12-01')).toMatchObject({
      problem: { code: 'day-in-the-future' },
    });
    expect(say(of.invited, 'accepted', '2026-11-19')).toMatchObject({
      problem: { code: 'before-last-step', params: { last: TODAY } },
    });
  });
});

describe('B12: who waits, how long, and of what group', () => {
  const user = (name: string, group: string, ...steps: [TermsStepKind, string?][]): VolumeUser =>
    lived(userWith({ id: name, name, group, clientUserId: name }), ...steps);
  const users = [
    user('Vera', '7B', ['invited', '2026-11-18']),
    user('Nils', '8A', ['accepted']),
    user('Elis', '7B', ['invited', '2026-11-03'], ['reminded', '2026-11-12']),
    user('Åsa', '', ['retired']),
    user('Moa', '7B'),
    userWith({
      id: 'Ines',
      name: 'Ines',
      said: { status: 'registered', source: 'apple', asOf: '', at: 1 },
    }),
  ];
  const rows = userRows(users, compare);

  test('B12: those who have waited longest come first, then those who wait without a day, then the others', () => {
    expect(rows.map(({ name }) => name)).toEqual(['Elis', 'Vera', 'Ines', 'Moa', 'Nils', 'Åsa']);
    expect(rows.slice(0, 3).map((row) => waitedDays(row, TODAY))).toEqual([17, 2, undefined]);
    expect(rows[0]).toMatchObject({ invitedOn: '2026-11-03', remindedOn: '2026-11-12' });
  });

  test('B12: counted by standing, and by group with the largest first', () => {
    expect(countTerms(rows)).toEqual({ invited: 3, 'not-invited': 1, accepted: 1, retired: 1 });
    expect(groupsOf(rows, compare)).toEqual([
      { group: '7B', count: 3 },
      { group: '8A', count: 1 },
    ]);
  });

  test.each([
    [{ filter: 'invited', group: '', typed: '' }, ['Elis', 'Vera', 'Ines']],
    [{ filter: 'all', group: '7B', typed: '' }, ['Elis', 'Vera', 'Moa']],
    [{ filter: 'all', group: '', typed: '7b el' }, ['Elis']],
    [{ filter: 'all', group: '', typed: 'ASA' }, ['Åsa']],
    [{ filter: 'accepted', group: '7B', typed: '' }, []],
  ] as const)('B12: filtered by %j', (by, names) => {
    expect(shownUsers(rows, by).map(({ name }) => name)).toEqual(names);
  });

  test('B12: invited again after leaving, the wait starts again', () => {
    const again = user(
      'Bo',
      '',
      ['invited', '2026-10-01'],
      ['retired', '2026-10-02'],
      ['returned', '2026-10-03'],
      ['invited', '2026-11-19'],
    );
    expect(userRows([again], compare)[0]?.invitedOn).toBe('2026-11-19');
    const left = user('Bo', '', ['invited', '2026-10-01'], ['retired']);
    const said = { status: 'registered' as const, source: 'apple', asOf: '', at: doing.now };
    const gone = { ...left, data: { ...left.data, said } };
    expect(userRows([gone], compare)[0]).toMatchObject({ terms: 'invited' });
    expect(userRows([gone], compare)[0]?.invitedOn).toBeUndefined();
  });
});
