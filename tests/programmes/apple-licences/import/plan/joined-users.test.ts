import { describe, expect, test } from 'vitest';
import { NO_CHOICE } from '#core/import/choice.ts';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type { ListPlan } from '#programmes/apple-licences/import/plan/planned.ts';
import type { ListValue } from '#programmes/apple-licences/import/read/values.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { appWith, userWith } from '#tests/factories/apps.ts';
import { readOn } from '#tests/factories/read-on.ts';

const BARE = { outcome: 'value', sheet: '', row: 2, notes: [] } as const;

type AtApple = { readonly number?: string; readonly status?: string; readonly locationId?: string };

const atApple = ({ number = 'u-9', status = 'associated', locationId = 'uB' }: AtApple = {}) =>
  ({
    ...BARE,
    locationId,
    is: 'user',
    user: { clientUserId: number, email: 'anna@x.example', status, inviteCode: '', idHash: '' },
  }) as unknown as ListValue;

const named = (locationName: string, locationId = 'uB') =>
  ({
    ...BARE,
    locationId,
    is: 'location',
    config: { locationName, uId: locationId },
  }) as unknown as ListValue;

const listed = (place: Partial<VolumeUser['data']>, id = 'anna') =>
  userWith({ id, clientUserId: '', email: 'Anna@x.example', name: 'Anna', ...place });

const planned = (
  rows: readonly ListValue[],
  users: readonly VolumeUser[],
  apps: readonly VolumeApp[] = [],
): ListPlan =>
  planLists(
    { name: 'users.json', file: 'f', rows, whole: [] },
    {
      apps,
      users,
      licences: [],
      tokens: [],
      strange: new Set<string>(),
      idOf: (key: readonly string[]) => key.join(' '),
      ...readOn(),
    },
    NO_CHOICE,
  );

const FRESH = 'volume-user id:uB u-9';

describe('B9: whom a user of Apple’s is, by the address', () => {
  test('B9: someone at a named location stays as they are where nothing says that the library is of it, and this is told', () => {
    const { rows, users } = planned([atApple()], [listed({ location: 'A' })]);
    expect(rows).toMatchObject([
      {
        outcome: 'new',
        parent: FRESH,
        notes: [{ code: 'same-address-beside', params: { name: 'Anna', location: 'A' } }],
      },
    ]);
    expect(users).toMatchObject([
      { id: FRESH, state: 'new', data: { location: '', locationId: 'uB', clientUserId: 'u-9' } },
    ]);
  });

  test('B9: a page without a library joins nobody who is at a location', () => {
    const { rows } = planned([atApple({ locationId: '' })], [listed({ location: 'A' })]);
    expect(rows).toMatchObject([{ outcome: 'new', notes: [{ code: 'same-address-beside' }] }]);
  });

  const OF_BOTH = appWith({ id: 'app-9', location: 'A', locationId: 'uB' });
  test.each([
    ['the same name', { location: 'a' }, [named('A')], []],
    ['the same library', { locationId: 'uB' }, [], []],
    ['no place', {}, [], []],
    ['a name that an app here pairs with the library', { location: 'A' }, [], [OF_BOTH]],
    ['the former name of the library', { location: 'A' }, [named('New')], [OF_BOTH]],
  ])('B9: someone with %s is that user', (_, place, pages, apps) => {
    const { rows, users } = planned([...pages, atApple()], [listed(place)], apps);
    expect(rows.at(-1)).toMatchObject({ outcome: 'changed', parent: 'anna', notes: [] });
    expect(users).toMatchObject([{ id: 'anna', state: 'existing', data: { clientUserId: 'u-9' } }]);
    if (!('locationId' in place)) expect(users[0]?.data.locationId).toBe('uB');
  });

  test('B9: someone of another location for sure is someone else, without a word', () => {
    const elsewhere = planned([named('B'), atApple()], [listed({ location: 'A' })]);
    expect(elsewhere.rows.at(-1)).toMatchObject({ outcome: 'new', notes: [] });
    const paired = [appWith({ id: 'app-9', location: 'A', locationId: 'uA' })];
    const { rows } = planned([atApple()], [listed({ location: 'A' })], paired);
    expect(rows).toMatchObject([{ outcome: 'new', parent: FRESH, notes: [] }]);
  });

  test('B9: of two of the address the one of the location is the user', () => {
    const two = [listed({ location: 'A' }), listed({ location: 'B' }, 'at-b')];
    const { users } = planned([named('B'), atApple()], two);
    expect(users).toMatchObject([{ id: 'at-b', data: { clientUserId: 'u-9', locationId: 'uB' } }]);
  });

  test.each(['retired', 'deleted'])(
    'B9: an address listed as %s first is of the active user, and of the other one where there is none',
    (status) => {
      const gone = atApple({ number: 'u-1', status });
      const { rows, users } = planned([gone, atApple()], [listed({ locationId: 'uB' })]);
      expect(rows.map(({ parent }) => parent)).toEqual(['volume-user id:uB u-1', 'anna']);
      expect(users).toMatchObject([
        { id: 'anna', data: { clientUserId: 'u-9', said: { status: 'associated' } } },
        { id: 'volume-user id:uB u-1', state: 'new', data: { said: { status } } },
      ]);
      const alone = planned([gone], [listed({ locationId: 'uB' })]);
      expect(alone.users).toMatchObject([{ id: 'anna', data: { clientUserId: 'u-1' } }]);
    },
  );

  test('B9: someone whom Apple knows by the own record gets no library beside another name, and is nobody new later', () => {
    const anna = listed({ location: 'A' });
    const { users } = planned([atApple({ number: 'anna' })], [anna]);
    expect(users).toMatchObject([{ id: 'anna', data: { said: { status: 'associated' } } }]);
    expect(Object.keys(users[0]?.data ?? {})).toEqual(['said', 'email']);
    const data = { ...anna.data, ...users[0]?.data } as VolumeUser['data'];
    expect(planned([atApple({ number: 'anna' })], [{ ...anna, data }])).toMatchObject({
      rows: [{ outcome: 'same', parent: 'anna' }],
      users: [],
    });
  });
});
