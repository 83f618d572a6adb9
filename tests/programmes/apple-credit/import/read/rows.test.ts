import { describe, expect, test } from 'vitest';
import type { RecognisedSheet, RowValue } from '#programmes/apple-credit/import/read/values.ts';
import type { Answers, Question } from '#core/import/file-question.ts';
import { questionsOf } from '#programmes/apple-credit/import/read/questions.ts';
import { metadataOf } from '#programmes/apple-credit/import/read/metadata.ts';
import { readRows } from '#programmes/apple-credit/import/read/rows.ts';
import { recogniseFile } from '#programmes/apple-credit/import/read/lists.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import { fileOf, sheetOf } from '#tests/factories/sheet-rows.ts';

const sheetsOf = (...sheets: readonly Sheet[]): readonly RecognisedSheet[] => {
  const found = recogniseFile(fileOf(...sheets));
  if (!found.ok) throw new Error(found.problem.code);
  return found.value.sheets;
};
const rowsOf = (
  rows: readonly (readonly string[])[],
  more: Readonly<Record<number, Partial<SheetRow>>> = {},
): RowValue[] => readRows(sheetsOf(sheetOf(rows, '', more)), {});
const link = (code: string): string => `https://apps.apple.com/redeem?code=${code}&ctx=apps`;

const CREDIT = ['Order Number', 'Amount', 'Available From', 'Redemption Code'];
const credit = (...rows: readonly (readonly string[])[]): readonly RecognisedSheet[] =>
  sheetsOf(sheetOf([CREDIT, ...rows]));

describe('rows of codes', () => {
  test('A5: the code is read from its cell, or from the link if the cell is empty', () => {
    const rows = rowsOf([
      ['Code', 'Link'],
      ['fake-0000-abcd', link('FAKE0000ABCD')],
      ['', link('FAKE1111ABCD')],
      ['FAKE2222ABCD', link('FAKE3333ABCD')],
    ]);
    expect(
      rows.map((row) => (row.outcome === 'value' ? [row.row, row.code, row.notes] : row)),
    ).toEqual([
      [2, 'FAKE0000ABCD', []],
      [3, 'FAKE1111ABCD', ['code-from-link']],
      [4, 'FAKE2222ABCD', ['link-differs']],
    ]);
  });

  test('A5: an amount with more digits than can be stored is not read', () => {
    const [row] = readRows(
      credit(['4500000001', '1 234 567 890 123 456 kr', '', 'FAKE0000ABCD']),
      {},
    );
    expect(row).toMatchObject({ outcome: 'unreadable', row: 2, reason: 'not-an-amount' });
  });

  test('A5: the address behind a link is read', () => {
    const rows = rowsOf(
      [
        ['Code', 'Link'],
        ['', 'Redeem'],
      ],
      { 2: { links: { 1: link('FAKE0000ABCD') }, formulas: [1] } },
    );
    expect(rows).toMatchObject([{ code: 'FAKE0000ABCD', notes: ['code-from-link'] }]);
  });

  test('A5: a formula is read by its value, and as a code only if the value is one', () => {
    const rows = rowsOf([['Code'], ['FAKE0000ABCD'], ['2']], {
      2: { formulas: [0] },
      3: { formulas: [0] },
    });
    expect(rows).toMatchObject([
      { outcome: 'value', code: 'FAKE0000ABCD', notes: ['formula'] },
      { outcome: 'unreadable', row: 3, reason: 'formula-instead-of-code' },
    ]);
  });

  test('A5: a row without a code cannot be read, and one with nothing in a mapped column is left out', () => {
    const rows = rowsOf([
      ['Code', 'Status', 'Other'],
      ['FAKE0000ABCD', 'Redeemed', ''],
      ['', 'Free', ''],
      ['', '', 'x'],
    ]);
    expect(rows).toMatchObject([
      { row: 2, status: 'Redeemed', redeemed: true },
      { row: 3, reason: 'code-missing' },
    ]);
  });

  test('A5: a duplicate names the first row with its code, even if that is on another sheet', () => {
    const rows = readRows(
      sheetsOf(
        sheetOf([['Code'], ['FAKE0000ABCD'], ['fake 0000 abcd']], 'A'),
        sheetOf([['Code'], ['FAKE0000ABCD']], 'B'),
      ),
      {},
    );
    expect(rows.map((row) => (row.outcome === 'value' ? row.duplicateOf : row))).toEqual([
      undefined,
      { sheet: 'A', row: 2 },
      { sheet: 'A', row: 2 },
    ]);
  });

  test('A5: a code is imported even if the amount or date of its row cannot be read', () => {
    const rows = rowsOf([
      ['Code', 'Amount', 'Date'],
      ['FAKE0000ABCD', 'free', 'soon'],
      ['FAKE1111ABCD', '25.000', '03/04/2026'],
    ]);
    expect(rows).toMatchObject([
      { outcome: 'value', notes: ['not-an-amount', 'not-a-day'] },
      { outcome: 'value', notes: ['amount-unclear', 'date-unclear'] },
    ]);
  });

  test('A5: a row that cannot be read never quotes the code', () => {
    const rows = rowsOf([['Code'], ['FAKESECRET00000000000001'], ['FAKESECRET/0001'], ['FAKES']]);
    expect(rows.every(({ outcome }) => outcome === 'unreadable')).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('FAKES');
  });
});

describe('rows of credit', () => {
  test.each([
    ['Summa', '35000', 'total-row'],
    ['Balance brought forward', '1200', 'total-row'],
    ['1,23457E+11', '25000', 'number-was-rounded'],
    ['9.00000417E8', '25000', 'number-was-rounded'],
    ['Totalförsvaret 7', '25000', undefined],
    ['W900000650', '25000', undefined],
  ])('A5: the row of %s', (number, amount, reason) => {
    const [row] = readRows(credit([number, amount, '', '']), {});
    expect(row?.outcome === 'unreadable' ? row.reason : undefined).toBe(reason);
  });

  test('A5: a number of sixteen figures that the sheet stores as one is not all there', () => {
    const cells = [CREDIT, ['4500000000000001', '25000', '', '']];
    const [row] = rowsOf(cells, { 2: { numbers: [0, 1] } });
    expect(row).toMatchObject({ outcome: 'unreadable', reason: 'number-was-rounded' });
    expect(rowsOf(cells)[0]).toMatchObject({ orderNumber: '4500000000000001' });
  });

  test('A5: an address with a code in it is never kept as a text, whatever its column is said to be', () => {
    const cells = [
      ['Order Number', 'Amount', 'Institution'],
      ['1', '2', link('FAKE0000ABCD')],
    ];
    const [row] = rowsOf(cells);
    expect(row?.outcome).toBe('value');
    expect(JSON.stringify(row)).not.toContain('FAKE0000');
  });

  test('A5: every row is an order', () => {
    expect(
      readRows(credit(['4500218837', '25 000 SEK', '4 sep 2026', 'FAKE0000ABCD']), {}),
    ).toEqual([
      {
        outcome: 'value',
        sheet: '',
        row: 2,
        orderNumber: '4500218837',
        amount: '25000.00',
        currency: 'SEK',
        readyOn: '2026-09-04',
        code: 'FAKE0000ABCD',
        notes: [],
      },
    ]);
  });

  test('A5: an order can be without a code, but not without a number', () => {
    expect(
      readRows(
        credit(
          ['4500218837', '18000', '2026-11-02', ''],
          ['', '18000', '2026-11-02', 'FAKE0000ABCD'],
        ),
        {},
      ),
    ).toMatchObject([
      { outcome: 'value', orderNumber: '4500218837' },
      { outcome: 'unreadable', row: 3, reason: 'order-number-missing' },
    ]);
  });

  test('A5: the credit number is used as the order number if no other is given', () => {
    const rows = readRows(
      sheetsOf(
        sheetOf([
          ['VPP Credit Number', 'Amount', 'Code'],
          ['W900', '5', 'FAKE0000ABCD'],
        ]),
      ),
      {},
    );
    expect(rows).toMatchObject([{ creditNumber: 'W900', orderNumber: 'W900' }]);
  });

  test('A5: an amount or date that cannot be read stops its own row, and no other', () => {
    expect(
      readRows(
        credit(['1', 'x', '', ''], ['2', '-5', '', ''], ['3', '5', 'soon', ''], ['4', '5', '', '']),
        {},
      ),
    ).toMatchObject([
      { reason: 'not-an-amount', params: { written: 'x' }, orderNumber: '1' },
      { reason: 'not-an-amount' },
      { reason: 'not-a-day', params: { written: 'soon' } },
      { outcome: 'value', orderNumber: '4' },
    ]);
  });

  test('A5: a value above the headings applies to every row that has none of its own', () => {
    const sheets = sheetsOf(
      sheetOf([
        ['Content Purchaser', 'innehall@nordby.example'],
        ['Order Date', '2026-09-01'],
        ['Currency', 'sek'],
        ['Order Number', 'Amount', 'Currency', 'Code'],
        ['1', '5', '', 'FAKE0000ABCD'],
        ['2', '5', 'EUR', 'FAKE1111ABCD'],
      ]),
    );
    const rows = readRows(sheets, {});
    expect(rows).toMatchObject([
      { currency: 'SEK', purchaserAppleId: 'innehall@nordby.example', orderDate: '2026-09-01' },
      { currency: 'EUR' },
    ]);
    expect(rows[0]).not.toHaveProperty('buyer');
  });

  test('A5: the currency is read from its column, from beside the amount, from the heading, or from above the headings', () => {
    const rows = (heading: string, sum: string, above: readonly string[][] = []): RowValue[] =>
      readRows(
        sheetsOf(
          sheetOf([...above, ['Order Number', heading, 'Code'], ['1', sum, 'FAKE0000ABCD']]),
        ),
        {},
      );
    expect(rows('Amount', '5 EUR')).toMatchObject([{ currency: 'EUR' }]);
    expect(rows('Amount (NOK)', '5')).toMatchObject([{ currency: 'NOK' }]);
    expect(rows('Amount', '5', [['Currency', 'usd']])).toMatchObject([{ currency: 'USD' }]);
    expect(rows('Amount', '5')[0]).not.toHaveProperty('currency');
  });

  test('A5: a currency is a code of three letters, and an unclear one stops the order', () => {
    const rows = (sum: string, currency?: string, above: readonly string[][] = []): RowValue[] => {
      const more = currency === undefined ? [] : [['Valuta', currency]];
      const cells = [['Order Number', '1'], ['Amount', sum], ['Code', 'FAKE0000ABCD'], ...more];
      const lines = [0, 1].map((at) => cells.map((cell) => cell[at] ?? ''));
      return readRows(sheetsOf(sheetOf([...above, ...lines])), {});
    };
    for (const [written, currency] of [
      ['kr', 'SEK'],
      ['Kronor', 'SEK'],
      ['€', 'EUR'],
      ['chf', 'CHF'],
    ] as const)
      expect(rows('5', written)).toMatchObject([{ outcome: 'value', currency }]);
    const unclear = { outcome: 'unreadable', reason: 'currency-unclear', orderNumber: '1' };
    expect(rows('$25000.00')).toMatchObject([{ ...unclear, params: { written: '$25000.00' } }]);
    expect(rows('25000', 'Riksdaler')).toMatchObject([
      { ...unclear, params: { written: 'Riksdaler' } },
    ]);
    expect(rows('$25000.00', 'USD')).toMatchObject([{ currency: 'USD' }]);
    expect(rows('$25000.00', undefined, [['Currency', 'USD']])).toMatchObject([
      { currency: 'USD' },
    ]);
    expect(rows('25000', undefined, [['Currency', '$']])).toMatchObject([unclear]);
    expect(rows('', 'Riksdaler')).toMatchObject([{ outcome: 'value' }]);
  });

  test('A5: an amount above the headings is not used if its currency is unclear', () => {
    const order = [
      ['Order Number', '4500218837'],
      ['Credit Amount', '$15000'],
    ];
    expect(readRows(sheetsOf(sheetOf([...order, ['Code'], ['FAKE0000ABCD']])), {})).toMatchObject([
      { outcome: 'unreadable', reason: 'currency-unclear' },
    ]);
    const [sheet] = sheetsOf(
      sheetOf([['Product', 'App'], ['Amount', '$15000'], ['Code'], ['FAKE0000ABCD']]),
    );
    expect(sheet?.metadata).toEqual({ product: 'App' });
  });

  test('A5: numbers of a workbook are read as amounts without a question about the decimal mark', () => {
    const numbers = { 2: { numbers: [1] }, 3: { numbers: [1] } };
    const sheets = sheetsOf(
      sheetOf(
        [CREDIT, ['1', '1250.5', '', ''], ['2', '1.125', '', ''], ['3', '25.000', '', '']],
        '',
        numbers,
      ),
    );
    expect(readRows(sheets, {})).toMatchObject([
      { amount: '1250.50' },
      { amount: '1.13' },
      { reason: 'amount-unclear' },
    ]);
  });
});

describe('questions', () => {
  const answered = (
    questions: readonly Question[],
    pick: (question: Question) => number,
  ): Answers =>
    Object.fromEntries(
      questions.map((question) => [question.id, question.choices[pick(question)]?.id ?? '']),
    );

  test('A5: an unclear amount is asked about once, and the answer applies to all rows of the file', () => {
    const sheets = credit(['1', '25.000:-', '', ''], ['2', '18.000', '', ''], ['3', '7', '', '']);
    const questions = questionsOf(sheets);
    expect(questions).toEqual([
      {
        id: 'amount:.',
        kind: 'amount',
        sheet: '',
        row: 2,
        written: '25.000:-',
        choices: [
          { id: 'thousands', reads: '25000.00' },
          { id: 'decimals', reads: '25.00' },
        ],
      },
    ]);
    expect(readRows(sheets, {})).toMatchObject([
      { reason: 'amount-unclear', params: { written: '25.000:-' } },
      { reason: 'amount-unclear' },
      { amount: '7.00' },
    ]);
    expect(
      readRows(
        sheets,
        answered(questions, () => 0),
      ),
    ).toMatchObject([{ amount: '25000.00' }, { amount: '18000.00' }, {}]);
    expect(
      readRows(
        sheets,
        answered(questions, () => 1),
      ),
    ).toMatchObject([{ amount: '25.00' }, { amount: '18.00' }, {}]);
  });

  test.each([
    ['1.250,50', '25000.00'],
    ['1.250.000', '25000.00'],
    ['7,50', '25000.00'],
    ['7.50', '25.00'],
    ['1,250.50', '25.00'],
  ])('A5: %s elsewhere in the file settles 25.000', (other, amount) => {
    const sheets = credit(['1', '25.000', '', ''], ['2', other, '', '']);
    expect(questionsOf(sheets)).toEqual([]);
    expect(readRows(sheets, {})[0]).toMatchObject({ amount });
  });

  test('A5: a file that contradicts itself is asked about', () => {
    expect(
      questionsOf(
        credit(['1', '25.000', '', ''], ['2', '7.50', '', ''], ['3', '1.250,50', '', '']),
      ),
    ).toHaveLength(1);
  });

  test('A5: three digits after the point are not read as an amount if the point is a decimal mark', () => {
    expect(readRows(credit(['1', '1.255', '', ''], ['2', '7.50', '', '']), {})[0]).toMatchObject({
      reason: 'not-an-amount',
    });
    expect(readRows(credit(['1', '1.255', '', '']), {})[0]).toMatchObject({ amount: '1255.00' });
  });

  test('A5: an unclear date is asked about once for each separator', () => {
    const sheets = credit(
      ['1', '5', '03/04/2026', ''],
      ['2', '5', '05/06/2026', ''],
      ['3', '5', '01-02-2026', ''],
    );
    const questions = questionsOf(sheets);
    expect(
      questions.map(({ id, row, choices }) => [id, row, choices.map(({ reads }) => reads)]),
    ).toEqual([
      ['date-order:/', 2, ['2026-04-03', '2026-03-04']],
      ['date-order:-', 4, ['2026-02-01', '2026-01-02']],
    ]);
    const byDay = readRows(sheets, { 'date-order:/': 'mdy', 'date-order:-': 'dmy' });
    expect(byDay).toMatchObject([
      { readyOn: '2026-03-04' },
      { readyOn: '2026-05-06' },
      { readyOn: '2026-02-01' },
    ]);
  });

  test('A5: a date with a day above twelve decides how the other dates are read', () => {
    const sheets = credit(
      ['1', '5', '03/04/2026', ''],
      ['2', '5', '12/31/2026', ''],
      ['3', '5', '31.12.2026', ''],
    );
    expect(questionsOf(sheets)).toEqual([]);
    expect(readRows(sheets, {})).toMatchObject([
      { readyOn: '2026-03-04' },
      { readyOn: '2026-12-31' },
      { readyOn: '2026-12-31' },
    ]);
  });

  test('A5: an unclear value above the headings is asked about too, and the answer is used for the whole sheet', () => {
    const sheets = sheetsOf(
      sheetOf([
        ['Purchase Date', '03/04/2026'],
        ['Credit Value', '15.000'],
        ['Code'],
        ['FAKE0000ABCD'],
      ]),
    );
    const [sheet] = sheets;
    expect(questionsOf(sheets).map(({ id, row }) => [id, row])).toEqual([
      ['amount:.', 2],
      ['date-order:/', 1],
    ]);
    const answers = { 'amount:.': 'thousands', 'date-order:/': 'dmy' };
    expect(sheet?.metadata).toEqual({});
    expect(sheet && metadataOf(sheet, sheets, answers)).toEqual({
      amount: '15000.00',
      purchaseDate: '2026-04-03',
    });
  });

  test('A5: an answer that is not one of the choices leaves the row unclear', () => {
    expect(readRows(credit(['1', '25.000', '', '']), { 'amount:.': 'nonsense' })).toMatchObject([
      { reason: 'amount-unclear' },
    ]);
  });
});
