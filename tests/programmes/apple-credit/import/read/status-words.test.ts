import { describe, expect, test } from 'vitest';
import { saidBy } from '#programmes/apple-credit/import/read/status-words.ts';
import { csvOf, shelfOf } from '#tests/factories/vip-lists.ts';

describe('A5: what a status says of a code', () => {
  test.each([
    ['Inlöst', 'redeemed'],
    ['Inlöst av Ada', 'redeemed'],
    ['inlöst 2026-09-12', 'redeemed'],
    ['Använd (Ada Ek)', 'redeemed'],
    ['Redeemed on Sep 12, 2026', 'redeemed'],
    ['Eingelöst am 12.09.2026', 'redeemed'],
    ['Ej inlöst', 'unredeemed'],
    ['Not redeemed', 'unredeemed'],
    ['Ledig', 'unredeemed'],
    ['Tillgänglig från 1 september', 'unredeemed'],
    ['Inlöst: nej', 'unknown'],
    ['Inlöst?', 'unknown'],
    ['Used - refunded', 'unknown'],
    ['Redeemed? No', 'unknown'],
    ['Delvis inlöst', 'unknown'],
    ['Spärrad', 'unknown'],
    ['Makulerad', 'unknown'],
  ])('A5: %s: %s', (status, said) => {
    expect(saidBy(status)).toBe(said);
  });

  test.each([
    ['Använd', 'x', true, []],
    ['Använd', 'ja', true, []],
    ['Använd', 'nej', undefined, []],
    ['Inlöst av', 'Ada Lind', true, ['redeemed-beside']],
    ['Redeemed on', '2026-11-01', true, ['redeemed-beside']],
    ['Eingelöst am', '01.11.2026', true, ['redeemed-beside']],
    ['Inlöst', 'nej', undefined, []],
  ])('A5: under %s, %s', async (heading, written, redeemed, notes) => {
    const codes = await shelfOf(csvOf(`Kod;${heading}`, `FAKE1TVJ3AVB;${written}`));
    const [row] = codes.rows({});
    expect(row).toMatchObject({ status: written, notes });
    expect(row !== undefined && 'redeemed' in row ? row.redeemed : undefined).toBe(redeemed);
  });

  test('A5: what of a credit is used is money, and a column of its status goes before one of marks', async () => {
    const orders = await shelfOf(csvOf('Ordernummer;Belopp;Använd', 'W900000417;25000;10000'));
    expect(orders.content().sheets[0]?.columns.at(-1)).toMatchObject({ field: '' });
    const codes = await shelfOf(csvOf('Kod;Inlöst av;Status', 'FAKE1TVJ3AVB;Ada;Ledig'));
    expect(codes.content().sheets[0]?.columns.map(({ field }) => field)).toEqual([
      'code',
      '',
      'status',
    ]);
  });

  test('A5: a word that is not understood is told, of a code and of an order', async () => {
    const codes = await shelfOf(
      csvOf('Kod;Status', 'FAKE1TVJ3AVB;Inlöst av Ada', 'FAKE4A7JTKDD;Spärrad', 'FAKE5A7JTKDE;'),
    );
    expect([...codes.rows({})]).toMatchObject([
      { redeemed: true, notes: ['redeemed-beside'] },
      { status: 'Spärrad', notes: ['status-not-kept'] },
      { notes: [] },
    ]);
    const orders = await shelfOf(
      csvOf(
        'Ordernummer;Orderdatum;Belopp;Valuta;Status',
        '4500218837;2026-09-01;25000;SEK;Makulerad',
      ),
    );
    expect([...orders.rows({})]).toMatchObject([{ notes: ['status-not-kept'] }]);
  });
});
