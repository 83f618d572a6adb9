import { CFB, utils, write, type BookType, type WorkSheet } from 'xlsx';
import { describe, expect, test } from 'vitest';
import { readCompoundFile } from '#data/import/read/xls/compound-file.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { IS_LONG } from '#tests/factories/long-run.ts';

const xlsOf = (sheet: WorkSheet, bookType: BookType = 'biff8'): Uint8Array<ArrayBuffer> => {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Koder');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
};
const rowsOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<readonly SheetRow[]> => {
  const read = await readWorkbook(bytes, 'x.xls');
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.sheets[0]?.rows ?? [];
};
const table = (rows: number, columns: number): string[][] =>
  Array.from({ length: rows }, (_, at) => [
    `FAKE${String(at).padStart(8, '0')}`,
    ...Array.from({ length: columns }, (_, column) => `Räkna på höjden ${at} ${column} `.repeat(8)),
  ]);

describe('.xls', () => {
  const LENGTHS: readonly [number, number][] = [
    [1, 1],
    [40, 6],
    [500, 2],
  ];
  // Over seven megabytes the table of sectors no longer fits into the file's head.
  const LONGEST: readonly [number, number] = [5000, 4];

  test.each(IS_LONG ? [LONGEST] : LENGTHS)(
    'A5: %i rows, whatever the length of the file',
    async (count, columns) => {
      const rows = table(count, columns);
      const bytes = xlsOf(utils.aoa_to_sheet(rows));
      if (count === 5000) expect(bytes.length).toBeGreaterThan(7_200_000);
      const read = await rowsOf(bytes);
      expect(JSON.stringify(read.map(({ cells }) => cells)) === JSON.stringify(rows)).toBe(true);
      expect(read.at(-1)?.number).toBe(count);
    },
  );

  test('A5: Excel 95', async () => {
    expect(
      (await rowsOf(xlsOf(utils.aoa_to_sheet([['Kod'], ['FAKE0000ABCD']]), 'biff5'))).map(
        ({ cells }) => cells,
      ),
    ).toEqual([['Kod'], ['FAKE0000ABCD']]);
  });

  test('A5: dates and numbers', async () => {
    const sheet = utils.aoa_to_sheet([['Kod', 'Datum', 'Nummer']]);
    utils.sheet_add_aoa(sheet, [['FAKE0000ABCD', 46387, 900000000102]], { origin: 'A2' });
    sheet.B2 = { t: 'n', v: 46387, z: 'yyyy-mm-dd' };
    expect((await rowsOf(xlsOf(sheet)))[1]).toEqual({
      number: 2,
      cells: ['FAKE0000ABCD', '2026-12-31', '900000000102'],
      numbers: [2],
    });
  });

  test('A5: another office file in the same container is named', async () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/WordDocument', new Uint8Array(5000));
    const bytes = new Uint8Array(CFB.write(container, { type: 'array' }) as number[]);
    expect(await readWorkbook(bytes, 'x.xls')).toMatchObject({
      problem: { code: 'wrong-type', params: { what: 'word' } },
    });
  });

  test.each([10, 4095, 4096, 70_000])('A5: a stream of %i bytes is found whole', (length) => {
    const content = Uint8Array.from({ length }, (_, at) => at % 251);
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/Other', new Uint8Array(300));
    CFB.utils.cfb_add(container, '/Workbook', content);
    const file = readCompoundFile(
      new Uint8Array(CFB.write(container, { type: 'array' }) as number[]),
    );
    expect(file?.names).toContain('Workbook');
    expect(file?.content('Workbook')).toEqual(content);
  });

  test('A5: a chain of sectors that meets its own beginning is not followed for ever', () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/Other', new Uint8Array(6000));
    CFB.utils.cfb_add(container, '/Workbook', new Uint8Array(6000));
    const bytes = new Uint8Array(CFB.write(container, { type: 'array' }) as number[]);
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    // Every sector is followed by the one before it, the first by the last.
    for (let at = 0; at < 128; at += 1) view.setUint32(table + at * 4, (at + 30) % 31, true);
    expect(readCompoundFile(bytes)?.content('Workbook')).toBeUndefined();
  });
});
