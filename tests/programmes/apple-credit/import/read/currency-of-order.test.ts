import { utils, write } from 'xlsx';
import { describe, expect, test } from 'vitest';
import { csvOf, shelfOf } from '#tests/factories/vip-lists.ts';

type Read = { readonly currency?: string; readonly notes?: readonly string[] };

const readFrom = async (bytes: Uint8Array<ArrayBuffer>, name?: string) => {
  const [row] = [...(await shelfOf(bytes, name)).rows({})] as Read[];
  return [row?.currency ?? '', ...(row?.notes ?? [])].join(' ').trim();
};

const workbook = (headings: readonly string[], format: string): Uint8Array<ArrayBuffer> => {
  const sheet = utils.aoa_to_sheet([[...headings], ['W900000417', '2026-09-01', 25_000]]);
  sheet['C2'].z = format;
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Orders');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
};

const ENGLISH = ['Order Number', 'Order Date', 'Amount'];
const DANISH = ['Ordrenummer', 'Ordredato', 'Beløb'];

describe('A5: the currency that a workbook shows beside a sum', () => {
  test.each([
    ['[$€-2]\\ #,##0.00', 'EUR'],
    ['#,##0.00\\ [$SEK]', 'SEK'],
    ['#,##0.00\\ "kr"', 'SEK taken-as-swedish'],
    ['#,##0.00\\ [$kr-414]', 'NOK'],
    ['[$$-409]#,##0.00', 'USD'],
    ['"£"#,##0.00', 'GBP'],
    ['_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-', 'EUR'],
    // The currency of whichever computer shows it.
    ['$#,##0.00', 'currency-missing'],
    ['#,##0.00', 'currency-missing'],
    ['#,##0 "st"', 'currency-missing'],
  ])('A5: %s: %s', async (format, read) => {
    expect(await readFrom(workbook(ENGLISH, format), 'orders.xlsx')).toBe(read);
  });

  test('A5: kr is as the headings around it', async () => {
    expect(await readFrom(workbook(DANISH, '#,##0.00\\ "kr."'), 'ordrer.xlsx')).toBe('DKK');
  });

  test('A5: what a column says goes before the format', async () => {
    const sheet = utils.aoa_to_sheet([
      [...ENGLISH, 'Currency'],
      ['W900000417', '2026-09-01', 25_000, 'SEK'],
    ]);
    sheet['C2'].z = '[$€-2]\\ #,##0.00';
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Orders');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    expect(await readFrom(bytes, 'orders.xlsx')).toBe('SEK');
  });
});

describe('A5: a sum without a currency', () => {
  test.each([
    ['Ordernummer;Orderdatum;Belopp', ''],
    ['Ordrenummer;Ordredato;Beløb', 'currency-missing'],
    ['Tilausnumero;Tilauspäivä;Summa', 'currency-missing'],
    ['Bestellnummer;Bestelldatum;Betrag', 'currency-missing'],
    ['Order Number;Order Date;Amount', 'currency-missing'],
  ])('A5: %s: %s', async (headings, read) => {
    expect(await readFrom(csvOf(headings, '4500218837;2026-09-01;25000'))).toBe(read);
  });
});
