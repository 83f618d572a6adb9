import { describe, expect, test } from 'vitest';
import { installTable } from '#programmes/apple-licences/import/read/install-columns.ts';
import { readInstallRows } from '#programmes/apple-licences/import/read/install-rows.ts';
import { holdingTable } from '#programmes/apple-licences/import/read/people/holding-columns.ts';
import { readHoldingRows } from '#programmes/apple-licences/import/read/people/holding-rows.ts';
import { personTable } from '#programmes/apple-licences/import/read/people/person-columns.ts';
import { readPersonRows } from '#programmes/apple-licences/import/read/people/person-rows.ts';

const WHO = 'App name;User;UPN;Device;Serial number;License type';

const sheetOf = (headings: string, rows: readonly string[]) => ({
  name: '',
  rows: [headings, ...rows].map((row, at) => ({ number: at + 1, cells: row.split(';') })),
});

const person = (headings: string, row: string) => {
  const table = personTable(sheetOf(headings, [row]));
  if (table === undefined) throw new Error('no list of people');
  return readPersonRows(table)[0];
};

const holding = (headings: string, row: string) => {
  const table = holdingTable(sheetOf(headings, [row]));
  if (table === undefined) throw new Error('no list of who has which licence');
  return readHoldingRows(table)[0];
};

describe('B9: who a row of a list of people names', () => {
  test.each<[string, string, string, object]>([
    [
      'the whole name',
      'Display name;First name;Last name;Email',
      'Vera L.;Vera;Lind;v@a.example',
      { name: 'Vera L.', addresses: ['v@a.example'] },
    ],
    [
      'a name in two',
      'First name;Last name;Email',
      ' Vera ;Lind;v@a.example',
      { name: 'Vera Lind', addresses: ['v@a.example'] },
    ],
    [
      'every address once, the e-mail address first',
      'Managed Apple ID;UPN;Email;Name',
      'V@a.example;vera@b.example;v@A.example;Vera',
      { name: 'Vera', addresses: ['v@A.example', 'vera@b.example'] },
    ],
    [
      'a sign-in name that is no address',
      'Username;Full name;Email',
      'vera;Vera Lind;v@a.example',
      { name: 'Vera Lind', addresses: ['v@a.example'] },
    ],
    [
      'a user name beside the UPN as the name',
      'User name;User principal name',
      'Vera Lind;v@a.example',
      { name: 'Vera Lind', addresses: ['v@a.example'] },
    ],
    [
      'the UPN, and not the user name, beside a name',
      'Username;Full name;UPN',
      'vera;Vera Lind;v@a.example',
      { name: 'Vera Lind', addresses: ['v@a.example'] },
    ],
    [
      'an address in the place of the name',
      'Display name;UPN',
      'v@a.example;',
      { name: '', addresses: ['v@a.example'] },
    ],
    [
      'a number at Apple alone',
      'Full name;clientUserId',
      'Vera;u-1',
      { name: 'Vera', addresses: [], clientUserId: 'u-1' },
    ],
    [
      'group and location',
      'First name;Email;Department;Location',
      'Vera;v@a.example;9B;Gymnasiet',
      { group: '9B', location: 'Gymnasiet' },
    ],
  ])('B9: %s', (_, headings, row, line) => {
    expect(person(headings, row)).toMatchObject({ outcome: 'line', row: 2, line });
  });

  test.each<[string, string, string, object]>([
    [
      'a name alone',
      'First name;Last name;Email',
      'Vera;Lind;',
      { reason: 'only-a-name', params: { who: 'Vera Lind' } },
    ],
    [
      'a sign-in name alone',
      'Username;First name;Email',
      'vera;;',
      { reason: 'only-a-name', params: { who: 'vera' } },
    ],
    [
      'no address',
      'First name;Email',
      'Vera;vera at a',
      { reason: 'not-an-address', params: { written: 'vera at a' } },
    ],
    ['nobody', 'First name;Email;Department', ';;9B', { reason: 'nobody-here' }],
  ])('B9: %s is nobody who can be told from others', (_, headings, row, why) => {
    expect(person(headings, row)).toMatchObject({ outcome: 'unreadable', row: 2, ...why });
  });
});

describe('B9: what a row says of a licence', () => {
  const user = { kind: 'user', addresses: ['v@a.example'] };
  const device = { kind: 'device', serialNumber: 'TESTIPAD0001', name: 'Pad' };
  test.each<[string, string, string, object]>([
    ['a user’s', WHO, 'Foto;Vera;v@a.example;Pad;TESTIPAD0001;User', { to: user }],
    ['a device’s', WHO, 'Foto;Vera;v@a.example;Pad;testipad 0001;Device', { to: device }],
    [
      'a device’s where the list does not say',
      WHO,
      'Foto;Vera;v@a.example;Pad;TESTIPAD0001;',
      { to: device },
    ],
    ['a user’s where no device is named', WHO, 'Foto;v@a.example;;;;', { to: user }],
    [
      'an app by its number',
      'Adam ID;App name;Email',
      '900000000001;Foto;v@a.example',
      { app: { adamId: '900000000001', name: 'Foto', pricingParam: '' } },
    ],
    [
      'an app by its address',
      'App Store URL;Email',
      'https://apps.apple.com/se/app/foto/id900000000001;v@a.example',
      { app: { adamId: '900000000001', name: '' } },
    ],
    [
      'the day and the location',
      'App name;Email;Assigned on;Location',
      'Foto;v@a.example;2026-11-19;Gymnasiet',
      { asOf: '2026-11-19', location: 'Gymnasiet' },
    ],
  ])('B9: %s', (_, headings, row, line) => {
    expect(holding(headings, row)).toMatchObject({ outcome: 'line', row: 2, line });
  });

  test.each<[string, string, string]>([
    [WHO, ';Vera;v@a.example;;;', 'app-missing'],
    [WHO, 'Foto;Vera;;;;', 'only-a-name'],
    [WHO, 'Foto;;;Pad;;', 'serial-number-missing'],
    [WHO, 'Foto;Vera;v@a.example;Pad;;Device', 'serial-number-missing'],
    [WHO, 'Foto;;;Pad;A7;', 'not-a-serial-number'],
    [WHO, 'Foto;;;;;', 'nobody-named'],
    [WHO, 'Foto;;;Pad;TESTIPAD0001;User', 'nobody-named'],
    ['Adam ID;Email', 'foto;v@a.example', 'not-an-adam-id'],
    ['App name;Quality;Email', 'Foto;BEST;v@a.example', 'not-a-pricing-param'],
    ['App name;Email;Status', 'Foto;v@a.example;Revoked', 'not-assigned'],
    ['App name;Email;Status', 'Foto;v@a.example;Ej tilldelad', 'not-assigned'],
    ['App name;Email;Status', 'Foto;v@a.example;Refunded', 'not-assigned'],
    ['App name;Email;Status', 'Foto;v@a.example;Inactive', 'not-assigned'],
    ['App name;Email;Status', 'Foto;v@a.example;Failed', 'not-assigned'],
    ['App name;Email;Status', 'Foto;v@a.example;Ej godkänd', 'not-assigned'],
    ['App name;Email;Status', 'Foto;v@a.example;Misslyckades', 'not-assigned'],
    ['App name;Email;Status', 'Foto;v@a.example;Väntar', 'not-assigned'],
    ['App name;Email;Status', 'Foto;v@a.example;Fehlgeschlagen', 'not-assigned'],
    ['App name;Email;Revoked date', 'Foto;v@a.example;2026-11-10', 'not-assigned'],
    ['App;E-post;Tilldelad', 'Foto;v@a.example;Nej', 'not-assigned'],
    ['App name;Email;Licence', 'Foto;v@a.example;No', 'not-assigned'],
    ['Device;Serial;App;Status', 'iPad;TESTIPAD0001;Foto;Not Installed', 'not-assigned'],
    ['App;E-post;Tilldelad;Återlämnad', 'Foto;v@a.example;2026-01-01;2026-02-01', 'not-assigned'],
  ])('B9: %s, %s: %s', (headings, row, reason) => {
    expect(holding(headings, row)).toMatchObject({ outcome: 'unreadable', row: 2, reason });
  });

  test('B9: a day that can be two is left out, and that is told', () => {
    const row = holding('App name;Email;Assigned on', 'Foto;v@a.example;03/04/2026');
    expect(row).toMatchObject({ line: { asOf: '' }, notes: ['as-of-unclear'] });
  });
});

describe('B9: an address is of the last person named before it', () => {
  test.each([
    ['Elev;Klass;Vårdnadshavare;E-post', 'Vera;9B;Ada;ada@a.example'],
    ['Student;Class;Parent;Email', 'Vera;9B;Ada;ada@a.example'],
    ['Schüler;Klasse;Erziehungsberechtigter;E-Mail', 'Vera;9B;Ada;ada@a.example'],
  ])('B9: %s: the guardian’s is not the pupil’s', (headings, row) => {
    expect(person(headings, row)).toMatchObject({ outcome: 'unreadable', reason: 'only-a-name' });
  });

  test('B9: that of a mentor, where pupils share it, and not of a manager between', () => {
    const table = personTable(
      sheetOf('Elev;Klass;Mentor;E-post', ['Vera;9B;Bo;bo@a.example', 'Nils;9B;Bo;bo@a.example']),
    );
    expect(table && readPersonRows(table)).toMatchObject([
      { reason: 'only-a-name' },
      { reason: 'only-a-name' },
    ]);
    expect(person('Name;Manager;Email', 'Vera;Bo;vera@a.example')).toMatchObject({
      line: { addresses: ['vera@a.example'] },
    });
  });

  test.each(['N/A', '?', 'okänd', '-'])('B9: %s is the name and the class of nobody', (nothing) => {
    expect(person('Name;Email;Class', `${nothing};v@a.example;${nothing}`)).toMatchObject({
      line: { name: '', group: '', addresses: ['v@a.example'] },
    });
  });

  test('B9: no bracket is left out that says whose it is', () => {
    expect(
      personTable(sheetOf('Elev;Klass;E-post (vårdnadshavare)', ['Vera;9B;a@a.example'])),
    ).toBe(undefined);
  });

  test.each([
    ['Vårdnadshavare;Elev;E-post', 'Ada;Vera;v@a.example'],
    ['Elev;E-post;Vårdnadshavare', 'Vera;v@a.example;Ada'],
    ['Elev;E-post;Vårdnadshavare;Vårdnadshavares e-post', 'Vera;v@a.example;Ada;ada@a.example'],
    ['Personnr;Efternamn, förnamn;Klass;E-post;Telefon', '20100101;Vera;9B;v@a.example;701740605'],
  ])('B9: %s: the pupil’s', (headings, row) => {
    expect(person(headings, row)).toMatchObject({
      line: { name: 'Vera', addresses: ['v@a.example'] },
    });
  });
});

test('B9: a licence of an iPad whose serial number is under a heading of the school’s own', () => {
  const row = holding('Lärare;iPad serienr;App;Licens', 'Vera;TESTIPAD0001;Foto;1');
  expect(row).toMatchObject({
    line: { app: { name: 'Foto' }, to: { kind: 'device', serialNumber: 'TESTIPAD0001' } },
  });
});

describe('B9: what a row says of a licence and is not kept is told', () => {
  test.each(['Assigned', 'Tilldelad', 'Zugewiesen', 'Aktiv', ''])('B9: nothing of %j', (state) => {
    expect(holding('App name;Email;Status', `Foto;v@a.example;${state}`)).toMatchObject({
      notes: [],
    });
  });

  test.each(['Invited', 'Under utredning'])('B9: the state %s, that nobody knows', (state) => {
    expect(holding('App name;Email;Status', `Foto;v@a.example;${state}`)).toMatchObject({
      line: { app: { name: 'Foto' } },
      notes: ['state-not-known'],
    });
  });

  test('B9: a column of days says when it was assigned, and not to whom', () => {
    expect(
      holding('App;E-post;Tilldelad;Återlämnad', 'Foto;v@a.example;2026-01-01;'),
    ).toMatchObject({
      line: { to: { kind: 'user', name: '' }, asOf: '2026-01-01' },
      notes: [],
    });
    expect(holding('App;E-post;Tilldelad', 'Foto;v@a.example;Vera')).toMatchObject({
      line: { to: { kind: 'user', name: 'Vera' }, asOf: '' },
    });
  });

  test('B9: who uses a device that has the licence', () => {
    const row = holding(WHO, 'Foto;Vera;v@a.example;Pad;TESTIPAD0001;Device');
    expect(row).toMatchObject({ line: { to: { kind: 'device' } }, notes: ['user-of-device'] });
    const alone = holding(WHO, 'Foto;;;Pad;TESTIPAD0001;Device');
    expect(alone).toMatchObject({ line: { to: { kind: 'device' } }, notes: [] });
  });
});

describe('B9: a number that a spreadsheet rounded is nobody’s', () => {
  const ROUNDED = [
    ['4,5036E+15', false],
    ['4.5036E+15', false],
    ['4503600000000120', true],
  ] as const;
  const rowsOf = (headings: string, cells: readonly string[], at: number, isNumber: boolean) => ({
    name: '',
    rows: [
      { number: 1, cells: headings.split(';') },
      { number: 2, cells, ...(isNumber ? { numbers: [at] } : {}) },
    ],
  });
  const wasRounded = (written: string) => ({
    outcome: 'unreadable',
    row: 2,
    reason: 'number-was-rounded',
    params: { written },
  });

  test.each(ROUNDED)('B9: %s as a number at Apple', (written, isNumber) => {
    const people = personTable(
      rowsOf('Name;Email;clientUserId', ['Vera', 'v@a.example', written], 2, isNumber),
    );
    expect(people && readPersonRows(people)).toEqual([wasRounded(written)]);
    const holdings = holdingTable(
      rowsOf('Adam ID;clientUserId;Email', ['900000000001', written, ''], 1, isNumber),
    );
    expect(holdings && readHoldingRows(holdings)).toEqual([wasRounded(written)]);
  });

  test.each(ROUNDED)('B9: %s as a serial number', (written, isNumber) => {
    const holdings = holdingTable(
      rowsOf('Adam ID;Serial number', ['900000000001', written], 1, isNumber),
    );
    expect(holdings && readHoldingRows(holdings)).toEqual([wasRounded(written)]);
    const installs = installTable(
      rowsOf(
        'Device name;Serial number;Install state',
        ['iPad', written, 'Installed'],
        1,
        isNumber,
      ),
    );
    expect(installs && readInstallRows(installs)).toEqual([wasRounded(written)]);
  });

  test('B9: one of as many figures that is kept as text is whole', () => {
    expect(person('Name;clientUserId', 'Vera;4503600000000123')).toMatchObject({
      line: { clientUserId: '4503600000000123' },
    });
  });
});

test('B9: a row of who has which licence that adds up others is told as a total', () => {
  const headings = 'App name;Adam ID;Serial number;Location';
  expect(holding(headings, 'Summa;;45;Nordby')).toMatchObject({ reason: 'total-row' });
  expect(holding(headings, 'Summa;;TESTIPAD0001;')).not.toMatchObject({ reason: 'total-row' });
});
