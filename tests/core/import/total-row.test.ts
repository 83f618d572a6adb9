import { describe, expect, test } from 'vitest';
import { isTotalRow, namesTotal } from '#core/import/total-row.ts';

describe('A5: a row that adds up others', () => {
  test.each([
    'Summa',
    'SUMMA:',
    'Totalt',
    'Total customers: 2',
    'Subtotal',
    'Zwischensumme',
    'Sous-total',
    'Yhteensä',
    'Balance brought forward',
    'Total 12',
    'Grand total',
  ])('A5: "%s" names one', (text) => {
    expect(namesTotal(text)).toBe(true);
  });

  test.each(['Total Kontor AB', 'Summerfield School', 'Saldo AB', 'Sumatra', 'W900000651', ''])(
    'A5: "%s" does not',
    (text) => {
      expect(namesTotal(text)).toBe(false);
    },
  );

  test('A5: it may stand in any cell of a row', () => {
    expect(isTotalRow({ number: 4, cells: ['', 'Summa', '35000'] })).toBe(true);
    expect(isTotalRow({ number: 4, cells: ['35000', 'Summa'] })).toBe(true);
    expect(isTotalRow({ number: 4, cells: ['W1', 'Summit', '35000'] })).toBe(false);
    expect(isTotalRow({ number: 4, cells: ['', ''] })).toBe(false);
  });
});
