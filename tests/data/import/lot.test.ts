import { describe, expect, test } from 'vitest';
import type { OpenLot } from '#data/import/open-file.ts';
import { ok } from '#core/result.ts';
import { Lot } from '#data/import/lot/lot.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { readFiles } from '#data/import/read/read-files.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { bookFile, type MadeSheet } from '#tests/factories/corpus/workbook.ts';
import { lotHere, lotIn } from '#tests/factories/lot-here.ts';
import { csvOf } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';

/** A sheet of a workbook that lists one customer. */
const CUSTOMERS = {
  name: 'Kunder',
  rows: [
    ['VIP ID', 'Kund'],
    [VIP, 'Foto AB'],
  ],
};
const ALL = ['apple-credit', 'apple-licences', 'adobe-vip'] as const;

const csv = async (name: string, ...rows: readonly string[]): Promise<SheetFile> => {
  const read = await readWorkbook(csvOf(...rows), name, () => undefined);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};
const book = async (name: string, ...sheets: readonly MadeSheet[]): Promise<SheetFile> => {
  const { bytes } = bookFile(name, sheets, { seen: '', expected: { refused: '' } });
  const read = await readWorkbook(bytes, name);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};
const codes = (name = 'koder.csv') =>
  csv(name, 'Code;Code Redemption Link', 'XFAKE0000001;https://buy.itunes.apple.com/x');
const customers = (name = 'kunder.csv') =>
  csv(name, 'VIP ID;Kund;Årsdag', `${VIP};Foto AB;2027-01-01`);
const notes = (name = 'anteckningar.csv') => csv(name, 'Vad;Vem', 'Ring;Anna', 'Mejla;Bo');

/** One page of the apps of a location. */
const page = (name: string, at: number): SheetFile => ({
  name,
  digest: name,
  sheets: [],
  documents: [
    {
      name,
      body: {
        assets: [
          { adamId: `90000000000${at}`, pricingParam: 'STDQ', totalCount: 3, assignedCount: 1 },
        ],
        currentPageIndex: at,
        totalPages: 2,
        uId: 'one',
        versionId: 'v',
      },
    },
  ],
});
const asRead = (file: SheetFile) => ({ name: file.name, read: ok(file) });

const sheetsIn = ({ parts }: Pick<OpenLot, 'parts'>): string[] =>
  parts.flatMap(({ programme, sheets }) => sheets.map(({ name }) => `${programme} ${name}`));

describe('A5: files that are chosen together', () => {
  test('A5: are read each by the programme it is of, and named apart', async () => {
    const lot = await lotHere([await codes(), await customers(), await codes()], ALL);
    expect(sheetsIn(lot)).toEqual([
      'apple-credit koder.csv',
      'apple-credit koder.csv (2)',
      'adobe-vip kunder.csv',
    ]);
    expect(lot.name).toBe('koder.csv + 2');
    expect(lot.parts[0]?.files).toMatchObject([
      { name: 'koder.csv', sheets: [{ name: 'koder.csv', own: '' }] },
      { name: 'koder.csv', sheets: [{ name: 'koder.csv (2)', own: '' }] },
    ]);
  });

  test('A5: a sheet of a workbook is called by its file, too', async () => {
    const sheet = (name: string): MadeSheet => ({
      name,
      rows: [
        ['Code', 'Code Redemption Link'],
        ['XFAKE0000001', ''],
      ],
    });
    const lot = await lotHere([await book('koder.xlsx', sheet('A'), sheet('B')), await codes()]);
    expect(sheetsIn(lot)).toEqual([
      'apple-credit koder.xlsx · A',
      'apple-credit koder.xlsx · B',
      'apple-credit koder.csv',
    ]);
  });

  test('C7: say of what is read whether anything that was chosen is not, or not to its end', async () => {
    const isPart = async (...files: readonly SheetFile[]): Promise<boolean> => {
      const { parts } = await lotHere(files, ALL);
      return parts.some((part) => part.isPart === true);
    };
    const rows = [
      ['VIP ID', 'Kund', 'Årsdag'],
      [VIP, 'Foto AB', '2027-01-01'],
    ];
    const openQuote = await csv(
      'k.csv',
      'VIP ID;Kund;Årsdag',
      `${VIP};Foto;2027-01-01`,
      `"${VIP};A`,
    );
    const hidden = await book('k.xlsx', { name: 'A', rows }, { name: 'B', rows, isHidden: true });
    expect(openQuote.openQuote).toBeDefined();
    expect(await isPart(await customers())).toBe(false);
    expect(await isPart(await customers(), await codes())).toBe(false);
    expect(await isPart(await customers(), await notes())).toBe(true);
    expect(await isPart(openQuote)).toBe(true);
    expect(await isPart(hidden)).toBe(true);
    const goesOn = await book(
      'kunder.xlsx',
      {
        name: 'A–M',
        rows: [
          ['VIP ID', 'Kund', 'Årsdag'],
          [VIP, 'Foto AB', '2027-01-01'],
        ],
      },
      { name: 'N–Z', rows: [['Nils Ek', 'nils.ek@nordby.example', 'Foto']] },
    );
    expect(await isPart(goesOn)).toBe(true);
    const info = { name: 'Info', rows: [['Listan är från i går']] };
    const said = {
      name: 'Kunder',
      rows: [
        ['VIP ID', 'Kund', 'Årsdag'],
        [VIP, 'Foto AB', '2027-01-01'],
      ],
    };
    expect(await isPart(await book('kunder.xlsx', said, info))).toBe(false);
  });

  test('A5: one in which nothing is found stops no other, and may be said what it is', async () => {
    const lot = await lotIn([await codes(), await notes()], ALL);
    expect(lot.content().refused).toMatchObject([
      { name: 'anteckningar.csv', problem: { code: 'nothing-known' }, mayBeSaid: true },
    ]);
    lot.readAnyway(1, 'users');
    expect(sheetsIn(lot.content() as OpenLot)).toEqual([
      'apple-credit koder.csv',
      'apple-licences anteckningar.csv',
    ]);
    expect(lot.content().refused).toEqual([]);
  });

  test('A5: the sheets of one workbook are read by several programmes', async () => {
    const file = await book(
      'allt.xlsx',
      {
        name: 'Koder',
        rows: [
          ['Code', 'Code Redemption Link'],
          ['XFAKE0000001', ''],
        ],
      },
      CUSTOMERS,
      {
        name: 'Appar',
        rows: [
          ['Name', 'Adam ID', 'Total'],
          ['Foto', '900000000001', '10'],
        ],
      },
      { name: 'Om', rows: [['Hej'], ['Välkommen']] },
    );
    const lot = await lotHere([file], ALL);
    expect(sheetsIn(lot).sort()).toEqual([
      'adobe-vip Kunder',
      'apple-credit Koder',
      'apple-licences Appar',
    ]);
    expect(lot.skipped.map(({ name, mayBeSaid }) => [name, mayBeSaid])).toEqual([['Om', true]]);
  });

  test('A5: a sheet that nobody can tell takes none beside it along', async () => {
    const file = await book(
      'allt.xlsx',
      CUSTOMERS,
      {
        name: 'Appar',
        rows: [
          ['App', 'Adam-ID', 'Antal', 'Använda'],
          ['Foto', '900000000001', '10', '4'],
        ],
      },
      {
        name: 'Telefon',
        rows: [
          ['Namn', 'Telefon'],
          ['Växel', '701740605'],
          ['Vaktmästare', '701740606'],
        ],
      },
    );
    const lot = await lotHere([file], ALL);
    expect(sheetsIn(lot).sort()).toEqual(['adobe-vip Kunder', 'apple-licences Appar']);
    expect(lot.skipped.map(({ name }) => name)).toEqual(['Telefon']);
  });

  test('A5: each file asks for itself, and an answer is only its own', async () => {
    const orders = (name: string) =>
      csv(name, 'Order Number;Order Date;Credit Amount;Currency', '4501;03/04/2026;1,250;SEK');
    const lot = await lotHere([await orders('a.csv'), await orders('b.csv')], ALL);
    const [part] = lot.parts;
    const asked = part?.questions.map(({ id, sheet }) => [id, sheet]);
    expect(new Set(asked?.map(([id]) => id)).size).toBe(asked?.length);
    const own = part?.questions.filter(({ sheet }) => sheet === 'a.csv') ?? [];
    const answers = Object.fromEntries(own.map(({ id, choices }) => [id, choices[0]?.id ?? '']));
    const read = await part?.rows(answers);
    const outcomes = read?.map(({ rows }) => rows.map(({ outcome }) => outcome));
    expect([own.length, outcomes]).toEqual([2, [['value'], ['unreadable']]]);
  });

  test('A5: columns are mapped in the file that is meant', async () => {
    const other = (name: string) => csv(name, 'Code;Aa', 'XFAKE0000001;77');
    const lot = await lotIn([await other('a.csv'), await other('b.csv')], ALL);
    lot.map('apple-credit', [undefined, { index: 1, field: 'orderNumber' }]);
    const [part] = lot.content().parts;
    expect(part?.sheets.map(({ columns }) => columns[1]?.field)).toEqual(['', 'orderNumber']);
  });

  test('A5: saved answers of one name that are read apart keep their rows apart', async () => {
    const statuses = (id: string): SheetFile => ({
      name: 'status.json',
      digest: id,
      sheets: [],
      documents: [
        {
          name: 'status.json',
          body: {
            '@odata.context': `https://graph.microsoft.com/beta/$metadata#deviceAppManagement/mobileApps('${id}')/deviceStatuses`,
            value: [{ deviceName: 'iPad', installState: 'installed' }],
          },
        },
      ],
    });
    const lot = await lotHere([statuses('a'), statuses('b')], ALL);
    expect(sheetsIn(lot)).toEqual(['apple-licences status.json', 'apple-licences status.json (2)']);
    const rows = await lot.parts[0]?.rows({});
    expect(rows?.map((one) => one.rows.length)).toEqual([1, 1]);
    expect(lot.parts[0]?.files.map(({ label }) => label)).toEqual([
      'status.json',
      'status.json (2)',
    ]);
  });

  test('A5: each saved answer is looked at by itself before all of them are tried together', async () => {
    const seen: (number | undefined)[] = [];
    const read = [page('a.json', 0), page('b.json', 1), await codes()];
    const lot = await Lot.of(read.map(asRead), ALL, { onFile: (at) => seen.push(at) });
    // Each is unpacked, then looked at alone; what is done to both has no name, and is done once.
    expect(seen).toEqual([0, 1, 2, 0, 1, undefined, undefined, 2, undefined]);
    expect(lot.content().parts.flatMap(({ files }) => files.map(({ name }) => name))).toEqual([
      'a.json + 1',
      'koder.csv',
    ]);
  });

  test('A5: one that stops a reader is named, and the others are still read together', async () => {
    const stopping: SheetFile = {
      ...page('stops.json', 0),
      documents: [
        {
          name: 'stops.json',
          body: {
            get assets(): unknown {
              throw new RangeError('too much');
            },
          },
        },
      ],
    };
    const lot = await lotIn([page('a.json', 0), stopping, page('b.json', 1)], ALL);
    const { refused, parts } = lot.content();
    expect(refused.map(({ name, problem }) => [name, problem.code])).toEqual([
      ['stops.json', 'unreadable-file'],
    ]);
    expect(parts[0]?.files.map(({ name }) => name)).toEqual(['a.json + 1']);
  });

  test('A5: those that came to no end together are read each by itself', async () => {
    const read = [page('a.json', 0), page('b.json', 1)].map(asRead);
    const { parts } = (await Lot.of(read, ALL, { apart: true })).content();
    expect(parts[0]?.files.map(({ name }) => name)).toEqual(['a.json', 'b.json']);
  });

  test('A5: files are called together as those that are read, and as all of them where none is', async () => {
    const broken = await notes('trasig.csv');
    const lot = await lotHere([broken, await codes(), await customers()], ALL);
    expect(lot.name).toBe('koder.csv + 1');
    expect(lot.parts.map(({ name }) => name)).toEqual(['koder.csv + 1', 'koder.csv + 1']);
    expect((await lotHere([broken, await notes('b.csv')], ALL)).name).toBe('trasig.csv + 1');
    // Read after all, it counts again.
    expect((await lot.readAnyway(0, 'users')).name).toBe('trasig.csv + 2');
  });

  test('A5: files of one name in which nothing is found are told apart', async () => {
    const lot = await lotIn([await notes(), await notes(), await codes()], ALL);
    expect(lot.content().refused.map(({ name }) => name)).toEqual([
      'anteckningar.csv',
      'anteckningar.csv (2)',
    ]);
  });

  test('A5: one that is gone by now is refused, and no other', async () => {
    const gone = new Blob(['Code\nFAKE00000001\n']);
    Object.defineProperty(gone, 'arrayBuffer', { value: () => Promise.reject(new Error('gone')) });
    const read = await readFiles(
      [
        { blob: gone, name: 'borta.csv' },
        { blob: new Blob(['Code\nFAKE00000001\n']), name: 'koder.csv' },
        { blob: new Blob([new Uint8Array(21 * 1024 * 1024)]), name: 'stor.csv' },
      ],
      () => undefined,
    );
    expect(read.map(({ read }) => (read.ok ? 'read' : read.problem.code))).toEqual([
      'unreadable-file',
      'read',
      'too-large',
    ]);
  });

  test('A5: a column of one file stays as it was mapped when another is said what it is', async () => {
    const other = (name: string) => csv(name, 'Code;Aa', 'XFAKE0000001;77');
    const lot = await lotIn([await other('a.csv'), await notes()], ALL);
    lot.map('apple-credit', [{ index: 1, field: 'orderNumber' }]);
    lot.readAnyway(1, 'users');
    expect(lot.content().parts[0]?.sheets[0]?.columns[1]?.field).toBe('orderNumber');
  });
});
