import { describe, expect, test } from 'vitest';
import type { ListValue } from '#programmes/apple-licences/import/read/values.ts';
import { APP, BARE, holding, person, plan, TOKEN } from '#tests/factories/people-lists.ts';

const tokens = [TOKEN('7', 'Gymnasiet'), TOKEN('8', 'Grundskolan')];
const vera = { email: 'vera@a.example' };
const counted = (name: string, adamId = ''): ListValue => ({
  ...BARE,
  is: 'app',
  line: {
    source: '',
    location: '',
    adamId,
    name,
    productType: 'App',
    pricingParam: 'STDQ',
    isPricingGiven: false,
    said: { total: 3 },
  },
  facts: {},
});
const unnamed = holding(vera);

describe('B9: apps that are nowhere', () => {
  test.each<[string, readonly ListValue[], readonly string[]]>([
    ['who has their licences', [holding({ ...vera, name: 'Okänd' })], ['Okänd']],
    ['their counts', [counted('Okänd'), counted('Annan'), counted('Okänd')], ['Okänd', 'Annan']],
  ])('B9: are named, and of %s nothing is asked', (_, rows, names) => {
    const { unknownApps, asksPlace, counts } = plan(rows, { tokens });
    expect(unknownApps).toEqual([{ sheet: '', names }]);
    expect(asksPlace).toEqual([]);
    expect(counts).toMatchObject({ new: 0, changed: 0 });
  });

  test('B9: nothing is asked of a list that names none, while there is no app', () => {
    expect(plan([unnamed], { tokens, apps: [] })).toMatchObject({
      unknownApps: [{ sheet: '', names: [] }],
      asksApp: [],
      asksPlace: [],
    });
    const trashed = { ...APP, trashedOn: '2026-11-01' };
    expect(plan([unnamed], { tokens, apps: [trashed] }).unknownApps).toHaveLength(1);
    expect(plan([unnamed], { tokens }).unknownApps).toEqual([]);
  });

  test.each<[string, readonly ListValue[]]>([
    ['one of them is here', [holding({ ...vera, name: 'Okänd' }), counted('matteskogen')]],
    ['one has a number', [counted('Okänd'), counted('Annan', '900000000077')]],
    ['a row brings a person', [counted('Okänd'), person(vera)]],
  ])('B9: the location is asked where %s', (_, rows) => {
    const { unknownApps, asksPlace } = plan(rows, { tokens });
    expect(unknownApps).toEqual([]);
    expect(asksPlace).toHaveLength(1);
  });
});
