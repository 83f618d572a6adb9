import { describe, expect, test } from 'vitest';
import { READ_AS, type ReadAs } from '#programmes/reads-as.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { shelveAnyway } from '#data/import/shelve-file.ts';
import { csvOf } from '#tests/factories/vip-lists.ts';

const listOf = async (as: ReadAs, ...rows: readonly string[]) => {
  const read = await readWorkbook(csvOf(...rows), 'lista.csv', () => undefined);
  if (!read.ok) throw new Error(read.problem.code);
  const shelf = shelveAnyway(read.value, as)?.shelf;
  if (shelf === undefined) throw new Error(`nothing to read as ${as}`);
  const { sheets, mapped } = shelf.content();
  const [sheet] = sheets;
  return {
    headerRow: sheet?.headerRow,
    headings: sheet?.columns.map(({ heading }) => heading),
    fields: sheet?.columns.map(({ field }): string => field),
    rowCount: sheet?.rowCount,
    key: mapped[0]?.key,
    rows: [...shelf.rows({})],
  };
};

const PEOPLE = ['Anna Ek;anna@skola.example;7A', 'Bo Al;bo@skola.example;7A'];

describe('B9: a list without headings', () => {
  test('B9: its first person is one of them', async () => {
    const list = await listOf('users', ...PEOPLE);
    expect(list).toMatchObject({
      headerRow: 0,
      headings: ['', '', ''],
      fields: ['', 'email', ''],
      rowCount: 2,
      key: '',
    });
    expect(list.rows).toMatchObject([
      { outcome: 'value', line: { addresses: ['anna@skola.example'] } },
      { outcome: 'value', line: { addresses: ['bo@skola.example'] } },
    ]);
  });

  test('B9: so is the only one', async () => {
    const list = await listOf('users', 'Anna Ek;anna@skola.example;7A');
    expect(list).toMatchObject({ headerRow: 0, fields: ['', 'email', ''], rowCount: 1, key: '' });
  });

  test('B9: so is one with a word that heads other lists', async () => {
    const list = await listOf(
      'users',
      'Anna Ek;anna@skola.example;7A',
      'Bo Al;bo@skola.example;Lärare',
      'Cia Lo;cia@skola.example;7A',
    );
    expect(list).toMatchObject({ headerRow: 0, fields: ['', 'email', ''], rowCount: 3, key: '' });
  });

  test.each<[ReadAs, readonly string[]]>([
    ['assignments', ['anna@skola.example;Foto', 'bo@skola.example;Foto']],
    ['assignments', ['F9FXH1234AAA;Foto', 'F9FXH1234AAB;Foto']],
    ['assignments', ['900000000001;Anna', '900000000002;Bo']],
    ['installs', ['iPad 1;F9FXH1234AAA', 'iPad 2;F9FXH1234AAB']],
    ['installs', PEOPLE],
    ['licences', ['Foto;900000000001', 'Ljud;900000000002']],
    ['licences', PEOPLE],
  ])('B9: read as %s every row is one of %s', async (as, rows) => {
    const list = await listOf(as, ...rows);
    expect(list).toMatchObject({ headerRow: 0, rowCount: rows.length, key: '' });
    expect(list.headings?.join('')).toBe('');
  });

  test('B9: unknown headings are shown, and remembered', async () => {
    const list = await listOf(
      'users',
      'Kontakt;Roll',
      'anna@skola.example;x',
      'bo@skola.example;y',
    );
    expect(list).toMatchObject({
      headerRow: 1,
      headings: ['Kontakt', 'Roll'],
      fields: ['email', ''],
      rowCount: 2,
      key: 'apple-licences:users:kontakt|roll',
    });
  });

  test('B9: a known heading is one, whatever is below it', async () => {
    const list = await listOf('users', 'Namn;Kontakt', 'Anna;anna@skola.example');
    expect(list).toMatchObject({ headerRow: 1, fields: ['name', 'email'], rowCount: 1 });
    expect(list.key).toBe('apple-licences:users:namn|kontakt');
  });

  test.each(READ_AS)(
    'B9: read as %s it is remembered by nothing that somebody is called',
    async (as) => {
      const { key = '' } = await listOf(as, ...PEOPLE);
      expect(key).not.toMatch(/anna|skola/);
    },
  );
});
