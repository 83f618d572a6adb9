import { describe, expect, test } from 'vitest';
import { NO_CHOICE, type Choice } from '#core/import/choice.ts';
import type { ListValue } from '#programmes/apple-licences/import/read/values.ts';
import { appWith, userWith } from '#tests/factories/apps.ts';
import {
  APP,
  BARE,
  holding,
  person,
  plan,
  TOKEN,
  VERA,
  type Known,
} from '#tests/factories/people-lists.ts';

const tokens = [TOKEN('7', 'Gymnasiet'), TOKEN('8', 'Grundskolan')];
const AT_8: Choice = { ...NO_CHOICE, destination: { id: '8' } };
const vera = { email: 'vera@a.example' };
const SAID = { code: 'here-at-other-location', params: { locations: 'Gymnasiet' } };

describe('B9: someone new who is here at another location', () => {
  test.each<[string, ListValue, Choice]>([
    ['that the row says', person({ ...vera, location: 'Grundskolan' }), NO_CHOICE],
    ['that was answered', person(vera), AT_8],
  ])('B9: is told as that, at the one %s', (_, row, choice) => {
    expect(plan([row], { tokens }, choice).rows).toMatchObject([
      { outcome: 'new', state: 'new', location: 'Grundskolan', notes: [SAID] },
    ]);
  });

  test('B9: is told as that where they come with a licence', () => {
    const there = appWith({
      id: 'app-8',
      adamId: '900000000001',
      location: 'Grundskolan',
      locationId: '8',
    });
    const row = holding({ ...vera, adamId: '900000000001', location: 'Grundskolan' });
    expect(plan([row], { tokens, apps: [APP, there] }).rows[0]?.notes).toEqual([
      { code: 'user-comes-too' },
      SAID,
    ]);
  });

  test('B9: is not told of someone in the trash, of another address, or here', () => {
    const gone = { ...VERA, trashedOn: '2026-11-01' };
    const row = person({ ...vera, location: 'Grundskolan' });
    expect(plan([row], { tokens, users: [gone] }).rows[0]?.notes).toEqual([]);
    const other = person({ email: 'nils@a.example', clientUserId: 'u-1', location: 'Grundskolan' });
    expect(plan([other], { tokens }).rows[0]?.notes).toEqual([]);
    expect(plan([person({ ...vera, location: 'Gymnasiet' })], { tokens }).rows).toMatchObject([
      { outcome: 'same', notes: [] },
    ]);
  });

  test('B9: is told with every location where they are', () => {
    const third = userWith({
      id: 'third',
      clientUserId: '',
      email: 'vera@a.example',
      location: 'Sporthallen',
      locationId: '9',
    });
    const row = person({ ...vera, location: 'Grundskolan' });
    expect(plan([row], { tokens, users: [VERA, third] }).rows[0]?.notes).toEqual([
      { code: 'here-at-other-location', params: { locations: 'Gymnasiet, Sporthallen' } },
    ]);
  });
});

describe('B9: an app that is here at another location', () => {
  const counted: ListValue = {
    ...BARE,
    is: 'app',
    line: {
      source: '',
      location: 'Grundskolan',
      adamId: '',
      name: 'Matteskogen',
      productType: 'App',
      pricingParam: 'STDQ',
      isPricingGiven: false,
      said: { total: 3 },
    },
    facts: {},
  };
  const here: Known = { tokens };
  test.each<[string, ListValue, Choice]>([
    [
      'a row with a location',
      holding({ ...vera, name: 'Matteskogen', location: 'Grundskolan' }),
      NO_CHOICE,
    ],
    ['a list that was answered', holding({ ...vera, name: 'Matteskogen' }), AT_8],
    ['a list of apps by their names', counted, NO_CHOICE],
  ])('B9: is not called unknown: %s', (_, row, choice) => {
    expect(plan([row], here, choice).rows).toMatchObject([
      {
        outcome: 'unreadable',
        why: {
          code: 'app-elsewhere',
          params: { app: 'Matteskogen', locations: 'Gymnasiet', place: 'Grundskolan' },
        },
      },
    ]);
  });
});
