import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_CHOICE, type Choice } from '#core/import/choice.ts';
import type { ListValue } from '#programmes/apple-licences/import/read/values.ts';
import { licenceKeys, listKeys } from '#programmes/apple-licences/import/match/asked-keys.ts';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type { ListPlan } from '#programmes/apple-licences/import/plan/planned.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import {
  APP,
  BARE,
  fileOf,
  holding,
  knownOf,
  OTHER,
  person,
  PLACE,
  plan,
  TOKEN,
  VERA,
  written,
  type Holding,
  type Known,
  type Who,
} from '#tests/factories/people-lists.ts';

const outcomesOf = ({ rows }: ListPlan): string[] =>
  rows.map(({ outcome, why }) => [outcome, why?.code].join(' ').trim());

describe('B9: whom a row of a list of people means', () => {
  test.each<[string, Who, string]>([
    ['by e-mail in any case', { email: 'vera@A.EXAMPLE' }, 'vera'],
    ['by any of several addresses', { addresses: ['v@b.example', 'vera@a.example'] }, 'vera'],
    [
      'by address, whatever number the list gives',
      { clientUserId: 'u-2', email: 'vera@a.example' },
      'vera',
    ],
    ['by the number at Apple', { clientUserId: 'u-1', email: 'other@a.example' }, 'vera'],
    ['where the list says a place', { email: 'vera@a.example', location: 'Gymnasiet' }, 'vera'],
  ])('B9: %s', (_, who, id) => {
    const { rows } = plan([person(who)]);
    expect(rows).toMatchObject([{ outcome: 'same', parent: id, is: 'user' }]);
  });

  test.each<[string, Who]>([
    ['with another address', { email: 'nils@a.example', name: 'Vera' }],
    ['at another location', { email: 'vera@a.example', location: 'Grundskolan' }],
  ])('B9: someone %s is someone else', (_, who) => {
    const { rows, users } = plan([person(who)], {
      users: [userWith({ ...VERA.data, id: 'vera' })],
    });
    expect(rows).toMatchObject([{ outcome: 'new', state: 'new' }]);
    expect(users).toHaveLength(1);
  });

  test('B9: someone new comes with all that the row says', () => {
    const row = person({
      addresses: ['nils@a.example', 'nils@b.example'],
      name: 'Nils Ek',
      group: '9B',
    });
    const { users } = plan([row]);
    expect(users).toMatchObject([
      {
        state: 'new',
        data: {
          ...PLACE,
          v: 1,
          clientUserId: '',
          name: 'Nils Ek',
          email: 'nils@a.example',
          group: '9B',
        },
      },
    ]);
    expect(users[0]?.data.said).toBeUndefined();
  });

  test('B9: what is missing is filled in, and what the list says anew is changed', () => {
    const user = userWith({
      id: 'vera',
      email: 'vera@a.example',
      clientUserId: '',
      name: 'Vera',
      ...PLACE,
    });
    const { rows, users } = plan(
      [person({ email: 'vera@a.example', clientUserId: 'u-1', name: 'Vera Lind', group: '9B' })],
      { users: [user] },
    );
    expect(rows).toMatchObject([
      {
        outcome: 'changed',
        changes: [
          { field: 'name', from: 'Vera', to: 'Vera Lind' },
          { field: 'group', from: '', to: '9B' },
          { field: 'clientUserId', from: '', to: 'u-1' },
        ],
      },
    ]);
    expect(users).toMatchObject([
      {
        id: 'vera',
        state: 'existing',
        data: { name: 'Vera Lind', group: '9B', clientUserId: 'u-1' },
      },
    ]);
  });

  test('B9: what was changed here since stays, and an address and an empty cell change nothing', () => {
    const change = { field: 'group', from: '8B', to: '9B', at: 1, by: 'sara' };
    const user = {
      ...userWith({
        id: 'vera',
        clientUserId: 'u-1',
        email: 'vera@a.example',
        group: '9B',
        name: 'Vera',
      }),
      history: [change],
    } as unknown as VolumeUser;
    const { rows, users } = plan(
      [person({ clientUserId: 'u-1', email: 'v@b.example', group: '8B' })],
      { users: [user] },
    );
    expect(rows).toMatchObject([
      { outcome: 'same', notes: [{ code: 'stays-as-changed', params: { said: '8B' } }] },
    ]);
    expect(users).toEqual([]);
  });

  test('B9: someone in the trash comes back, unless they are here as well', () => {
    const gone = { ...VERA, id: 'gone', trashedOn: '2026-11-01' };
    expect(plan([person({ email: 'vera@a.example' })], { users: [gone] }).users).toMatchObject([
      { id: 'gone', state: 'restored' },
    ]);
    expect(plan([person({ email: 'vera@a.example' })], { users: [gone, VERA] }).users).toEqual([]);
  });

  test('B9: someone named twice is one', () => {
    const { rows, users } = plan([
      person({ email: 'nils@a.example', name: 'Nils' }),
      person({ email: 'NILS@a.example', name: 'Nils Ek' }),
    ]);
    expect(users).toMatchObject([{ data: { name: 'Nils' } }]);
    expect(rows[1]).toMatchObject({
      outcome: 'duplicate',
      why: { code: 'same-person', params: { row: 2 } },
    });
  });

  test('B9: of one who is at several locations the one of the row counts, or the one of the chosen token', () => {
    const there = userWith({
      id: 'there',
      clientUserId: 'u-1',
      email: 'vera@a.example',
      location: 'Grundskolan',
      locationId: '8',
    });
    const tokens = [TOKEN('7', 'Gymnasiet'), TOKEN('8', 'Grundskolan')];
    const known = { users: [VERA, there], tokens };
    expect(outcomesOf(plan([person({ email: 'vera@a.example' })], known))).toEqual([
      'unreadable several-people',
    ]);
    const row = person({ email: 'vera@a.example', location: 'grundskolan' });
    expect(plan([row], known).rows).toMatchObject([{ outcome: 'same', parent: 'there' }]);
    const choice: Choice = { destination: { id: '8' }, orders: {} };
    expect(plan([person({ email: 'vera@a.example' })], known, choice).rows).toMatchObject([
      { outcome: 'same', parent: 'there' },
    ]);
    expect(plan([person({ email: 'nils@a.example' })], known).asksPlace).not.toEqual([]);
  });

  test('B9: whom a list brought is the one whom Apple names by that address later', () => {
    const listed = userWith({
      id: 'listed',
      clientUserId: '',
      email: 'Nils@a.example',
      name: 'Nils',
      ...PLACE,
    });
    const given = licenceWith({ id: 'given', target: '', user: 'listed' });
    const user = {
      clientUserId: 'u-9',
      email: 'nils@a.example',
      status: 'registered',
      inviteCode: '',
      idHash: '',
    };
    const rows = [
      { ...BARE, locationId: '7', is: 'user', user },
      {
        ...BARE,
        locationId: '7',
        is: 'assignment',
        assignment: {
          adamId: '900000000001',
          pricingParam: 'STDQ',
          to: { kind: 'user', clientUserId: 'u-9' },
        },
      },
    ] as unknown as ListValue[];
    const { users, licences } = plan(rows, { users: [listed], licences: [given] });
    expect(users).toMatchObject([
      { id: 'listed', state: 'existing', data: { clientUserId: 'u-9' } },
    ]);
    expect(licences).toEqual([]);
  });
});

describe('B9: which licence a row means', () => {
  const mine = { email: 'vera@a.example' };
  test.each<[string, Holding, string]>([
    ['by number', { ...mine, adamId: '900000000001' }, 'app-1'],
    ['by name as people read it', { ...mine, name: ' matteSKOGEN ' }, 'app-1'],
    [
      'by number whatever it is called',
      { ...mine, adamId: '900000000002', name: 'Matteskogen' },
      'app-2',
    ],
  ])('B9: the app %s', (_, row, app) => {
    const { rows, licences, apps, users } = plan([holding(row)]);
    expect(rows).toMatchObject([{ outcome: 'new', is: 'assignment', parent: app }]);
    expect(licences).toMatchObject([
      { app, state: 'new', data: { to: 'user', target: 'u-1', user: 'vera' } },
    ]);
    expect([apps, users]).toEqual([[], []]);
  });

  test.each<[string, Holding, Known, string]>([
    ['no app of that name', { ...mine, name: 'Matte' }, {}, 'app-name-not-here'],
    [
      'an app of that name in the trash alone',
      { ...mine, name: 'Matteskogen' },
      { apps: [{ ...APP, trashedOn: '2026-11-01' }] },
      'app-name-not-here',
    ],
    [
      'two apps of that name',
      { ...mine, name: 'Matteskogen' },
      { apps: [APP, appWith({ ...OTHER.data, id: 'app-2', name: 'MATTESKOGEN' })] },
      'several-apps-named',
    ],
    [
      'an app at two locations',
      { email: 'new@a.example', adamId: '900000000001' },
      {
        apps: [
          APP,
          appWith({
            id: 'app-8',
            adamId: '900000000001',
            location: 'Grundskolan',
            locationId: '8',
          }),
        ],
        tokens: [TOKEN('7', 'Gymnasiet'), TOKEN('8', 'Grundskolan')],
      },
      'app-at-several-places',
    ],
  ])('B9: %s: the row is left out and names the app', (_, row, known, code) => {
    const { rows, licences, users } = plan([holding(row)], known);
    expect(rows).toMatchObject([
      { outcome: 'unreadable', why: { code, params: { app: row.name ?? row.adamId } } },
    ]);
    expect([licences, users]).toEqual([[], []]);
  });

  test('B9: of an app at two locations it is that of the row', () => {
    const there = appWith({
      id: 'app-8',
      name: 'Matteskogen',
      adamId: '900000000001',
      location: 'Grundskolan',
      locationId: '8',
    });
    const known = {
      apps: [APP, there],
      tokens: [TOKEN('7', 'Gymnasiet'), TOKEN('8', 'Grundskolan')],
    };
    const row = holding({
      serialNumber: 'TESTIPAD0001',
      name: 'Matteskogen',
      location: 'Grundskolan',
    });
    expect(plan([row], known).licences).toMatchObject([{ app: 'app-8' }]);
  });

  test('B9: an app that the file itself lists is found by its name', () => {
    const app = {
      ...BARE,
      is: 'app',
      line: {
        source: '',
        location: '',
        adamId: '900000000003',
        name: 'Nya appen',
        productType: 'App',
        pricingParam: 'STDQ',
        isPricingGiven: false,
        said: {},
      },
      facts: {},
    } as const;
    const { rows, licences, apps } = plan([holding({ ...mine, name: 'nya appen' }), app]);
    expect(outcomesOf({ rows } as ListPlan)).toEqual(['new', 'new']);
    expect(apps).toMatchObject([{ data: { adamId: '900000000003', name: 'Nya appen' } }]);
    expect(licences).toMatchObject([{ app: apps[0]?.id }]);
  });

  test('B9: an app that is not here comes with its number and its name', () => {
    const { apps } = plan([holding({ ...mine, adamId: '900000000009', name: 'Okänd' })]);
    expect(apps).toMatchObject([
      {
        state: 'new',
        data: { ...PLACE, adamId: '900000000009', name: 'Okänd', pricingParam: 'STDQ' },
      },
    ]);
  });

  test('B9: someone who is not here comes too, once, and to where the app is', () => {
    const { rows, users, licences } = plan([
      holding({ email: 'nils@a.example', who: 'Nils Ek', adamId: '900000000001' }),
      holding({ email: 'Nils@a.example', adamId: '900000000002' }),
    ]);
    expect(users).toMatchObject([
      { state: 'new', data: { ...PLACE, email: 'nils@a.example', name: 'Nils Ek' } },
    ]);
    expect(rows.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
      ['user-comes-too'],
      [],
    ]);
    expect(licences).toMatchObject([
      { data: { target: '', user: users[0]?.id, name: 'Nils Ek' } },
      { data: { target: '', user: users[0]?.id } },
    ]);
  });

  test('B9: someone of a list of users in the same file is known by each of their addresses', () => {
    const { users, licences } = plan([
      person({
        addresses: ['nils@a.example', 'nils@apple.example'],
        clientUserId: 'u-7',
        name: 'Nils Ek',
      }),
      holding({ email: 'NILS@apple.example', adamId: '900000000001' }),
    ]);
    expect(users).toHaveLength(1);
    expect(licences).toMatchObject([
      { data: { target: 'u-7', user: users[0]?.id, name: 'Nils Ek' } },
    ]);
  });

  test('B9: a device is known by its serial number', () => {
    const pad = licenceWith({ id: 'pad', to: 'device', target: 'TESTIPAD0001' });
    const { rows, licences } = plan(
      [
        holding({ serialNumber: 'TESTIPAD0001', adamId: '900000000001' }),
        holding({ serialNumber: 'TESTIPAD0002', who: 'Klassrum 2', adamId: '900000000001' }),
        holding({ serialNumber: 'TESTIPAD0002', adamId: '900000000001' }),
      ],
      { licences: [pad] },
    );
    expect(outcomesOf({ rows } as ListPlan)).toEqual(['same', 'new', 'duplicate named-before']);
    expect(licences).toMatchObject([
      {
        state: 'new',
        data: { to: 'device', target: 'TESTIPAD0002', name: 'Klassrum 2', user: '' },
      },
    ]);
  });

  test('B9: a licence that a user has by another number, or by none, is the same', () => {
    const without = userWith({ id: 'vera', clientUserId: '', email: 'vera@a.example', ...PLACE });
    for (const [user, licence] of [
      [VERA, licenceWith({ target: '', user: 'vera' })],
      [without, licenceWith({ target: 'u-1', user: 'vera' })],
      [without, licenceWith({ target: '', user: 'vera' })],
    ] as const) {
      const { rows, licences } = plan([holding({ ...mine, adamId: '900000000001' })], {
        users: [user],
        licences: [licence],
      });
      expect([outcomesOf({ rows } as ListPlan), licences]).toEqual([['same'], []]);
    }
  });

  test('B9: no licence is freed, and one that came back since the list stays free', () => {
    const step = { id: 's', kind: 'taken-back', on: '2026-11-10', at: 1, by: 'sara' };
    const free = licenceWith({ id: 'free', target: 'u-1', user: 'vera', steps: [step] as never });
    const other = licenceWith({ id: 'other', target: 'u-5' });
    const known = { licences: [free, other] };
    const undated = plan([holding({ ...mine, adamId: '900000000001' })], known);
    expect(undated.rows).toMatchObject([
      { outcome: 'same', why: { code: 'free-since', params: { asOf: '2026-11-10' } } },
    ]);
    expect([undated.gone, undated.licences]).toEqual([[], []]);
    const older = plan([holding({ ...mine, adamId: '900000000001', asOf: '2026-11-10' })], known);
    expect(older.licences).toEqual([]);
    const later = plan([holding({ ...mine, adamId: '900000000001', asOf: '2026-11-11' })], known);
    expect(later.licences).toMatchObject([{ id: 'free', state: 'again' }]);
  });

  test('B9: what is written by a newer version is left alone', () => {
    const strange = new Set(['vera', 'app-2']);
    const known = { ...knownOf({}), strange };
    const rows = [
      person({ email: 'vera@a.example' }),
      holding({ ...mine, adamId: '900000000001' }),
      holding({ serialNumber: 'TESTIPAD0001', adamId: '900000000002' }),
    ];
    expect(outcomesOf(planLists(fileOf(rows), known, NO_CHOICE))).toEqual(
      Array(3).fill('unreadable record-not-understood'),
    );
  });
});

/** A number at Apple is one person's. */
const numberOf = (address: string): string =>
  address.startsWith('olle') ? '' : address.toLowerCase().startsWith('vera') ? 'u-1' : 'u-2';
const OF_ONE = [
  ['vera@a.example'],
  ['VERA@a.example', 'vera@b.example'],
  ['nils@a.example'],
  ['nils@b.example', 'nils@a.example'],
  ['olle@a.example'],
];
const anyPerson = fc
  .record({
    addresses: fc.constantFrom(...OF_ONE),
    isNumbered: fc.boolean(),
    name: fc.constantFrom('', 'Vera', 'Nils'),
    group: fc.constantFrom('', '8B', '9B'),
    location: fc.constantFrom('', '', 'Gymnasiet', 'Grundskolan'),
  })
  .map(({ addresses, isNumbered, ...line }) => {
    const clientUserId = isNumbered ? numberOf(addresses[0] ?? '') : '';
    return person({ ...line, addresses, clientUserId });
  });
const anyHolding = fc
  .record({
    email: fc.constantFrom(...OF_ONE.flat()),
    isNumbered: fc.boolean(),
    device: fc.constantFrom({}, {}, { serialNumber: 'TESTIPAD0001' }),
    location: fc.constantFrom('', '', 'Gymnasiet', 'Grundskolan'),
    app: fc.constantFrom(
      { name: 'Matteskogen' },
      { adamId: '900000000002' },
      { adamId: '900000000009', name: 'Nya' },
      { name: 'nya' },
    ),
  })
  .map(({ app, device, isNumbered, ...line }) =>
    holding({ ...line, ...app, ...device, clientUserId: isNumbered ? numberOf(line.email) : '' }),
  );
/** Someone who is here without a location. */
const NOWHERE = (data: Parameters<typeof userWith>[0]): VolumeUser =>
  userWith({ clientUserId: '', ...data, location: '', locationId: '' });
const anyRow = fc.oneof(anyPerson, anyHolding);

describe('B9: the same list twice', () => {
  test('B9: the same list twice changes nothing, whatever it holds', () => {
    const everything = fc.record({
      rows: fc.array(anyRow, { maxLength: 8 }),
      users: fc.subarray([
        VERA,
        NOWHERE({ id: 'nils', email: 'Nils@a.example' }),
        NOWHERE({ id: 'nils-b', email: 'nils@b.example', clientUserId: 'u-2' }),
        NOWHERE({ id: 'vera-b', email: 'vera@b.example', clientUserId: 'u-1' }),
        NOWHERE({ id: 'olle', email: 'olle@a.example' }),
      ]),
      licences: fc.subarray([
        licenceWith({ id: 'l-1', target: '', user: 'nils' }),
        licenceWith({ id: 'l-2', target: '', user: 'olle' }),
      ]),
      to: fc.constantFrom('as-suggested' as const, { id: '7' }, { id: '8' }),
      tokens: fc.subarray([TOKEN('7', 'Gymnasiet'), TOKEN('8', 'Grundskolan')]),
    });
    fc.assert(
      fc.property(everything, ({ rows, users, tokens, licences, to }) => {
        const choice = { ...NO_CHOICE, destination: to };
        const known = knownOf({ users, tokens, licences });
        const once = planLists(fileOf(rows), known, choice);
        const twice = planLists(fileOf(rows), written(known, once), choice);
        expect(twice).toMatchObject({ apps: [], users: [], licences: [], gone: [] });
        expect(twice.counts).toMatchObject({ new: 0, changed: 0 });
      }),
      { numRuns: 500 },
    );
  });

  test('B9: every id that a plan asks for is made before', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), fc.boolean(), (rows, isOne) => {
        const made = new Set<string>();
        const file = fileOf(rows);
        const tokens = isOne
          ? [TOKEN('7', 'Gymnasiet')]
          : [TOKEN('7', 'Gymnasiet'), TOKEN('8', 'Grundskolan')];
        const idOf = (key: readonly string[]): string => {
          const id = key.join(' ');
          if (!made.has(id)) throw new Error(`no id for ${id}`);
          return id;
        };
        const known = { ...knownOf({ tokens }), idOf };
        for (const keys of [listKeys, licenceKeys])
          for (const key of allOf(keys(file, known))) made.add(key.join(' '));
        expect(() => planLists(file, known, NO_CHOICE)).not.toThrow();
      }),
    );
  });
});

const allOf = <Result>(steps: Generator<number, Result, void>): Result => {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};
