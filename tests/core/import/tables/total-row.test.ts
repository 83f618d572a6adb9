import { describe, expect, test } from 'vitest';
import { isTotalAlone, isTotalRow, namesTotal } from '#core/import/tables/total-row.ts';

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
    'Yhteensä: 5',
    'Yhteensä 5',
    'Total général : 7',
    'Balance brought forward',
    'Total 12',
    'Grand total',
  ])('A5: "%s" names one', (text) => {
    expect(namesTotal(text, 'others')).toBe(true);
  });

  test.each(['Total Kontor AB', 'Summerfield School', 'Saldo AB', 'Sumatra', 'W900000651', ''])(
    'A5: "%s" does not',
    (text) => {
      expect(namesTotal(text, 'money')).toBe(false);
    },
  );

  test.each(['Saldo', 'Balance', 'Balance 24', 'Transport: 4'])(
    'A5, C13: "%s" does so among sums alone',
    (text) => {
      expect(namesTotal(text, 'money')).toBe(true);
      expect(namesTotal(text, 'others')).toBe(false);
    },
  );

  test('A5: it may stand in any cell of a row', () => {
    expect(isTotalRow({ number: 4, cells: ['', 'Summa', '35000'] })).toBe(true);
    expect(isTotalRow({ number: 4, cells: ['35000', 'Summa'] })).toBe(true);
    expect(isTotalRow({ number: 4, cells: ['W1', 'Summit', '35000'] })).toBe(false);
    expect(isTotalRow({ number: 4, cells: ['', ''] })).toBe(false);
  });

  test.each<[readonly string[], boolean]>([
    [['Totalt', '', '210', '190', '20'], true],
    [['', 'Summa:', '1 250', '–', '75%'], true],
    [['Gesamt', 'Nordby', '5'], false],
    [['Total', 'TESTIPAD0001', '5'], false],
    [['Total', '2049025000431439'], false],
    [['Totalförsvaret', '5'], false],
    [['Total War: Rome', '5'], false],
    [['Total licences: 12', '5'], true],
    [['', '210', '190'], false],
  ])('A5, B9: alone with counts, %j: %j', (cells, isAlone) => {
    expect(isTotalAlone({ number: 4, cells }, [])).toBe(isAlone);
  });

  test('A5, B9: what it adds up may stand beside', () => {
    expect(isTotalAlone({ number: 4, cells: ['Delsumma', 'Nordby', '5'] }, [1])).toBe(true);
  });
});
