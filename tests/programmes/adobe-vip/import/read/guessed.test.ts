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

describe('C13: VIP IDs, request numbers and SKUs by what is in their columns', () => {
  const REQUEST = '7B20C8F190D73B627E4D';
  const row = `${REQUEST};${VIP};Linden;2026-11-20;Foto;5`;

  test.each([
    ['Anfrage;VIP-ID;Wer;Wann;Was;Menge', ['requestNumber', 'vipId']],
    ['Numéro;ID VIP;Nom;Créé;Produit;Quantité', ['requestNumber', 'vipId']],
    ['Request Number;Medlem;Vem;När;Vad;Styck', ['requestNumber', 'vipId']],
    ['Ett;Två;Vem;När;Vad;Styck', ['', '']],
  ])('C13: under %s, none is taken for the other', async (headings, fields) => {
    const { kind, needsMapping, fields: found } = await guessed(headings, row, row);
    expect([kind, needsMapping]).toEqual(['authorizations', true]);
    expect(found?.slice(0, 2)).toEqual(fields);
  });

  test('C13: a request number alone is no VIP ID', async () => {
    expect(await guessed('Begäransnummer;Vara', `${REQUEST};Foto`)).toMatchObject({
      kind: 'authorizations',
      fields: ['requestNumber', ''],
    });
  });

  test('C13: so it is where someone says that they are authorizations', async () => {
    const lines = csvOf('Anfragenummer;VIP-ID;Erstellt am', `${REQUEST};${VIP};2026-11-20`);
    const read = await readWorkbook(lines, 'lista.csv', () => undefined);
    if (!read.ok) throw new Error(read.problem.code);
    const [sheet] = shelveAnyway(read.value, 'authorizations')?.shelf.content().sheets ?? [];
    expect(sheet?.columns.map(({ field }) => field)).toEqual([
      'requestNumber',
      'vipId',
      'createdOn',
    ]);
  });

  test.each([
    ['Rechnungsnummer;Pos;Artikel;Menge;Netto', `F-419;000010;${SKU};12;15.006,00`, 'invoices'],
    ['Numéro;Article;Nombre;Somme', `9300000417;${SKU};2;100,00`, 'invoices'],
    ['Artikel;Bezeichnung;Preis;Ab', `${SKU};Foto;1.250,50;20261201`, 'prices'],
    ['Artikel;Stufe;Laufzeit;Preis', `${SKU};1;12;1.250,50`, 'prices'],
  ])('C13: under %s, %s is one of %s', async (headings, line, kind) => {
    expect(await guessed(headings, line)).toMatchObject({ kind, needsMapping: true });
  });
});
