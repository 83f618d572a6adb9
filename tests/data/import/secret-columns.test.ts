import { describe, expect, test } from 'vitest';
import type { Programme } from '#core/record/record.ts';
import { isSecretHeading } from '#core/import/secret-headings.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { shelveAnyway, shelveFile } from '#data/import/shelve-file.ts';
import { READ_AS } from '#programmes/reads-as.ts';
import { csvOf } from '#tests/factories/vip-lists.ts';
import { saidAs } from '#tests/factories/said-as.ts';

const HEADINGS = [
  'Namn;E-post;Lösenord',
  'namn;e-post;losenord',
  'Name;Email;Password',
  'Name;E-Mail;Kennwort',
  'Nom;Courriel;Mot de passe',
  'Nombre;Correo;Contraseña',
  'Nombre;Correo;Clave',
  'Naam;E-mail;Wachtwoord',
  'Navn;E-post;Passord',
  'Navn;E-mail;Adgangskode',
  'Navn;E-mail;Kodeord',
  'Nimi;Sähköposti;Salasana',
  'Nimi;Sähköposti;Tunnussana',
  'Name;Email;sToken',
  'Name;Email;token',
  'Name;Email;Secret',
  'Namn;E-post;Hemlighet',
  'Namn;E-post;PIN',
];

/** Words, figures, and what looks like codes, apps, SKUs and members. */
const SECRETS = [
  ['sommar-Regn7', 'vinter-Sol8'],
  ['482913', '771204'],
  ['XFAKE0000001', 'XFAKE0000002'],
  ['900000000001', '900000000002'],
  ['65000002CA01A12', '65000003CA01A12'],
  ['5A20C8F190D73B627E4D', '5A20C8F190D73B627E4E'],
];

const fileOf = async (headings: string, [first = '', second = '']: readonly string[]) => {
  const rows = [
    headings,
    `Anna Ek;anna@skola.example;${first}`,
    `Bo Al;bo@skola.example;${second}`,
  ];
  const read = await readWorkbook(csvOf(...rows), 'lista.csv', () => undefined);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};

const LOOKS_AFTER: readonly (readonly Programme[] | undefined)[] = [
  undefined,
  ['apple-credit'],
  ['apple-licences'],
  ['adobe-vip'],
];

describe('A5: passwords are never shown', () => {
  test.each(HEADINGS)('A5: not under %s, whatever the list is read as', async (headings) => {
    for (const secrets of SECRETS) {
      const file = await fileOf(headings, secrets);
      const found = LOOKS_AFTER.flatMap((looksAfter) => {
        const taken = shelveFile(file, looksAfter);
        return taken.ok ? [taken.value] : [];
      });
      const said = READ_AS.flatMap((as) => shelveAnyway(file, as) ?? []);
      const again = found.flatMap((shelved) => READ_AS.map((as) => saidAs(file, shelved, '', as)));
      expect(said.length).toBeGreaterThan(0);
      for (const { shelf } of [...found, ...said, ...again]) {
        const { sheets, mapped } = shelf.content();
        const shown = JSON.stringify([sheets.map(({ columns }) => columns), mapped]).toLowerCase();
        for (const secret of secrets) expect(shown).not.toContain(secret.toLowerCase());
        for (const { columns } of sheets)
          expect(columns[2]).toMatchObject({ secret: true, samples: [], field: '' });
      }
    }
  });

  test('A5: nor once someone gave the column a meaning', async () => {
    const file = await fileOf('Namn;E-post;Lösenord', ['sommar-Regn7', 'vinter-Sol8']);
    for (const as of READ_AS) {
      const shelf = shelveAnyway(file, as)?.shelf;
      shelf?.map([{ index: 2, field: as === 'codes' ? 'comment' : 'name' }]);
      expect(JSON.stringify(shelf?.content().sheets[0]?.columns)).not.toContain('sommar');
    }
  });

  test.each(['Loesenord', 'LÖSENORD (tillfälligt)', 'Temporary password', 'PIN-kod'])(
    'A5: %s',
    (heading) => {
      expect(isSecretHeading(heading)).toBe(true);
    },
  );

  test.each(['Secretary', 'VPP Token Name', 'Pinnummer', 'Nombre', 'Klass', 'Kod', 'Code'])(
    'A5: %s heads no passwords',
    (heading) => {
      expect(isSecretHeading(heading)).toBe(false);
    },
  );
});
