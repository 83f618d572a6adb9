import { describe, expect, test } from 'vitest';
import { isTotalOfPeople } from '#programmes/apple-licences/import/read/people/people-total.ts';

const isTotal = (line: string, ...beside: readonly number[]): boolean =>
  isTotalOfPeople({ number: 9, cells: line.split(';') }, beside);

describe('B9: a row below people that says how many they are', () => {
  test.each([
    'Total;;12',
    'Summa;12;',
    'Totalt 12 användare',
    '12 users',
    'Total users: 12;;',
    'Number of users;12',
    'Antal elever;;2',
    'Antal: 24',
    'Anzahl der Schüler: 24',
    'Total : 12 comptes',
    'Yhteensä 12 käyttäjää',
  ])('B9: %s', (line) => expect(isTotal(line)).toBe(true));

  test('B9: with the class that is counted', () => {
    expect(isTotal('Summa;24;7A', 2)).toBe(true);
    expect(isTotal('Summa;24;7A')).toBe(false);
  });

  test.each([
    'Summa;summa@nordby.example',
    'Antal;1007',
    'Elever;7',
    'Ada Ek;12',
    'Total;u-12',
    'Bo Antal;12',
    ';',
    'Lärare',
    '12;13',
    'Lärare 1',
    'Staff 1;17',
    '1 staff;17',
  ])('B9: %s is none', (line) => expect(isTotal(line)).toBe(false));
});
