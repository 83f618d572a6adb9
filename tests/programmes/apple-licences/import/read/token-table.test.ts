import { expect, test } from 'vitest';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { shelveFile } from '#data/import/shelve-file.ts';
import { csvOf } from '#tests/factories/vip-lists.ts';

const read = async (...rows: readonly string[]) => {
  const file = await readWorkbook(csvOf(...rows), 'tokens.csv', () => undefined);
  if (!file.ok) throw new Error(file.problem.code);
  const shelved = shelveFile(file.value);
  return shelved.ok ? shelved.value.shelf : shelved.problem.code;
};

test('B9: a list of Intune’s tokens is read as Graph’s is, and the secret of none', async () => {
  const shelf = await read(
    'Id;AppleId;OrganizationName;CountryOrRegion;ExpirationDateTime;LastSyncDateTime;State;Token;VppTokenAccountType',
    't-1;vpp@nordby.example;Nordby;se;2027-03-14T09:26:53Z;2026-11-19T06:00:00Z;assignedToExternalMDM;FAKESECRET0001;education',
  );
  if (typeof shelf === 'string') throw new Error(shelf);
  const rows = [...shelf.rows({})];
  expect(rows).toMatchObject([
    {
      is: 'token',
      row: 2,
      token: {
        id: 't-1',
        appleId: 'vpp@nordby.example',
        organizationName: 'Nordby',
        country: 'SE',
        accountType: 'education',
        state: 'other-mdm',
        expires: '2027-03-14T09:26:53Z',
        lastSynced: '2026-11-19T06:00:00Z',
      },
    },
  ]);
  expect(JSON.stringify([rows, shelf.content()])).not.toContain('FAKESECRET');
});

test('B9: one without Intune’s ids knows its tokens by whose they are', async () => {
  const shelf = await read(
    'Token name;State;Apple ID;Location name;Expiration date;Last sync',
    'Norra;Active;vpp@nordby.example;Norra;2027-03-14 09:26:53;2026-11-19 06:00:00',
    'Södra;Expired;vpp@nordby.example;Södra;2026-03-14;2026-03-01',
  );
  if (typeof shelf === 'string') throw new Error(shelf);
  const tokens = [...shelf.rows({})].map(
    (row) => (row as unknown as { readonly token: Readonly<Record<string, string>> }).token,
  );
  expect(new Set(tokens.map(({ id }) => id)).size).toBe(2);
  expect(tokens.map(({ expires, state }) => [expires, state])).toEqual([
    ['2027-03-14T09:26:53Z', 'valid'],
    ['2026-03-14T00:00:00Z', 'expired'],
  ]);
});

test.each([
  'Name;Apple ID;Expiration Date;Location',
  'Namn;Apple-ID;Går ut;Plats',
  'Token;Apple-ID;Giltigt till;Plats',
  'Tokenname;Apple ID;Gültig bis;Standort',
])('B9: one that somebody keeps by hand: %s', async (headings) => {
  const shelf = await read(headings, 'Norra;vpp@nordby.example;2027-03-14;Nordby');
  if (typeof shelf === 'string') throw new Error(shelf);
  expect([...shelf.rows({})]).toMatchObject([
    {
      is: 'token',
      token: {
        appleId: 'vpp@nordby.example',
        locationName: 'Nordby',
        expires: '2027-03-14T00:00:00Z',
      },
    },
  ]);
});

test('B9: accounts of people that end are no tokens', async () => {
  const shelf = await read(
    'Name;Email;Apple ID;Expires;Location',
    'Ada Ek;ada@nordby.example;ada@nordby.example;2027-03-14;Norra',
  );
  expect(typeof shelf === 'string' ? shelf : [...shelf.rows({})]).toMatchObject([{ is: 'person' }]);
});

test('B9: accounts with a state and an end are no tokens', async () => {
  const shelf = await read(
    'Name;State;Apple ID;Expires',
    'Ada Ek;active;ada.ek@nordby.example;2027-03-14',
  );
  const sheets = typeof shelf === 'string' ? [] : shelf.content().sheets;
  expect(sheets.map(({ kind }) => kind)).not.toContain('tokens');
});

test('B9: a total is no token, and a day that may be several is told', async () => {
  const shelf = await read(
    'Token name;State;Apple ID;Location name;Expiration date;Last sync',
    'Norra;Weird;vpp@nordby.example;Norra;2027-03-14;some day',
    'Total;2;;;;',
  );
  if (typeof shelf === 'string') throw new Error(shelf);
  expect([...shelf.rows({})]).toMatchObject([
    { outcome: 'value', notes: ['as-of-unclear'], token: { state: 'unknown' } },
    { outcome: 'unreadable', reason: 'total-row' },
  ]);
});
