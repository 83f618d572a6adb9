import { describe, expect, test } from 'vitest';
import { NO_CHOICE, type Choice } from '#core/import/choice.ts';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type { ListPlan } from '#programmes/apple-licences/import/plan/planned.ts';
import type { ListValue } from '#programmes/apple-licences/import/read/values.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import {
  fileOf,
  holding,
  knownOf,
  person,
  plan,
  TOKEN,
  written,
  type Known,
} from '#tests/factories/people-lists.ts';

const TWO = [TOKEN('7', 'Gymnasiet'), TOKEN('8', 'Grundskolan')];
const NILS = userWith({
  id: 'nils',
  clientUserId: '',
  name: 'Nils',
  email: 'nils@a.example',
  location: '',
  locationId: '',
});
const here: Known = { users: [NILS], tokens: TWO };
const nils = { email: 'nils@a.example', name: 'Nils' };
const AT_8: Choice = { ...NO_CHOICE, destination: { id: '8' } };
const THERE = appWith({
  id: 'app-8',
  name: 'Skrivboken',
  adamId: '900000000008',
  location: 'Grundskolan',
  locationId: '8',
});

const told = ({ rows }: ListPlan) =>
  rows.map(({ outcome, notes }) => [outcome, ...notes.map(({ code }) => code)].join(' '));

/** What the same list says once it was imported. */
const again = (rows: readonly ListValue[], known: Known, choice = NO_CHOICE): ListPlan => {
  const before = knownOf(known);
  const file = fileOf(rows);
  return planLists(file, written(before, planLists(file, before, choice)), choice);
};

describe('B9: someone who is here without a location', () => {
  test.each<[string, ListValue, Choice, object]>([
    [
      'the list names',
      person({ ...nils, location: 'gymnasiet' }),
      NO_CHOICE,
      { location: 'gymnasiet', locationId: '7' },
    ],
    ['was answered', person(nils), AT_8, { location: 'Grundskolan', locationId: '8' }],
  ])('B9: gets the one that %s, and the same list says the same', (_, row, choice, place) => {
    const { rows, users } = plan([row], here, choice);
    const { location } = place as { location: string };
    expect(rows).toMatchObject([
      { outcome: 'changed', changes: [{ field: 'location', from: '', to: location }], notes: [] },
    ]);
    expect(users).toEqual([expect.objectContaining({ id: 'nils', data: place })]);
    expect(again([row], here, choice)).toMatchObject({
      rows: [{ outcome: 'same', parent: 'nils' }],
      users: [],
    });
  });

  test('B9: gets one that is not here yet, which is told as new', () => {
    const row = person({ ...nils, location: 'Sporthallen' });
    expect(plan([row], here)).toMatchObject({
      users: [{ data: { location: 'Sporthallen' } }],
      newPlaces: [{ name: 'Sporthallen' }],
    });
  });

  test('B9: gets none from a list that says none, also where there is one token', () => {
    expect(plan([person(nils)], here).users).toEqual([]);
    expect(plan([person(nils)], { users: [NILS] }).users).toEqual([]);
  });

  test('B9: gets it back after it was taken back', () => {
    const entry = { id: 'h', at: 1, by: 'sara', field: 'location' };
    const undone = {
      ...NILS,
      history: [
        { ...entry, from: '', to: 'Grundskolan' },
        { ...entry, from: 'Grundskolan', to: '' },
      ],
    };
    expect(plan([person(nils)], { ...here, users: [undone] }, AT_8).users).toMatchObject([
      { id: 'nils', data: { location: 'Grundskolan' } },
    ]);
  });

  test('B9: is the same for who has which licence at that location', () => {
    const rows = [
      person({ ...nils, location: 'Gymnasiet' }),
      holding({ email: 'nils@a.example', adamId: '900000000001', location: 'Gymnasiet' }),
    ];
    const once = plan(rows, here);
    expect(once.users).toMatchObject([{ id: 'nils', data: { location: 'Gymnasiet' } }]);
    expect(once.licences).toMatchObject([{ app: 'app-1', data: { user: 'nils' } }]);
    expect(told(again(rows, here))).toEqual(['same', 'same']);
  });
});

describe('B9: nobody gets a location', () => {
  test.each<[string, readonly ListValue[], Known, string]>([
    [
      'where two rows put them at different ones',
      [person({ ...nils, location: 'Gymnasiet' }), person({ ...nils, location: 'Grundskolan' })],
      here,
      'several-locations-said',
    ],
    [
      'where they get a licence at another one',
      [
        person({ ...nils, location: 'Gymnasiet' }),
        holding({ email: 'nils@a.example', name: 'Skrivboken', location: 'Grundskolan' }),
      ],
      { ...here, apps: [THERE] },
      'several-locations-said',
    ],
    [
      'where they have licences at another one',
      [person({ ...nils, location: 'Gymnasiet' })],
      {
        ...here,
        apps: [THERE],
        licences: [{ ...licenceWith({ id: 'l', target: '', user: 'nils' }), parent: 'app-8' }],
      },
      'licences-elsewhere',
    ],
    [
      'where others go by their address',
      [
        person({ ...nils, clientUserId: 'u-1', location: 'Gymnasiet' }),
        person({ ...nils, location: 'Gymnasiet' }),
      ],
      {
        ...here,
        users: [userWith({ ...NILS.data, id: 'nils', clientUserId: 'u-1' }), { ...NILS, id: 'b' }],
      },
      'location-of-which',
    ],
  ])('B9: %s: the row says so, and the same list says the same', (_, rows, known, code) => {
    const once = plan(rows, known);
    expect(told(once)[0]).toBe(`same ${code}`);
    expect(once.users).toEqual([]);
    expect(again(rows, known)).toMatchObject({ users: [], counts: { new: 0, changed: 0 } });
  });

  test('B9: gets none where another row may mean them or someone else, and the same list says the same', () => {
    const anna = { clientUserId: '', location: '', locationId: '', email: 'a@a.example', name: '' };
    const known: Known = {
      users: [
        userWith({ ...anna, id: 'one', clientUserId: 'u1' }),
        userWith({ ...anna, id: 'two' }),
      ],
      tokens: TWO,
    };
    const rows = [
      person({ email: 'a@a.example', location: 'Grundskolan' }),
      person({ email: 'b@a.example', clientUserId: 'u1', location: 'Gymnasiet' }),
    ];
    expect(told(plan(rows, known))[0]).toBe('unreadable');
    expect(told(again(rows, known))).toEqual(['unreadable', expect.stringContaining('same')]);
  });
});
