import { describe, expect, test } from 'vitest';
import type {
  RecognisedFile,
  RecognisedSheet,
} from '#programmes/apple-credit/import/read/values.ts';
import { readRows } from '#programmes/apple-credit/import/read/rows.ts';
import { recogniseFile } from '#programmes/apple-credit/import/read/lists.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { fileOf, sheetOf } from '#tests/factories/sheet-rows.ts';

const recognise = (file: SheetFile): RecognisedFile => {
  const found = recogniseFile(file);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
};
const first = (...rows: readonly (readonly string[])[]): RecognisedSheet => {
  const [sheet] = recognise(fileOf(sheetOf(rows))).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};
const fields = (sheet: RecognisedSheet): Record<string, string> =>
  Object.fromEntries(sheet.columns.map(({ heading, field }) => [heading, field]));
const codes = ['FAKE0000ABCD', 'FAKE1111ABCD', 'FAKE2222ABCD'];

describe('headings', () => {
  test.each([
    'Code',
    ' code ',
    'CODE',
    'Code:',
    'Kod',
    '\u00a0Kod\u200b',
    'Redemption Code',
    'Inlösningskod',
    'Redemption_Code',
  ])('A5: "%s" heads the codes', (heading) => {
    expect(first([heading], ['FAKE0000ABCD'])).toMatchObject({
      kind: 'codes',
      headerRow: 1,
      needsMapping: false,
      rowCount: 1,
      columns: [{ field: 'code', secret: true, samples: [] }],
    });
  });

  test('A5: a sheet of orders with amounts is a credit sheet', () => {
    const sheet = first(
      ['Order Number', 'Purchaser', 'Amount (SEK)', 'Available From', 'Code', 'Comment'],
      ['4500218837', 'innehall@nordby.example', '25 000,00', '2026-09-04', 'FAKE0000ABCD', ''],
    );
    expect(sheet.kind).toBe('credit');
    expect(fields(sheet)).toEqual({
      'Order Number': 'orderNumber',
      Purchaser: 'purchaserAppleId',
      'Amount (SEK)': 'amount',
      'Available From': 'readyOn',
      Code: 'code',
      Comment: '',
    });
    expect(sheet.columns.map(({ samples }) => samples.join())).toEqual([
      '4500218837',
      'innehall@nordby.example',
      '25 000,00',
      '2026-09-04',
      '',
      '',
    ]);
    expect(sheet.columns.at(-1)).toMatchObject({ filled: 0, field: '' });
  });

  test('A5: a credit sheet is recognised by Swedish headings', () => {
    const sheet = first(
      [
        'Ordernummer',
        'Innehållsköpare',
        'Kreditvärde',
        'Valuta',
        'Beställningsdatum',
        'Inlösningskod',
      ],
      ['4500218837', 'Anna Å', '25000', 'SEK', '2026-09-04', 'FAKE0000ABCD'],
    );
    expect(sheet.kind).toBe('credit');
    expect(Object.values(fields(sheet))).toEqual([
      'orderNumber',
      'purchaserName',
      'amount',
      'currency',
      'orderDate',
      'code',
    ]);
  });

  test('A5: a sheet of orders without codes is a credit sheet too', () => {
    expect(first(['Order Number', 'Amount'], ['4500218837', '25000']).kind).toBe('credit');
  });

  test('A5: a sheet of app codes and links that also names order numbers is still a sheet of codes', () => {
    const link = 'https://apps.apple.com/redeem?code=FAKE0000ABCD&ctx=apps';
    expect(
      first(['Order ID', 'Code', 'Code Redemption Link'], ['MFX1', 'FAKE0000ABCD', link]).kind,
    ).toBe('codes');
    expect(first(['Order ID', 'Product', 'Code'], ['MFX1', 'Testapp', 'FAKE0000ABCD']).kind).toBe(
      'codes',
    );
  });

  test('A5: codes without links, below an order number and an amount, are several codes of one credit order', () => {
    const sheet = first(
      ['Beställningsnummer', 'MFX0000105'],
      ['Kreditvärde', '15 000 kr'],
      ['Kod'],
      ...codes.map((code) => [code]),
    );
    expect(sheet).toMatchObject({
      kind: 'credit',
      headerRow: 3,
      metadata: { orderNumber: 'MFX0000105', amount: '15000.00' },
    });
  });

  test('A5: a column of redemption links is enough to recognise a sheet of codes', () => {
    const sheet = first(['Redemption Link'], ['https://apps.apple.com/redeem?code=FAKE0000ABCD']);
    expect(sheet).toMatchObject({
      kind: 'codes',
      needsMapping: false,
      columns: [{ field: 'link', secret: true, samples: [] }],
    });
  });

  test('A5: if two columns have the same meaning, the first one is used', () => {
    const sheet = first(
      ['Code', 'Order Date', 'Purchase Date'],
      ['FAKE0000ABCD', '2026-01-01', '2026-01-02'],
    );
    expect(Object.values(fields(sheet))).toEqual(['code', 'orderDate', '']);
  });

  test('A5: headings that are repeated among the rows are not read as rows', () => {
    expect(
      first(['Code', 'Link'], [codes[0] ?? '', 'x'], ['Code', 'Link'], [codes[1] ?? '', 'x'])
        .rowCount,
    ).toBe(2);
  });

  test('A5: headings are looked for in the first forty lines', () => {
    const lines = (count: number): string[][] =>
      Array.from({ length: count }, (_, at) => [`Line ${at}`, 'text']);
    expect(first(...lines(39), ['Code', 'Link'], ['FAKE0000ABCD', 'x']).headerRow).toBe(40);
    expect(recogniseFile(fileOf(sheetOf([...lines(41), ['Code'], ['nothing']])))).toMatchObject({
      ok: false,
    });
  });
});

describe('lines above the headings', () => {
  test('A5: a field and its value are read from two cells, or from one cell that has both', () => {
    const sheet = first(
      ['', 'Order ID', '', 'MFX0000102'],
      ['Product: Testapp Matteskogen'],
      ['Purchase Date', '02/09/2026'],
      ['Codes Purchased', '12'],
      ['Something', 'else'],
      ['a', 'b', 'c'],
      ['https://apple.com: x'],
      ['Code', 'Comment'],
      ['FAKE0000ABCD', 'x'],
    );
    expect(
      sheet.preamble.map(({ row, key, written, field }) => [row, key, written, field]),
    ).toEqual([
      [1, 'Order ID', 'MFX0000102', 'orderNumber'],
      [2, 'Product', 'Testapp Matteskogen', 'product'],
      [3, 'Purchase Date', '02/09/2026', 'orderDate'],
      [4, 'Codes Purchased', '12', 'purchased'],
      [5, 'Something', 'else', ''],
    ]);
    expect(sheet.metadata).toEqual({
      orderNumber: 'MFX0000102',
      product: 'Testapp Matteskogen',
      purchased: 12,
    });
  });

  test('A5: a column with the same value in every row applies to the whole sheet, one with several values does not', () => {
    const sheet = first(
      ['Code', 'Product', 'Adam ID'],
      ['FAKE0000ABCD', 'App', '1'],
      ['FAKE1111ABCD', 'App', '2'],
    );
    expect(sheet.metadata).toEqual({ product: 'App' });
  });
});

describe('without known headings', () => {
  test('A5: the column in which most cells look like codes is suggested, and must be confirmed', () => {
    const sheet = first(
      ...codes.map((code, at) => [`${at}`, code, `https://apps.apple.com/redeem?code=${code}`]),
    );
    expect(sheet).toMatchObject({ kind: 'codes', headerRow: 0, needsMapping: true, rowCount: 3 });
    expect(sheet.columns.map(({ field }) => field)).toEqual(['', 'code', 'link']);
    expect(JSON.stringify(sheet.columns)).not.toContain('FAKE');
  });

  test('A5: the line above the first code is used as headings', () => {
    const sheet = first(
      ['Köpnummer', 'MFX1'],
      ['Nr', 'Lösen'],
      ...codes.map((code, at) => [`${at}`, code]),
    );
    expect(sheet).toMatchObject({ headerRow: 2, needsMapping: true, rowCount: 3 });
    expect(sheet.columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['Nr', ''],
      ['Lösen', 'code'],
    ]);
  });

  test.each([
    ['fake1234abcd'],
    ['fake-1234-abcd'],
    ['FAK-E12-34A-BCD'],
    ['FAK E12 34A BCD'],
    ['FAKE-1234-ABC'],
    ['fakeabcdefgh'],
  ])('A5: a line that holds %s is a row, not the headings', (code) => {
    const sheet = first(
      ['Ada', code, '7B'],
      ['Bo', 'FAKE5678ABCD', '7B'],
      ['Cy', 'FAKE9999ABCD', '7B'],
    );
    expect(sheet).toMatchObject({ headerRow: 0, needsMapping: true, rowCount: 3 });
    expect(readRows([sheet], {}).map(({ outcome }) => outcome)).toEqual([
      'value',
      'value',
      'value',
    ]);
    expect(JSON.stringify([sheet.columns, sheet.preamble]).toUpperCase()).not.toContain('FAK');
  });

  test('A5: a line with a redemption link is a row, whatever its code column contains', () => {
    const link = (code: string): string => `https://apps.apple.com/redeem?code=${code}`;
    const sheet = first(['n/a', link('FAKE1234ABCD')], ['FAKE5678ABCD', link('FAKE5678ABCD')]);
    expect(sheet).toMatchObject({ headerRow: 0, rowCount: 2 });
  });

  test.each([['Presentkort'], ['Aktiveringskod'], ['Koder 2026'], ['2026-11-20']])(
    'A5: "%s" above the codes is not read as a code',
    (text) => {
      expect(first(['Nr', text], ...codes.map((code, at) => [`${at}`, code])).rowCount).toBe(3);
    },
  );

  test('A5: a column counts as codes if four of five cells look like codes, but not if three do', () => {
    const rows = (bad: number): string[][] =>
      Array.from({ length: 5 }, (_, at) => [at >= 5 - bad ? 'see other list' : `FAKE000${at}ABCD`]);
    expect(recogniseFile(fileOf(sheetOf(rows(1))))).toMatchObject({ ok: true });
    expect(recogniseFile(fileOf(sheetOf(rows(2))))).toMatchObject({
      ok: false,
      problem: { code: 'no-codes' },
    });
  });

  test('A5: words in capitals are not codes', () => {
    expect(
      recogniseFile(fileOf(sheetOf([['INSTRUCTIONS'], ['REDEMPTION'], ['HOWTOREDEEM']]))),
    ).toMatchObject({
      ok: false,
    });
  });
});

describe('files', () => {
  test('A5: each sheet is recognised on its own, and those with nothing to import are named', () => {
    const file = recognise(
      fileOf(
        sheetOf([['How to redeem'], ['Open the link.']], 'Help'),
        sheetOf([['Code'], ['FAKE0000ABCD']], 'App A'),
      ),
    );
    expect(file.sheets.map(({ name }) => name)).toEqual(['App A']);
    expect(file.skipped).toEqual([{ name: 'Help', reason: 'no-codes' }]);
  });

  test.each([
    ['nothing', [], 'no-codes'],
    ['headings only', [['Code', 'Code Redemption Link']], 'no-codes'],
    ['text', [['Hello'], ['World']], 'no-codes'],
    [
      'offer codes',
      [
        ['Offer Code', 'Redemption URL'],
        ['FAKE0000ABCD', 'x'],
      ],
      'offer-codes',
    ],
    [
      'offer links',
      [
        ['Code', 'Link'],
        ['FAKE0000ABCD', 'https://apps.apple.com/redeem?ctx=offercodes&id=9&code=FAKE0000ABCD'],
      ],
      'offer-codes',
    ],
    [
      'devices',
      [
        ['Device', 'Serial Number'],
        ['iPad', 'F9FXK1ABCD12'],
        ['iPad', 'F9FXK1ABCD13'],
      ],
      'no-codes',
    ],
    [
      'Adobe orders',
      [
        ['Order Number', 'VIP ID', 'Order Date', 'SKU'],
        ['7710000000', '909AFE23D7E610B96384', '2026-11-20', '65297752BC02A12'],
      ],
      'no-codes',
    ],
  ])('A5: %s: %s', (_, rows, code) => {
    expect(recogniseFile(fileOf(sheetOf(rows)))).toMatchObject({ ok: false, problem: { code } });
  });
});
