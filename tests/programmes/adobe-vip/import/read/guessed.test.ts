import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { shelveAnyway } from '#data/import/shelve-file.ts';
import { csvOf, shelfOf } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const OTHER = '6A20C8F190D73B627E4D';
const SKU = '65304520CA01A12';
const guessed = async (...lines: readonly string[]) => {
  const shelf = await shelfOf(csvOf(...lines));
  const [sheet] = shelf.content().sheets;
  return {
    kind: sheet?.kind,
    headerRow: sheet?.headerRow,
    needsMapping: sheet?.needsMapping,
    fields: sheet?.columns.map(({ field }) => field),
    rows: [...shelf.rows({})].map(({ row }) => row),
  };
};

describe('A5, C13: a VIP list without headings', () => {
  test('A5: its first row is read as the others are', async () => {
    expect(await guessed(`Linden;${VIP};2027-03-15`, `Västby AB;${OTHER};2027-04-10`)).toEqual({
      kind: 'customers',
      headerRow: 0,
      needsMapping: true,
      fields: ['', 'vipId', ''],
      rows: [1, 2],
    });
  });

  test('A5: a single row of a price list, and lines above the list', async () => {
    expect(await guessed(`${SKU};Foto;1250,50`)).toMatchObject({
      kind: 'prices',
      headerRow: 0,
      fields: ['sku', '', 'yearlyPrice'],
      rows: [1],
    });
    expect(await guessed('Mina kunder', `Linden;${VIP};x`, `Västby AB;${OTHER};y`)).toMatchObject({
      headerRow: 0,
      rows: [1, 2, 3],
    });
  });

  test('A5: headings that nobody knows stay headings', async () => {
    expect(await guessed('Vem;Medlem;När', `Linden;${VIP};2027-03-15`)).toMatchObject({
      headerRow: 1,
      rows: [2],
    });
  });

  test('A5: so it is where someone says what it is', async () => {
    const lines = csvOf(`Linden;${VIP};2027-03-15`, `Västby AB;${OTHER};2027-04-10`);
    const read = await readWorkbook(lines, 'lista.csv', () => undefined);
    if (!read.ok) throw new Error(read.problem.code);
    const [sheet] = shelveAnyway(read.value, 'customers')?.shelf.content().sheets ?? [];
    expect([sheet?.headerRow, sheet?.rowCount]).toEqual([0, 2]);
    expect(sheet?.columns.map(({ field }) => field)).toEqual(['', 'vipId', '']);
  });

  test('A5: of several columns of sums none is taken for the price', async () => {
    expect(await guessed('Vara;Kod;Ett;Tre', `Foto;${SKU};100;250`)).toMatchObject({
      kind: 'prices',
      fields: ['', 'sku', '', ''],
    });
  });
});
