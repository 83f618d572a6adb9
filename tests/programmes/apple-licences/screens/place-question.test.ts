import { describe, expect, test } from 'vitest';
import { NO_CHOICE } from '#core/import/choice.ts';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type { AppFacts, ListValue } from '#programmes/apple-licences/import/read/values.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { placeQuestion } from '#programmes/apple-licences/screens/import/places.ts';
import { importLicences as english } from '#programmes/apple-licences/words/en/import-licences.ts';
import { importLicences as swedish } from '#programmes/apple-licences/words/sv/import-licences.ts';
import type { LicenceDryRun } from '#programmes/apple-licences/work/import/trial.ts';
import type { Texts } from '#ui/text.ts';
import { imports as englishImports } from '#workspace/words/en/import.ts';
import { imports as swedishImports } from '#workspace/words/sv/import.ts';
import { userWith } from '#tests/factories/apps.ts';
import { fileOf, knownOf, person } from '#tests/factories/people-lists.ts';
import { readOn } from '#tests/factories/read-on.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const TEXTS = {
  sv: { ...shellTexts('sv'), import: swedishImports, importLicences: swedish } as unknown as Texts,
  en: { ...shellTexts('en'), import: englishImports, importLicences: english } as unknown as Texts,
};

type Said = { readonly location?: string; readonly token?: AppFacts['token'] };

const rowOf = ({ location = '', token }: Said, at: number): ListValue => ({
  outcome: 'value',
  sheet: '',
  row: at + 2,
  locationId: '',
  notes: [],
  facts: { token },
  is: 'app',
  line: {
    location,
    adamId: `90000000000${at}`,
    pricingParam: 'STDQ',
    name: '',
    productType: 'App',
    source: 'intune',
    isPricingGiven: true,
    said: { total: 3 },
  },
});

const tokenOf = (location: string, organization: string, appleId = ''): ContentToken =>
  ({
    id: `${location} ${organization}`,
    trashedOn: '',
    data: { location, locationId: '', appleId, organization, name: '', lastDay: '' },
  }) as unknown as ContentToken;

const TWO = [tokenOf('Gymnasiet', 'Nordby'), tokenOf('Grundskolan', 'Sunnby')];

const asked = (rows: readonly Said[], tokens = TWO, language: 'sv' | 'en' = 'sv') => {
  const known = {
    apps: [],
    users: [],
    licences: [],
    tokens,
    strange: new Set<string>(),
    idOf: (key: readonly string[]) => key.join(' '),
    ...readOn(),
  };
  const file = { name: 'lista.csv', file: 'f', rows: rows.map(rowOf), whole: [] };
  const plan = planLists(file, known, NO_CHOICE);
  const run = { plan, known, waiting: { sheets: [{ name: '', kind: 'apps' }] } };
  return placeQuestion(run as unknown as LicenceDryRun, TEXTS[language], ['']);
};

const by = (organizationName: string): Said => ({ token: { organizationName, appleId: '' } });
const at = (location: string): Said => ({ location });

describe('B9: which location is asked with what the rows do say', () => {
  test.each<[string, readonly Said[], string, string]>([
    ['nothing', [{}, {}], 'Listan säger det inte.', 'The list does not say.'],
    [
      'a location in some rows',
      [at('Gymnasiet'), {}, at('Gymnasiet'), {}, {}],
      '3 av 5 rader säger det inte.',
      '3 of 5 rows do not say.',
    ],
    [
      'one that is not here',
      [at('Sporthallen'), {}],
      '1 av 2 rader säger det inte. Listan nämner en plats som inte finns här: Sporthallen.',
      '1 of 2 rows does not say. The list names a location that is not here: Sporthallen.',
    ],
    [
      'a token that is here',
      [by('Nordby'), by('Nordby')],
      'Raderna nämner sin token: Nordby.',
      'The rows name their token: Nordby.',
    ],
    [
      'tokens that are here and not',
      [by('Nordby'), by('Annan kommun'), {}],
      '1 av 3 rader säger det inte. 1 av 3 rader nämner sin token: Nordby. 1 av 3 rader nämner en token som inte finns här: Annan kommun.',
      '1 of 3 rows does not say. 1 of 3 rows names its token: Nordby. 1 of 3 rows names a token that is not here: Annan kommun.',
    ],
  ])('B9: %s', (_, rows, sv, en) => {
    expect(asked(rows)?.why).toBe(`${sv} En app räknas för sig på varje plats.`);
    expect(asked(rows, TWO, 'en')?.why).toBe(
      `${en} An app is counted separately at each location.`,
    );
  });

  test('B9: a token that may be two of those here is told as that', () => {
    const tokens = [tokenOf('Gymnasiet', 'Nordby'), tokenOf('Grundskolan', 'Nordby')];
    expect(asked([by('Nordby')], tokens)?.why).toMatch(
      /^Raden nämner en token som kan vara flera här: Nordby\./,
    );
  });

  test('B9: where every row says its location, nothing is asked', () => {
    expect(asked([at('Gymnasiet'), at('Sporthallen')])).toBeUndefined();
  });
});

test('B9: two locations of one name are told apart by organisation, Apple ID or day', () => {
  const tokens = [
    tokenOf('Skolan', 'Nordby', 'vpp@nordby.example'),
    tokenOf('Skolan', 'Nordby', 'vpp@norr.example'),
    tokenOf('Skolan', 'Sunnby'),
    tokenOf('Gymnasiet', 'Sunnby'),
  ];
  expect(asked([{}], tokens)?.groups[0]?.options.map(({ label }) => label)).toEqual([
    'Skolan, Nordby, vpp@nordby.example',
    'Skolan, Nordby, vpp@norr.example',
    'Skolan, Sunnby',
    'Gymnasiet',
  ]);
});

describe('B9: at which location users of a list are already', () => {
  const user = (id: string, location: string) =>
    userWith({ id, email: `${id}@a.example`, location, locationId: '' });
  const list = ['ada', 'bo', 'cia'].map((who) => person({ email: `${who}@a.example` }));
  const askedFor = (users: readonly VolumeUser[], language: 'sv' | 'en' = 'sv') => {
    const known = knownOf({ users, tokens: TWO });
    const plan = planLists(fileOf(list), known, NO_CHOICE);
    const run = { plan, known, waiting: { sheets: [{ name: '', kind: 'users' }] } };
    const question = placeQuestion(run as unknown as LicenceDryRun, TEXTS[language], ['']);
    return {
      options: question?.groups[0]?.options.map(({ label }) => label),
      why: question?.why,
    };
  };

  test('B9: is said where it is chosen, and the location of most comes first', () => {
    const users = [user('ada', 'Grundskolan'), user('bo', 'grundskolan'), user('eva', 'Gymnasiet')];
    expect(askedFor(users).options).toEqual([
      'Grundskolan: 2 användare i listan finns där',
      'Gymnasiet',
    ]);
    expect(askedFor([user('cia', 'Gymnasiet')], 'en').options).toEqual([
      'Gymnasiet: 1 user of the list is there',
      'Grundskolan',
    ]);
  });

  test('B9: is said above, also where no token is of that location', () => {
    const users = [
      user('ada', 'Grundskolan'),
      user('bo', 'Sporthallen'),
      user('cia', 'grundskolan'),
    ];
    expect(askedFor(users).why).toBe(
      'Listan säger det inte. Användare i listan finns redan här: 2 på platsen Grundskolan och 1 på platsen Sporthallen. Hos Apple hör en användare till en enda plats.',
    );
    expect(askedFor(users, 'en').why).toContain(
      'Users of the list are here already: 2 at the location Grundskolan and 1 at the location Sporthallen.',
    );
  });

  test('B9: says nothing of users who are nowhere or in the trash', () => {
    const gone = { ...user('ada', 'Grundskolan'), trashedOn: '2026-11-01' };
    expect(askedFor([gone, user('bo', '')]).options).toEqual(['Gymnasiet', 'Grundskolan']);
  });
});
