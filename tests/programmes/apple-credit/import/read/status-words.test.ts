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
    ['Redeemed? No', 'unknown'],
    ['Delvis inlöst', 'unknown'],
    ['Spärrad', 'unknown'],
    ['Makulerad', 'unknown'],
  ])('A5: %s: %s', (status, said) => {
    expect(saidBy(status)).toBe(said);
  });

  test('A5: a word that is not understood is told, of a code and of an order', async () => {
    const codes = await shelfOf(
      csvOf('Kod;Status', 'FAKE1TVJ3AVB;Inlöst av Ada', 'FAKE4A7JTKDD;Spärrad', 'FAKE5A7JTKDE;'),
    );
    expect([...codes.rows({})]).toMatchObject([
      { redeemed: true, notes: [] },
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
