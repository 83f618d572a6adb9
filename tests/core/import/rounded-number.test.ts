import { describe, expect, test } from 'vitest';
import { isRounded } from '#core/import/rounded-number.ts';

describe('A5: a number that a spreadsheet has rounded', () => {
  test.each([
    '1.23E+11',
    '1,23457E+19',
    '7,7E+09',
    '1E+11',
    '1e+21',
    '12.3E+10',
    '9.00000417E8',
    '-1.2E+15',
    ' 1.23E+11 ',
    '1.2E-05',
  ])('A5: "%s" is one, as a text or as a number', (text) => {
    expect([isRounded(text, false), isRounded(text, true)]).toEqual([true, true]);
  });

  test.each([
    '1234567890123450',
    '12345678901234567000',
    '-1234567890123450',
    '1234567890123450.5',
    '1000000000000000',
  ])('A5: "%s" is one only as a number: a text keeps all its figures', (text) => {
    expect([isRounded(text, false), isRounded(text, true)]).toEqual([false, true]);
  });

  test.each([
    '',
    '0',
    '7700000123',
    '123456789012345',
    '0000000000000417',
    '0000123456789012345',
    '1E11',
    '12345678E10',
    '1234E+5',
    '30001234CA01A12',
    'FA4E0123456789ABCDEF',
    '12E3-4',
    'E+11',
    'W900000650',
    'SW-1.2E+3x',
  ])('A5: "%s" is none', (text) => {
    expect([isRounded(text, false), isRounded(text, true)]).toEqual([false, false]);
  });
});
