import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Programme } from '#core/record/record.ts';
import type { ListRow } from '#programmes/apple-licences/import/read/values.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { shelveFile } from '#data/import/shelve-file.ts';
import { csvOf } from '#tests/factories/vip-lists.ts';
import { saidAs } from '#tests/factories/said-as.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/people/${name}`, import.meta.url)));

const opened = async (bytes: Uint8Array<ArrayBuffer>, looksAfter?: readonly Programme[]) => {
  const read = await readWorkbook(bytes, 'lista.csv', () => undefined);
  if (!read.ok) throw new Error(read.problem.code);
  return { file: read.value, shelved: shelveFile(read.value, looksAfter) };
};
const takenFor = async (
  bytes: Uint8Array<ArrayBuffer>,
  looksAfter?: readonly Programme[],
): Promise<string> => {
  const { shelved } = await opened(bytes, looksAfter);
  if (!shelved.ok) return shelved.problem.code;
  const { programme, sheets } = shelved.value.shelf.content();
  return `${programme} ${sheets[0]?.kind ?? ''}${sheets[0]?.needsMapping ? '?' : ''}`;
};
const shelfOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const { shelved } = await opened(bytes);
  if (!shelved.ok) throw new Error(shelved.problem.code);
  return shelved.value.shelf;
};
const fieldsOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, string>> => {
  const [sheet] = (await shelfOf(bytes)).content().sheets;
  return Object.fromEntries(
    (sheet?.columns ?? [])
      .filter(({ field }) => field !== '')
      .map(({ field, heading }) => [field, heading]),
  );
};

/** Whatever the workspace manages: headings decide. */
const ANYBODY: readonly (readonly Programme[] | undefined)[] = [
  undefined,
  ['apple-credit'],
  ['apple-licences'],
  ['adobe-vip'],
  ['apple-credit', 'apple-licences', 'adobe-vip'],
];

describe('B9: exports that name people are lists of users', () => {
  test.each<[string, Record<string, string>]>([
    [
      'asm-accounts.csv',
      {
        managedAppleId: 'Managed Apple Account',
        email: 'Email Address',
        firstName: 'First Name',
        lastName: 'Last Name',
        location: 'Location',
      },
    ],
    [
      'asm-students.csv',
      {
        email: 'email_address',
        firstName: 'first_name',
        lastName: 'last_name',
        group: 'grade_level',
      },
    ],
    [
      'google-workspace.csv',
      {
        email: 'Email Address [Required]',
        firstName: 'First Name [Required]',
        lastName: 'Last Name [Required]',
        group: 'Org Unit Path [Required]',
      },
    ],
    [
      'entra-users.csv',
      {
        userPrincipalName: 'userPrincipalName',
        email: 'mail',
        name: 'displayName',
        firstName: 'givenName',
        lastName: 'surname',
        group: 'department',
      },
    ],
    [
      'intune-users.csv',
      {
        userPrincipalName: 'User principal name',
        email: 'Email',
        name: 'Display name',
        group: 'Department',
      },
    ],
    [
      'jamf-pro-users.csv',
      {
        userPrincipalName: 'Username',
        managedAppleId: 'Managed Apple Account',
        email: 'Email Address',
        name: 'Full Name',
      },
    ],
    [
      'jamf-school-users.csv',
      {
        userPrincipalName: 'Username',
        email: 'E-mail',
        firstName: 'First name',
        lastName: 'Last name',
        group: 'Groups',
        location: 'Location',
      },
    ],
    [
      'anvandare.csv',
      { email: 'E-postadress', firstName: 'Förnamn', lastName: 'Efternamn', group: 'Klass' },
    ],
  ])('B9: %s', async (name, fields) => {
    for (const looksAfter of ANYBODY)
      expect(await takenFor(fixture(name), looksAfter)).toBe('apple-licences users');
    expect(await fieldsOf(fixture(name))).toEqual(fields);
  });

  test.each([
    ['sv', 'Förnamn;Efternamn;E-post', 'Visningsnamn;Hanterat Apple-konto'],
    ['en', 'Given name;Surname;Mail', 'Name;Managed Apple ID'],
    ['de', 'Vorname;Nachname;E-Mail-Adresse', 'Anzeigename;Verwalteter Apple Account'],
    ['fr', 'Prénom;Nom;Adresse e-mail', 'Nom complet;Compte Apple géré'],
    ['es', 'Nombre;Apellidos;Correo electrónico', 'Nombre completo;Cuenta de Apple gestionada'],
    ['nl', 'Voornaam;Achternaam;E-mailadres', 'Weergavenaam;Beheerd Apple Account'],
    ['no', 'Fornavn;Etternavn;E-postadresse', 'Visningsnavn;Administrert Apple-konto'],
    ['da', 'Fornavn;Efternavn;E-mail', 'Fulde navn;Administreret Apple-konto'],
    ['fi', 'Etunimi;Sukunimi;Sähköpostiosoite', 'Koko nimi;Hallittu Apple-tili'],
  ])('B9: headings in %s', async (_, apart, whole) => {
    const taken = await fieldsOf(csvOf(apart, 'Vera;Lind;vera@nordby.example'));
    expect(Object.keys(taken).toSorted()).toEqual(['email', 'firstName', 'lastName']);
    const other = await fieldsOf(csvOf(whole, 'Vera Lind;vera@nordby.example'));
    expect(Object.keys(other).toSorted()).toEqual(['managedAppleId', 'name']);
  });

  test('B9: no password of a list is shown, and none is read', async () => {
    const shelf = await shelfOf(fixture('google-workspace.csv'));
    expect(JSON.stringify([shelf.content(), [...shelf.rows({})]])).not.toContain('NotASecret');
    const said = await opened(fixture('google-workspace.csv'));
    if (!said.shelved.ok) throw new Error(said.shelved.problem.code);
    for (const as of ['users', 'assignments'] as const) {
      const read = saidAs(said.file, said.shelved.value, '', as);
      expect(JSON.stringify(read.shelf.content())).not.toContain('NotASecret');
    }
  });
});

describe('B9: lists of who has which licence', () => {
  test.each<[string, Record<string, string>]>([
    [
      'intune-app-licences.csv',
      {
        appName: 'App name',
        name: 'User',
        userPrincipalName: 'UPN',
        deviceName: 'Device',
        serialNumber: 'Serial number',
        licenceType: 'License type',
      },
    ],
    [
      'jamf-pro-user-assignments.csv',
      {
        userPrincipalName: 'Username',
        name: 'Full Name',
        email: 'Email Address',
        appName: 'Content Name',
        adamId: 'Adam ID',
        state: 'Status',
      },
    ],
    [
      'jamf-pro-device-assignments.csv',
      {
        deviceName: 'Display Name',
        serialNumber: 'Serial Number',
        appName: 'App Name',
        adamId: 'Adam ID',
      },
    ],
    [
      'jamf-school-licences.csv',
      {
        appName: 'App',
        location: 'Location',
        deviceName: 'Device name',
        serialNumber: 'Serial number',
        name: 'User',
      },
    ],
    [
      'licences-by-link.csv',
      {
        storeUrl: 'App Store link',
        managedAppleId: 'Managed Apple ID',
        clientUserId: 'clientUserId',
      },
    ],
  ])('B9: %s', async (name, fields) => {
    for (const looksAfter of ANYBODY)
      expect(await takenFor(fixture(name), looksAfter)).toBe('apple-licences assignments');
    expect(await fieldsOf(fixture(name))).toEqual(fields);
  });

  test('B9: a name beside an app’s number may be the app’s: it is nobody’s', async () => {
    const fields = await fieldsOf(
      csvOf('Adam ID;Name;E-mail', '900000000001;Matteskogen;vera@nordby.example'),
    );
    expect(Object.keys(fields)).toEqual(['adamId', 'email']);
  });
});

describe('B9: what is no list of people stays what it is', () => {
  const VIP = '5A20C8F190D73B627E4D';
  test.each<[string, readonly string[], string]>([
    [
      'members of VIP and their contacts',
      [
        'VIP ID;Kundnamn;Årsdag;Förnamn;Efternamn;E-post',
        `${VIP};Foto AB;2027-01-01;Vera;Lind;v@a.example`,
      ],
      'adobe-vip customers',
    ],
    [
      'codes that people got',
      [
        'First name;Last name;Email;Code',
        'Vera;Lind;v@a.example;XFAKE0000001',
        'Nils;Ek;n@a.example;XFAKE0000002',
      ],
      'apple-credit codes',
    ],
    [
      'installations',
      ['Device name;UPN;User name;App name;Install status', 'Pad;v@a.example;Vera;Foto;Installed'],
      'apple-licences installs',
    ],
    [
      'apps and their licences',
      ['Name;Adam ID;Total;Assigned;Email', 'Foto;900000000001;10;2;v@a.example'],
      'apple-licences apps',
    ],
    [
      'orders',
      [
        'Ordernummer;Kund;Förnamn;Efternamn;E-post;Summa',
        '77;Foto AB;Vera;Lind;v@a.example;100,50',
      ],
      'apple-credit credit?',
    ],
    [
      'devices and who has them',
      [
        'Device name;Serial number;Primary user UPN;Primary user display name',
        'Pad;TESTIPAD0001;v@a.example;Vera Lind',
      ],
      'nothing-known',
    ],
    [
      'organisations and their contacts',
      ['Organisation;Förnamn;Efternamn;E-post', 'Foto AB;Vera;Lind;v@a.example'],
      'adobe-vip customers?',
    ],
  ])('B9: %s', async (_, rows, taken) => {
    expect(await takenFor(csvOf(...rows), ['apple-credit', 'apple-licences', 'adobe-vip'])).toBe(
      taken,
    );
  });

  test('B9: people who are called no more than a name are users only where apps are looked after', async () => {
    const rows = csvOf('Namn;E-post', 'Vera Lind;v@a.example');
    expect(await takenFor(rows)).toBe('apple-licences users');
    expect(await takenFor(rows, ['apple-licences', 'adobe-vip'])).toBe('apple-licences users');
    expect(await takenFor(rows, ['adobe-vip'])).toBe('adobe-vip customers?');
  });

  test('B9, C7: users of the Adobe Admin Console are who has its licences, and no users of Apple', async () => {
    for (const looksAfter of ANYBODY)
      expect(await takenFor(fixture('adobe-users.csv'), looksAfter)).toBe('adobe-vip holders');
  });
});

describe('B9: a sheet is a list of users or of their licences where somebody says so', () => {
  const readAs = async (
    as: 'users' | 'assignments',
    mapping: readonly (readonly [number, string])[],
  ) => {
    const rows = csvOf('Vem;Adress;Vad', 'Vera Lind;vera@nordby.example;Matteskogen');
    const { file, shelved } = await opened(rows, ['adobe-vip']);
    if (!shelved.ok) throw new Error(shelved.problem.code);
    const { shelf } = saidAs(file, shelved.value, '', as);
    for (const [index, field] of mapping) shelf.map([{ index, field }]);
    const { mapped, sheets } = shelf.content();
    return { rows: [...shelf.rows({})] as ListRow[], key: mapped[0]?.key, kind: sheets[0]?.kind };
  };

  test('B9: columns that no heading names are mapped by hand, and remembered', async () => {
    const unmapped = await readAs('users', []);
    expect(unmapped).toMatchObject({
      kind: 'users',
      rows: [{ is: 'person', line: { name: '', addresses: ['vera@nordby.example'] } }],
    });
    const users = await readAs('users', [
      [0, 'name'],
      [1, 'email'],
    ]);
    expect(users).toMatchObject({
      key: 'apple-licences:users:vem|adress|vad',
      rows: [
        {
          is: 'person',
          line: { name: 'Vera Lind', addresses: ['vera@nordby.example'], group: '' },
        },
      ],
    });
    const assignments = await readAs('assignments', [
      [1, 'managedAppleId'],
      [2, 'appName'],
    ]);
    expect(assignments).toMatchObject({
      kind: 'assignments',
      key: 'apple-licences:assignments:vem|adress|vad',
      rows: [{ is: 'holding', line: { app: { adamId: '', name: 'Matteskogen' } } }],
    });
  });
});

describe('C7: people with what they have of Adobe’s', () => {
  const ofAdobe = [
    ['E-post;Förnamn;Efternamn;Produkter', 'ada@a.example;Ada;Ek;"Acrobat Pro, Photoshop"'],
    ['Namn;E-post;Produkt', 'Ada Ek;ada@a.example;Adobe Creative Cloud'],
    ['Email;First Name;Last Name;License', 'ada@a.example;Ada;Ek;Creative Cloud All Apps'],
  ] as const;

  test.each(ofAdobe)('C7: %s with %s are a list of who holds licences', async (...lines) => {
    const list = csvOf(...lines);
    expect(await takenFor(list)).toBe('adobe-vip holders');
    expect(await takenFor(list, ['apple-licences', 'adobe-vip'])).toBe('adobe-vip holders');
    expect(Object.keys(await fieldsOf(list))).toEqual(expect.arrayContaining(['email']));
    const told = Object.keys(await fieldsOf(list)).filter((field) =>
      /^(config|product)/.test(field),
    );
    expect(told).toHaveLength(1);
  });

  test.each(ofAdobe)('B9: %s with %s stay users where no VIP is looked after', async (...lines) => {
    expect(await takenFor(csvOf(...lines), ['apple-licences'])).toBe('apple-licences users');
  });

  test.each([
    ['Namn;E-post;Produkt', 'Ada Ek;ada@a.example;Office 365', 'users'],
    ['E-post;Förnamn;Efternamn;Yrke', 'ada@a.example;Ada;Ek;Illustrator', 'users'],
    ['Namn;E-post;App', 'Ada Ek;ada@a.example;Adobe Express', 'assignments'],
  ])('B9: %s with %s is none', async (headings, row, kind) => {
    expect(await takenFor(csvOf(headings, row))).toBe(`apple-licences ${kind}`);
  });
});
