import { describe, expect, test } from 'vitest';
import { readCsv } from '#data/import/read/csv/csv-rows.ts';
import { readHtmlTables } from '#data/import/read/html/html-rows.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import {
  bookFile,
  dayCell,
  formatted,
  formula,
  type Cell,
} from '#tests/factories/corpus/workbook.ts';

const told = { seen: '', expected: { refused: '' } };
const formats = ['xlsx', 'biff8', 'xlml'] as const;

const rowsOf = async (
  rows: readonly (readonly Cell[])[],
  format: (typeof formats)[number],
): Promise<readonly SheetRow[]> => {
  const { bytes } = bookFile('book', [{ name: 'Blad1', rows }], told, format);
  const read = await readWorkbook(bytes, 'book');
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.sheets[0]?.rows ?? [];
};

describe('cells that hold numbers', () => {
  const rounded = [1_234_567_890_123_450, 1.234e19, 98_765_432_101, 0.1];
  test.each(formats)(
    'A5: are marked in %s with all figures that are there, and texts and days are not',
    async (format) => {
      const [row] = await rowsOf([[...rounded, '1234567890123450', dayCell('2026-09-01')]], format);
      expect(row).toMatchObject({
        cells: [
          '1234567890123450',
          '12340000000000000000',
          '98765432101',
          '0.1',
          '1234567890123450',
          '2026-09-01',
        ],
        numbers: [0, 1, 2, 3],
      });
    },
  );

  test.each(formats)(
    'A5: are marked in %s however they are shown, and where a formula gave them',
    async (format) => {
      const cells = [
        formatted(12e45, '0.00E+00'),
        formatted(123, '0000000'),
        formatted(0.5, 'hh:mm'),
        formula('1+1', 1_234_567_890_123_450),
      ];
      expect((await rowsOf([cells], format))[0]).toMatchObject({
        cells: [BigInt(12e45).toString(), '0000123', '0.5', '1234567890123450'],
        numbers: [0, 1, 2, 3],
      });
    },
  );
});

describe('numbers in a page that a spreadsheet program wrote', () => {
  const read = (cells: string): SheetRow | undefined => {
    const rows = readHtmlTables(`<table><tr>${cells}</table>`);
    return rows.ok ? rows.value[0] : undefined;
  };

  test('A5: have all the figures that are stored, and are marked', () => {
    const cells = [
      '<td x:num="1234567890123450">1,23457E+15',
      "<td class=xl24 x:num='25000'>25 000,00",
      '<td x:num>98765432101',
      '<td sdval="1250.5" sdnum="1053;">1.250,50',
      '<td x:num="123">0000123',
      '<td x:num="-5">-5,0',
    ];
    expect(read(cells.join(''))).toEqual({
      number: 1,
      cells: ['1234567890123450', '25000', '98765432101', '1250.5', '0000123', '-5'],
      numbers: [0, 1, 2, 3, 4, 5],
    });
  });

  test('A5: stay as they are shown where that says more or something else', () => {
    const cells = [
      '<td x:num="46266">2026-09-01',
      '<td x:num="46266">01.09.2026',
      '<td x:num="25000">25 000 kr',
      '<td x:num>12,5',
      '<td x:num="x">7',
      '<td title="x:num=5">1',
      '<td x:str="9">9',
    ];
    expect(read(cells.join(''))).toEqual({
      number: 1,
      cells: ['2026-09-01', '01.09.2026', '25 000 kr', '12,5', '7', '1', '9'],
    });
  });
});

describe('cells with a dash', () => {
  test('A5: are empty, and no other mark or sign is', async () => {
    const texts = ['-', '–', ' — ', '--', '-5', ':-', '∞', "'-", 'a'];
    const read = ['', '', '', '--', '-5', ':-', '∞', "'-", 'a'];
    expect(readCsv(`${texts.join(';')}\n-;-\n`)).toMatchObject({
      ok: true,
      value: { rows: [{ number: 1, cells: read }] },
    });
    expect((await rowsOf([texts], 'xlsx'))[0]?.cells).toEqual(read);
  });
});

describe('cells with an error', () => {
  const NA: Cell = { t: 'e', v: 0x2a };
  const REF: Cell = { t: 'e', v: 0x17 };

  test.each(formats)('A5: are empty in %s, and marked', async (format) => {
    expect(await rowsOf([['A', NA, 'B'], [REF], [], ['C', 'D', REF]], format)).toEqual([
      { number: 1, cells: ['A', '', 'B'], errors: [1] },
      { number: 2, cells: [], errors: [0] },
      { number: 4, cells: ['C', 'D'], errors: [2] },
    ]);
  });

  const errors =
    '#REF! #N/A #ERROR! #VALUE! #DIV/0! #NAME? #NUM! #NULL! #SPILL! #SAKNAS! #VÄRDEFEL! #NV #BEZUG! Err:502'.split(
      ' ',
    );
  test.each(errors)('A5: %s is one where a text is all there is', (error) => {
    const csv = readCsv(`a;${error};b\n${error}\n`);
    const page = readHtmlTables(`<table><tr><td>a<td>${error}<td>b<tr><td>${error}</table>`);
    const rows = [
      { number: 1, cells: ['a', '', 'b'], errors: [1] },
      { number: 2, cells: [], errors: [0] },
    ];
    expect(csv).toMatchObject({ ok: true, value: { rows } });
    expect(page).toEqual({ ok: true, value: rows });
  });

  test.each(['#1', '# Code', '#N/A 2', 'Err:5', '#ref!', '#!', '#', 'C#', '#Hej!'])(
    'A5: %s is none',
    (text) => {
      expect(readCsv(`a;${text}\n`)).toMatchObject({
        ok: true,
        value: { rows: [{ number: 1, cells: ['a', text] }] },
      });
    },
  );
});
