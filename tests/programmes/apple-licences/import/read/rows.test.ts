import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mappingOf } from '#core/import/tables/table-columns.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import {
  licenceTable,
  mapLicenceTable,
  type LicenceTable,
} from '#programmes/apple-licences/import/read/columns.ts';
import { licenceMappingKey } from '#programmes/apple-licences/import/read/remembered.ts';
import { licenceCounts } from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import {
  fieldOf,
  formatOf,
  productTypeOf,
  yesOrNo,
} from '#programmes/apple-licences/import/read/headings.ts';
import type { LicenceLine } from '#programmes/apple-licences/rules/licence/licence-line.ts';
import {
  licenceTables,
  readLicenceRows,
  type LicenceRow,
} from '#programmes/apple-licences/import/read/rows.ts';
import { stockLevel } from '#programmes/apple-licences/rules/app/licence-stock.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { fileOf, sheetOf } from '#tests/factories/sheet-rows.ts';
import { expectations, textOf, valueOf } from '#tests/programmes/apple-licences/apps-and-books.ts';

const NEUTRAL =
  'source,location,adam_id,pricing_param,app_name,product_type,total,assigned,available,retired,unlimited,as_of'.split(
    ',',
  );
/** Microsoft's list of the report's columns (apple.md §3.3). */
const ALL_APPS_LIST =
  `AppIdentifier,Name,Publisher,Platform,Status,Type,Version,Description,Developer,FeaturedApp,Notes,Owner,DateCreated,LastModified,ExpirationDate,MoreInformationURL,PrivacyInformationURL,StoreURL,Assigned`.split(
    ',',
  );
const JAMF =
  'name,adamId,pricingParam,contentType,deviceTypes,licenseCountTotal,licenseCountInUse,licenseCountReported,iconUrl'.split(
    ',',
  );

const ID = '900000000001';

type Cells = Readonly<Record<string, string>>;

const cellsOf = (headings: readonly string[], cells: Cells): string[] =>
  headings.map((heading) => cells[heading] ?? '');
const tableOf = (
  headings: readonly string[],
  rows: readonly Cells[],
  more: Readonly<Record<number, Partial<SheetRow>>> = {},
): LicenceTable => {
  const sheet = sheetOf([headings, ...rows.map((cells) => cellsOf(headings, cells))], '', more);
  const [table] = valueOf(licenceTables(fileOf(sheet)));
  if (table === undefined) throw new Error('no table');
  return table;
};
const rowsOf = (headings: readonly string[], ...rows: readonly Cells[]): LicenceRow[] =>
  readLicenceRows([tableOf(headings, rows)]);
const linesOf = (rows: readonly LicenceRow[]): LicenceLine[] =>
  rows.flatMap((row) => (row.outcome === 'line' ? [row.line] : []));
const fieldsOf = ({ columns }: LicenceTable): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap(({ heading, field }) => (field === '' ? [] : [[heading, field]])),
  );

describe('B9: a total beside a price or a quantity', () => {
  test.each<[string, string, number | undefined]>([
    ['Adam ID,Name,Quantity,Price,Total', `${ID},Testapp,30,69,2070`, 30],
    ['Adam ID,Name,Total,Quantity', `${ID},Testapp,2070,30`, 30],
    ['Adam ID,Name,Price,Total', `${ID},Testapp,69,2070`, undefined],
    ['Adam-ID,App,Kvantitet,Styckpris,Totalt', `${ID},Testapp,30,69,2070`, 30],
    ['Adam-ID,App,St,Pris/st,Totalt', `${ID},Testapp,30,69,2070`, 30],
    ['Adam-ID,App,Stückzahl,Einzelpreis,Gesamt', `${ID},Testapp,30,69,2070`, 30],
    ['Adam-ID,App,Aantal,Prijs,Totaal', `${ID},Testapp,30,69,2070`, 30],
    ['Adam ID,App,Quantité,Prix unitaire,Total', `${ID},Testapp,30,69,2070`, 30],
    ['Adam ID,App,Cantidad,Precio,Total', `${ID},Testapp,30,69,2070`, 30],
    ['Adam ID,App,Määrä,Hinta,Yhteensä', `${ID},Testapp,30,69,2070`, 30],
    ['Adam ID,Name,Price,Total,Used', `${ID},Testapp,69,30,28`, 30],
  ])('%s', (headings, row, total) => {
    const sheet = sheetOf([headings.split(','), row.split(',')]);
    const [line] = linesOf(readLicenceRows(valueOf(licenceTables(fileOf(sheet)))));
    expect(line?.said.total).toBe(total);
  });
});

describe('the neutral list', () => {
  test('B9: the rows of the fixture are read as expected.json says', async () => {
    const [, expected] = expectations.find(([, { kind }]) => kind === 'licences') ?? [];
    const bytes = new TextEncoder().encode(textOf('licences-neutral.csv'));
    const tables = valueOf(
      licenceTables(valueOf(await readWorkbook(bytes, 'licences-neutral.csv'))),
    );
    const rows = readLicenceRows(tables);
    const lines = linesOf(rows);
    const counts = lines.map(({ said }) => licenceCounts(said));
    expect(rows).toHaveLength(4);
    expect(lines).toHaveLength(expected?.accepted ?? 0);
    expect(counts.filter((count) => stockLevel(count) === 'empty')).toHaveLength(
      Number(expected?.expect?.full),
    );
    expect(counts.filter(({ unlimited }) => unlimited)).toHaveLength(
      Number(expected?.expect?.unlimited),
    );
    expect(counts.flatMap(({ flags }) => flags)).toEqual([]);
    expect(rows.filter((row) => 'duplicateOf' in row)).toEqual([]);
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
    expect(lines[0]).toEqual({
      source: 'mdm',
      location: 'Björkdalens gymnasium',
      adamId: ID,
      pricingParam: 'STDQ',
      isPricingGiven: true,
      name: 'Testapp Matteskogen',
      productType: 'App',
      asOf: '2026-11-19T06:00:00Z',
      said: { total: 120, assigned: 116, available: 4, retired: 0, unlimited: false },
    });
    expect(lines[2]?.said).toEqual({ assigned: 310, retired: 0, unlimited: true });
  });

  test('B9: every column of our template has its field', () => {
    const table = tableOf(NEUTRAL, [{ adam_id: ID }]);
    expect(table).toMatchObject({ format: 'neutral', headerRow: 1, needsMapping: false });
    expect(Object.keys(fieldsOf(table))).toEqual(NEUTRAL);
  });

  test('B9: the same app twice at one location is a duplicate, but not if the pricing differs', () => {
    const row = { location: 'Nordby', adam_id: ID, pricing_param: 'STDQ', total: '3' };
    const rows = rowsOf(
      NEUTRAL,
      row,
      { ...row, location: 'NORDBY', pricing_param: '', source: 'jamf' },
      { ...row, location: 'Sörby' },
      { ...row, pricing_param: 'plus' },
      { ...row, adam_id: '' },
    );
    expect(rows).toMatchObject([
      { row: 2 },
      { row: 3, duplicateOf: { row: 2 }, line: { isPricingGiven: false, pricingParam: 'STDQ' } },
      { row: 4 },
      { row: 5, line: { pricingParam: 'PLUS' } },
      { row: 6, outcome: 'unreadable' },
    ]);
    expect(rows.filter((row) => 'duplicateOf' in row)).toHaveLength(1);
  });

  test.each<[Cells, string, object]>([
    [{}, 'adam-id-missing', {}],
    [{ app_name: 'Totalt', total: '210', assigned: '190', available: '20' }, 'total-row', {}],
    [{ adam_id: 'Delsumma', total: '1 250', as_of: '2026-11-30' }, 'total-row', {}],
    [{ app_name: 'Total War', total: '210' }, 'adam-id-missing', {}],
    [{ adam_id: '9.00000000001E+11' }, 'not-an-adam-id', { written: '9.00000000001E+11' }],
    [{ adam_id: ID, total: 'many' }, 'not-a-count', { field: 'total', written: 'many' }],
    [{ adam_id: ID, assigned: '1,5' }, 'not-a-count', { field: 'assigned', written: '1,5' }],
    [{ adam_id: ID, total: '0.125' }, 'not-a-count', { field: 'total' }],
    [{ adam_id: ID, total: '1.250,000' }, 'not-a-count', { field: 'total' }],
    [{ adam_id: ID, available: '2147483648' }, 'not-a-count', { field: 'available' }],
    [{ adam_id: ID, assigned: 'unlimited' }, 'not-a-count', { field: 'assigned' }],
    [{ adam_id: ID, unlimited: 'maybe' }, 'not-a-yes-or-no', { written: 'maybe' }],
    [{ adam_id: ID, pricing_param: 'standard' }, 'not-a-pricing-param', { written: 'STANDARD' }],
  ])('B9: %j is no line: %s', (cells, reason, params) => {
    const [row] = rowsOf(NEUTRAL, { total: '', location: 'Nordby', ...cells });
    expect(row).toMatchObject({ outcome: 'unreadable', row: 2, reason, params });
  });

  test('B9: a refusal quotes only a short part of a cell', () => {
    const [row] = rowsOf(NEUTRAL, { adam_id: ID, total: 'x'.repeat(500) });
    expect(row?.outcome === 'unreadable' && row.params.written).toHaveLength(40);
  });

  test.each<[string, number]>([
    ['120', 120],
    ['1 250', 1250],
    ['1\u00a0250', 1250],
    ['1,250', 1250],
    ['1.250.000', 1250000],
    ['-1', -1],
    ["'-1", -1],
    ['\u22121', -1],
    ['007', 7],
    ['2147483647', 2147483647],
  ])('B9: "%s" are %d licences', (total, count) => {
    expect(linesOf(rowsOf(NEUTRAL, { adam_id: ID, total }))).toMatchObject([
      { said: { total: count } },
    ]);
  });

  test('B9: a number cell of a sheet is read without digit groups', () => {
    const table = tableOf(NEUTRAL, [{ adam_id: ID, total: '1.125' }], {
      2: { numbers: [NEUTRAL.indexOf('total')] },
    });
    expect(readLicenceRows([table])).toMatchObject([
      { outcome: 'unreadable', reason: 'not-a-count' },
    ]);
  });

  test.each(['Unlimited', 'obegränsat', '∞'])(
    'B8: a total of "%s" means that there is no limit',
    (total) => {
      const [line] = linesOf(rowsOf(NEUTRAL, { adam_id: ID, total, assigned: '7' }));
      expect(licenceCounts(line?.said ?? {})).toMatchObject({
        unlimited: true,
        assigned: 7,
        flags: [],
      });
    },
  );

  test('B8: counts that contradict each other are kept as the list gives them', () => {
    const [line] = linesOf(
      rowsOf(NEUTRAL, { adam_id: ID, total: '5', assigned: '6', available: '-1' }),
    );
    expect(line?.said).toEqual({ total: 5, assigned: 6, available: -1 });
    expect(licenceCounts(line?.said ?? {}).flags).toHaveLength(2);
  });

  test.each([
    ['2026-11-19T07:00:00+0100', '2026-11-19T06:00:00Z', []],
    ['2026-11-19 06:00', '2026-11-19', []],
    ['19 november 2026', '2026-11-19', []],
    ['03/04/2026', undefined, ['as-of-unclear']],
    ['yesterday', undefined, ['as-of-unclear']],
    ['', undefined, []],
  ])('B9: as of "%s"', (written, asOf, notes) => {
    const [row] = rowsOf(NEUTRAL, { adam_id: ID, as_of: written });
    expect(row).toMatchObject({ outcome: 'line', notes });
    expect(row?.outcome === 'line' && row.line.asOf).toBe(asOf);
  });

  test('B9: counts are read from any row as they were written', () => {
    const count = fc.option(fc.integer({ min: -5, max: 5000 }), { nil: undefined });
    const numbers = fc.record({ total: count, assigned: count, available: count, retired: count });
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 20 }), (all) => {
        const rows = all.map((counts, at) => ({
          adam_id: String(900000000000 + at),
          ...Object.fromEntries(
            Object.entries(counts).map(([key, value]) => [key, String(value ?? '')]),
          ),
        }));
        expect(linesOf(rowsOf(NEUTRAL, ...rows)).map((line) => line.said)).toEqual(all);
      }),
    );
  });
});

describe("Intune's AllAppsList", () => {
  const store = `https://apps.apple.com/se/app/testapp/id${ID}`;

  test('B9: apps are found by their address, and Assigned is not read as a count', () => {
    const table = tableOf(ALL_APPS_LIST, [
      {
        Name: 'Testapp',
        StoreURL: store,
        Type: 'iOS volume purchase program app',
        Assigned: 'Yes',
      },
    ]);
    expect(table.format).toBe('intune');
    expect(fieldsOf(table)).toEqual({ Name: 'name', Type: 'intuneType', StoreURL: 'storeUrl' });
    expect(linesOf(readLicenceRows([table]))).toEqual([
      {
        source: 'intune',
        location: '',
        adamId: ID,
        pricingParam: 'STDQ',
        isPricingGiven: false,
        name: 'Testapp',
        productType: '',
        said: {},
      },
    ]);
  });

  test.each([
    ['iOS store app', 'not-a-volume-app'],
    ['Windows app (Win32)', 'not-a-volume-app'],
    ['17', undefined],
    ['', undefined],
    ['#microsoft.graph.iosVppApp', undefined],
  ])('B9: a row of the type "%s" ends as %s', (Type, reason) => {
    const [row] = rowsOf(ALL_APPS_LIST, { Type, StoreURL: store });
    expect(row?.outcome === 'unreadable' ? row.reason : undefined).toBe(reason);
  });

  test('B9: an app of another store has no Adam ID', () => {
    const [row] = rowsOf(ALL_APPS_LIST, {
      StoreURL: 'https://play.google.com/store/apps/details?id=900000000001',
    });
    expect(row).toMatchObject({ outcome: 'unreadable', reason: 'adam-id-missing' });
  });
});

describe("Jamf's content", () => {
  test('B9: total and in use are read as counts, and what devices report is not', () => {
    const table = tableOf(JAMF, [
      {
        name: 'Testapp',
        adamId: ID,
        pricingParam: 'STDQ',
        contentType: 'IOS_APP',
        licenseCountTotal: '120',
        licenseCountInUse: '116',
        licenseCountReported: '90',
      },
    ]);
    expect(table.format).toBe('jamf');
    const [line] = linesOf(readLicenceRows([table]));
    expect(line).toMatchObject({
      source: 'jamf',
      productType: 'App',
      said: { total: 120, assigned: 116 },
    });
    expect(licenceCounts(line?.said ?? {}).free).toBe(4);
  });
});

describe('columns', () => {
  test.each([
    ['Adam-ID', 'adamId'],
    ['ÄGDA', 'total'],
    ['Tilldelade licenser', 'assigned'],
    ['Lediga (st)', 'available'],
    ['Plats', 'location'],
    ['Used Licenses', 'assigned'],
    ['usedLicenseCount', 'assigned'],
    ['total_vpp_licenses', 'total'],
    ['Price', undefined],
    ['', undefined],
  ])('B9: "%s" means %s', (heading, field) => {
    expect(fieldOf(heading, 'neutral')).toBe(field);
  });

  test('B9: Assigned is a count in our own list, but not in Intune’s', () => {
    expect([fieldOf('Assigned', 'neutral'), fieldOf('Assigned', 'intune')]).toEqual([
      'assigned',
      undefined,
    ]);
    expect([formatOf(NEUTRAL), formatOf(ALL_APPS_LIST), formatOf(JAMF)]).toEqual([
      'neutral',
      'intune',
      'jamf',
    ]);
  });

  test('B9: lines above the headings and empty rows are ignored', () => {
    const sheet = sheetOf([
      ['Licences of Nordby'],
      ['', ''],
      ['Adam ID', 'Total'],
      [ID, '3'],
      ['', ' '],
    ]);
    expect(licenceTable(sheet)).toMatchObject({ headerRow: 3, rows: [{ number: 4 }] });
  });

  test('B9: if two columns have the same meaning, the first one is used, and the choice can be changed', () => {
    const table = tableOf(
      ['Adam ID', 'Total', 'Owned'],
      [{ 'Adam ID': ID, Total: '3', Owned: '4' }],
    );
    expect(linesOf(readLicenceRows([table]))).toMatchObject([{ said: { total: 3 } }]);
    const mapped = mapLicenceTable(table, { index: 2, field: 'total' });
    expect(mapped.columns.map(({ field }) => field)).toEqual(['adamId', '', 'total']);
    expect(linesOf(readLicenceRows([mapped]))).toMatchObject([{ said: { total: 4 } }]);
  });

  test('B9: a mapping is remembered by the headings', () => {
    const table = mapLicenceTable(tableOf(['Adam ID', 'Total', 'Kostnad'], [{ 'Adam ID': ID }]), {
      index: 2,
      field: 'location',
    });
    const again = tableOf(['adam_id', 'TOTAL', 'Kostnad'], [{ adam_id: ID }]);
    expect(licenceMappingKey(again)).toBe(licenceMappingKey(table));
    expect(licenceMappingKey(tableOf(NEUTRAL, [{ adam_id: ID }]))).not.toBe(
      licenceMappingKey(table),
    );
    const fieldsOf = (remembered: Readonly<Record<string, string>>): string[] =>
      mapLicenceTable(again, { remembered }).columns.map(({ field }) => field);
    expect(fieldsOf(mappingOf(table.columns))).toEqual(['adamId', 'total', 'location']);
    expect(fieldsOf({ 0: 'adamId', 1: 'newerField', 2: 'adamId' })).toEqual(['adamId', '', '']);
  });

  test('B9: if no heading names the app, its column is found by its content, and must be confirmed', () => {
    const sheet = sheetOf([
      ['Programvara', 'Nummer', 'Antal'],
      ['Testapp', ID, '3'],
      ['Testbok', '900000000002', '4'],
    ]);
    const table = licenceTable(sheet);
    expect(table).toMatchObject({ needsMapping: true, headerRow: 1 });
    expect(table?.columns.map(({ field }) => field)).toEqual(['', 'adamId', 'total']);
    const remembered = mappingOf(table?.columns ?? []);
    expect(table && mapLicenceTable(table, { remembered }).needsMapping).toBe(false);
  });

  test('B9: counts are known by the headings of Kandji, and of people', () => {
    for (const [headings, meant] of [
      [
        ['App', 'Adam ID', 'Licenses purchased', 'Licenses used', 'Licenses available'],
        ['name', 'adamId', 'total', 'assigned', 'available'],
      ],
      [
        ['App', 'Adam ID', 'Licenses total', 'Licenses remaining'],
        ['name', 'adamId', 'total', 'available'],
      ],
      [
        ['App', 'Adam-ID', 'Inköpta st', 'Använda st', 'Lediga st'],
        ['name', 'adamId', 'total', 'assigned', 'available'],
      ],
    ] as const) {
      const table = licenceTable(sheetOf([[...headings], ['Foto', ID, '9', '4', '5']]));
      expect(table?.columns.slice(0, meant.length).map(({ field }) => field)).toEqual(meant);
    }
  });

  test.each([
    [
      ['App', 'Adam ID', 'Licenser (använda)', 'Licenser (köpta)'],
      ['name', 'adamId', 'assigned', 'total'],
    ],
    [
      ['App', 'Adam ID', 'Total (left)', 'Total (pcs)'],
      ['name', 'adamId', '', 'total'],
    ],
    [
      ['Namn', 'E-post', 'App', 'Adam ID', 'Antal'],
      ['', '', 'name', 'adamId', 'total'],
    ],
  ])(
    'B9: what is in brackets is part of a heading, and the app is named first: %j',
    (headings, meant) => {
      const row = headings.map((heading) => (heading === 'Adam ID' ? ID : '7'));
      const table = licenceTable(sheetOf([headings, row]));
      expect(table?.columns.map(({ field }) => field)).toEqual(meant);
    },
  );

  test('B9: the day of a purchase is not that of the counts', () => {
    const table = licenceTable(
      sheetOf([
        ['Datum', 'App', 'Adam-ID', 'Antal', 'Ordernummer'],
        ['2026-01-01', 'Foto', ID, '10', 'W1'],
      ]),
    );
    expect(table?.columns.map(({ field }) => field)).toEqual(['', 'name', 'adamId', 'total', '']);
  });

  test.each(['Telefon', 'Mobile phone', 'Personnr', 'Kundnummer'])(
    'B9: figures under %s are no apps',
    (heading) => {
      const rows = [
        ['Benämning', heading],
        ['Växel', '701740605'],
        ['Vaktmästare', '701740606'],
      ];
      expect(licenceTable(sheetOf(rows))).toBeUndefined();
    },
  );

  test.each<[string, string[][]]>([
    ['nothing', []],
    [
      'headings of codes',
      [
        ['Code', 'Code Redemption Link'],
        ['FAKE0000ABCD', 'https://apps.apple.com/redeem?code=FAKE0000ABCD'],
      ],
    ],
    [
      'counts without an app',
      [
        ['Namn', 'Antal'],
        ['Testapp', '3'],
      ],
    ],
    [
      'short numbers',
      [
        ['Namn', 'Nummer'],
        ['Testapp', '12345678'],
      ],
    ],
  ])('B9: a file with %s is refused', (_, rows) => {
    expect(licenceTables(fileOf(sheetOf(rows)))).toEqual({
      ok: false,
      problem: { code: 'no-licences' },
    });
  });

  test('B9: a sheet without licences beside one with them is left out', () => {
    const sheets = [
      sheetOf([['Namn']], 'About'),
      sheetOf(
        [
          ['Adam ID', 'Total'],
          [ID, '3'],
        ],
        'Licences',
      ),
    ];
    expect(valueOf(licenceTables(fileOf(...sheets))).map(({ sheet }) => sheet)).toEqual([
      'Licences',
    ]);
  });
});

test.each([
  ['App', 'App'],
  ['IOS_APP', 'App'],
  ['Book', 'Book'],
  ['Bok', 'Book'],
  ['eBook', 'Book'],
  ['', ''],
  ['Film', ''],
])('B9: the product type "%s" is %s', (written, type) => {
  expect(productTypeOf(written)).toBe(type);
});

test.each([
  ['TRUE', true],
  ['Ja', true],
  ['1', true],
  ['false', false],
  ['Nej', false],
  ['0', false],
  ['', undefined],
  ['kanske', undefined],
])('B9: "%s" is %s', (written, meant) => {
  expect(yesOrNo(written)).toBe(meant);
});
