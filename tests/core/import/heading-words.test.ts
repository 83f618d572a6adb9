import { describe, expect, test } from 'vitest';
import { lookUpIn, wordsIn } from '#core/import/heading-words.ts';

const meaning = lookUpIn<string>([
  { size: 'size', first: 'firstname', state: 'läge', line: 'rad' },
  { size: 'größe', first: 'vorname', device: 'gerätename' },
  { first: 'prénom', device: 'nomdelappareil', serial: 'numérodesérie' },
  { amount: 'beløb', device: 'enhedsnavn' },
]);

describe('A5: words of several languages', () => {
  test.each([
    ['First name', 'first'],
    ['Größe', 'size'],
    ['GRÖSSE', 'size'],
    ['Groesse', 'size'],
    ['Grosse', 'size'],
    ['Prénom', 'first'],
    ['PRENOM', 'first'],
    ['Pre\u0301nom', 'first'],
    ['Geraetename', 'device'],
    ['Geratename', 'device'],
    ['N° de serie', undefined],
    ['Numero de série', 'serial'],
    ['Beløb', 'amount'],
    ['Beloeb', 'amount'],
    ['Nom de l’appareil', 'device'],
    // A share of it is another thing, and a rate in the heading is none.
    ['Beløb %', undefined],
    ['% Beløb', undefined],
    ['Beløb (%)', undefined],
    ['Beløb (25 %)', 'amount'],
    // Another word, without its marks or with some.
    ['Lage', undefined],
    ['Råd', undefined],
    ['', undefined],
  ])('A5: %s is %s', (written, expected) => {
    expect(meaning(written)).toBe(expected);
  });

  test('A5: two words that would be the same without their accents are each only themselves', () => {
    const pairs = lookUpIn<string>([{ paid: 'betalad', load: 'betåläd' }, { third: 'bétalad' }]);
    expect(['betalad', 'Betåläd', 'bétalad', 'betalåd'].map(pairs)).toEqual([
      'paid',
      'load',
      'third',
      undefined,
    ]);
  });

  test('A5: words stand on several lines', () => {
    expect(wordsIn(' one\n    two  three\n')).toEqual(['one', 'two', 'three']);
    expect(wordsIn('')).toEqual([]);
  });
});
