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
      columns: [{ field: 'code', secret: true, sample: '' }],
    });
  });

  test('A5: a credit sheet has an order in every row', () => {
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
    expect(sheet.columns.map(({ sample }) => sample)).toEqual([
      '4500218837',
      'innehall@nordby.example',
      '25 000,00',
      '2026-09-04',
      '',
      '',
    ]);
    expect(sheet.columns.at(-1)).toMatchObject({ filled: 0, field: '' });
  });

  test('A5: Swedish headings of a credit sheet', () => {
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

  test('A5: orders without codes are a credit sheet too', () => {
    expect(first(['Order Number', 'Amount'], ['4500218837', '25000']).kind).toBe('credit');
  });

  test('A5: an order number beside app codes and links leaves it a sheet of codes', () => {
    const link = 'https://apps.apple.com/redeem?code=FAKE0000ABCD&ctx=apps';
    expect(
      first(['Order ID', 'Code', 'Code Redemption Link'], ['MFX1', 'FAKE0000ABCD', link]).kind,
    ).toBe('codes');
    expect(first(['Order ID', 'Product', 'Code'], ['MFX1', 'Testapp', 'FAKE0000ABCD']).kind).toBe(
      'codes',
    );
  });

  test('A5: an order and its value above codes without links is credit with several codes', () => {
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

  test('A5: links alone are enough', () => {
    const sheet = first(['Redemption Link'], ['https://apps.apple.com/redeem?code=FAKE0000ABCD']);
    expect(sheet).toMatchObject({
      kind: 'codes',
      needsMapping: false,
      columns: [{ field: 'link', secret: true, sample: '' }],
    });
  });

  test('A5: of two columns with one meaning the first is taken', () => {
    const sheet = first(
      ['Code', 'Order Date', 'Purchase Date'],
      ['FAKE0000ABCD', '2026-01-01', '2026-01-02'],
    );
    expect(Object.values(fields(sheet))).toEqual(['code', 'orderDate', '']);
  });

  test('A5: headings repeated between rows are no rows', () => {
    expect(
      first(['Code', 'Link'], [codes[0] ?? '', 'x'], ['Code', 'Link'], [codes[1] ?? '', 'x'])
        .rowCount,
    ).toBe(2);
  });

  test('A5: headings stand within the first forty lines', () => {
    const lines = (count: number): string[][] =>
      Array.from({ length: count }, (_, at) => [`Line ${at}`, 'text']);
    expect(first(...lines(39), ['Code', 'Link'], ['FAKE0000ABCD', 'x']).headerRow).toBe(40);
    expect(recogniseFile(fileOf(sheetOf([...lines(41), ['Code'], ['nothing']])))).toMatchObject({
      ok: false,
    });
  });
});

describe('lines above the headings', () => {
  test('A5: two filled cells are a line, a single one may hold both', () => {
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

  test('A5: a column with one value speaks for the sheet, one with several does not', () => {
    const sheet = first(
      ['Code', 'Product', 'Adam ID'],
      ['FAKE0000ABCD', 'App', '1'],
      ['FAKE1111ABCD', 'App', '2'],
    );
    expect(sheet.metadata).toEqual({ product: 'App' });
  });
});

describe('without known headings', () => {
  test('A5: the column in which most cells look like codes, to be confirmed', () => {
    const sheet = first(
      ...codes.map((code, at) => [`${at}`, code, `https://apps.apple.com/redeem?code=${code}`]),
    );
    expect(sheet).toMatchObject({ kind: 'codes', headerRow: 0, needsMapping: true, rowCount: 3 });
    expect(sheet.columns.map(({ field }) => field)).toEqual(['', 'code', 'link']);
    expect(JSON.stringify(sheet.columns)).not.toContain('FAKE');
  });

  test('A5: the line above the first code is its heading', () => {
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

  test('A5: a line with a redemption link is a row, whatever stands in its code column', () => {
    const link = (code: string): string => `https://apps.apple.com/redeem?code=${code}`;
    const sheet = first(['n/a', link('FAKE1234ABCD')], ['FAKE5678ABCD', link('FAKE5678ABCD')]);
    expect(sheet).toMatchObject({ headerRow: 0, rowCount: 2 });
  });

  test.each([['Presentkort'], ['Aktiveringskod'], ['Koder 2026'], ['2026-11-20']])(
    'A5: "%s" above the codes is none of them',
    (text) => {
      expect(first(['Nr', text], ...codes.map((code, at) => [`${at}`, code])).rowCount).toBe(3);
    },
  );

  test('A5: four of five are enough, three of five are not', () => {
    const rows = (bad: number): string[][] =>
      Array.from({ length: 5 }, (_, at) => [at >= 5 - bad ? 'see other list' : `FAKE000${at}ABCD`]);
    expect(recogniseFile(fileOf(sheetOf(rows(1))))).toMatchObject({ ok: true });
    expect(recogniseFile(fileOf(sheetOf(rows(2))))).toMatchObject({
      ok: false,
      problem: { code: 'no-codes' },
    });
  });

  test('A5: words in capitals are no codes', () => {
    expect(
      recogniseFile(fileOf(sheetOf([['INSTRUCTIONS'], ['REDEMPTION'], ['HOWTOREDEEM']]))),
    ).toMatchObject({
      ok: false,
    });
  });
});

describe('files', () => {
  test('A5: each sheet on its own, what holds nothing is named', () => {
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
