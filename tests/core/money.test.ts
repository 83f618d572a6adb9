import { describe, expect, test } from 'vitest';
import { readAmounts } from '#core/money.ts';
import { saysThousands } from '#core/text/written-amount.ts';
import {
  areBareCrowns,
  crownsBy,
  meantAlone,
  meantBeside,
  readCurrency,
  readCurrencyAs,
} from '#core/text/written-currency.ts';

const readAs = (read: ReturnType<typeof readCurrency>): string =>
  typeof read === 'string' ? read : read.value;

describe('written sums', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    // plain
    ...(
      [
        '25000',
        '25 000',
        '25\u00a0000',
        '25\u202f000',
        "25'000",
        '25 000,00',
        '25.000,00',
        '25,000.00',
        '25 000:-',
      ] as const
    ).map((written) => [written, ['25000.00']] as const),
    ...(
      [
        '25 000 kr',
        '25 000 kr.',
        'kr 25 000',
        'SEK 25 000',
        '25 000 SEK',
        '25000,-',
        '25 000.-',
        '25 000 kr:-',
        'SEK25000',
      ] as const
    ).map((written) => [written, ['25000.00']] as const),
    ['1 250,50', ['1250.50']],
    // narrow spaces, and signs of other countries
    ['€ 1\u00a0234,50', ['1234.50']],
    ['€\u202f1\u202f234,50', ['1234.50']],
    ['1.234,50 ₺', ['1234.50']],
    ['₺1.234,50', ['1234.50']],
    ['1 234,50 zł', ['1234.50']],
    ['1 234,50 Kc\u030c', ['1234.50']],
    ['1 234,50 HUF', ['1234.50']],
    ['1.234,50 kr.', ['1234.50']],
    ['kr. 1.234,50', ['1234.50']],
    ["CHF 1'234.50", ['1234.50']],
    // below nothing, as accounting programs write it; `25-` is `25:-`
    ['1 250,50-', ['-1250.50']],
    ['1.250,50- kr', ['-1250.50']],
    ['-kr 1 250,50', ['-1250.50']],
    ['kr -1 250,50', ['-1250.50']],
    ['-1 250,50-', []],
    ['25-', ['25.00']],
    ['25 000,-', ['25000.00']],
    // more figures than a record can hold are a slip
    ['123456789012345', ['123456789012345.00']],
    ['1234567890123456', []],
    ['€ 1.250,50', ['1250.50']],
    ['$1,250.50', ['1250.50']],
    ['US$ 500', ['500.00']],
    ['12 345 678,9', ['12345678.90']],
    ['1.250.000', ['1250000.00']],
    ['1,250,000', ['1250000.00']],
    ['1250.5', ['1250.50']],
    ['0,5', ['0.50']],
    ['00123', ['123.00']],
    ['0', ['0.00']],
    ['-0', ['0.00']],
    ['-5', ['-5.00']],
    ['\u2212500', ['-500.00']],
    ['25.', ['25.00']],
    ['1.125,-', ['1125.00']],
    ['25.0000', ['25.00']],
    ['１２５０', ['1250.00']],
    // one mark, three figures: unclear, unless only one reading is a sum
    ['25.000:-', ['25000.00', '25.00']],
    ['25.000,-', ['25000.00']],
    ['1.500,- kr', ['1500.00']],
    ['1,500.-', ['1500.00']],
    ['25,-', ['25.00']],
    ['25.000,50 Euro', ['25000.50']],
    ['1 250,00 euros', ['1250.00']],
    ['1 250,00 euroa', ['1250.00']],
    ['dkr. 1.250,00', ['1250.00']],
    ['1250,00 kroner', ['1250.00']],
    ["CHF 1'250.00", ['1250.00']],
    ['25.000', ['25000.00', '25.00']],
    ['1,250', ['1250.00', '1.25']],
    ['1.255', ['1255.00']],
    ['0.500', ['0.50']],
    ['0,250', ['0.25']],
    ['1250.000', ['1250.00']],
    // no sums
    ...(
      [
        '',
        'abc',
        'n/a',
        '-',
        '(500)',
        '1e5',
        '25 tkr',
        '2 mkr',
        '5%',
        '1.2.3',
        '1 2 3',
        '25,00,00',
        '1.234,567',
      ] as const
    ).map((written) => [written, []] as const),
    ...(['12/31', '500 öre', '=1+1', '--5', '1 250 50', '10 st', 'SEK'] as const).map(
      (written) => [written, []] as const,
    ),
  ];
  test.each(cases)('A5: "%s" means %j', (written, amounts) => {
    expect(readAmounts(written)).toEqual(amounts);
  });

  test('A5: the currency beside a sum, where it is certain', () => {
    const texts = [
      '25 000 SEK',
      'usd 5',
      '€ 5',
      '£5',
      'US$5',
      '25 000 kr',
      '$5',
      'kr 5 NOK',
      'MUSED 5',
      '5 Euro',
      '5 euros',
      '5 euroa',
      'dkr 5',
      '5 kroner',
    ];
    expect(texts.map((text) => readAs(readCurrency(meantBeside(text))))).toEqual([
      'SEK',
      'USD',
      'EUR',
      'GBP',
      'USD',
      'SEK',
      'unclear',
      'unclear',
      'none',
      'EUR',
      'EUR',
      'EUR',
      'DKK',
      'unclear',
    ]);
  });

  test.each([
    ...['SEK', 'sek', ' kr ', 'kr.', 'Kronor', 'krona', 'SEK (kr)', 'Svenska kronor'].map(
      (text) => [text, 'SEK'],
    ),
    ...['€', 'EUR', 'Euro', 'euros', 'euroa'].map((text) => [text, 'EUR']),
    ['£', 'GBP'],
    ['CHF', 'CHF'],
    ...['nok', 'nkr', 'norska kronor', 'Norske kroner'].map((text) => [text, 'NOK']),
    ...['DKK', 'dkr.', 'Danske kroner'].map((text) => [text, 'DKK']),
    ['Franken', 'CHF'],
    ['US-Dollar', 'USD'],
    ['USD $', 'USD'],
    ['US$', 'USD'],
    ...['$', 'dollar', 'kr NOK', 'DKK kr', 'kroner', 'XXQ', 'Skola 7', '?', '-'].map((text) => [
      text,
      'unclear',
    ]),
    ['  ', 'none'],
  ])('A5: the currency "%s" is %s', (written, currency) => {
    expect(readAs(readCurrency(meantAlone(written)))).toBe(currency);
  });

  test('A5: several places mean one currency together, or are unclear', () => {
    expect(readAs(readCurrency(meantAlone('USD'), meantBeside('$25000.00')))).toBe('USD');
    expect(readAs(readCurrency(meantAlone('NOK'), meantBeside('25 000 kr')))).toBe('NOK');
    expect(readAs(readCurrency(meantAlone('SEK'), meantBeside('$25000.00')))).toBe('unclear');
  });

  test.each([
    ['₺', 'TRY'],
    ['5 ₺', 'TRY'],
    ['5 TL', 'TRY'],
    ['5 HUF', 'HUF'],
    ['5 Ft', 'HUF'],
    ['5 lei', 'RON'],
    ['¥5', 'unclear'],
    ['Price per try', 'none'],
  ])('A5: beside a sum, "%s" is %s', (written, currency) => {
    expect(readAs(readCurrency(meantBeside(written)))).toBe(currency);
  });

  test('A5: kr alone is as the headings around it, and Swedish where they do not tell', () => {
    const read = (known: Readonly<Record<'SEK' | 'NOK' | 'DKK', number>>, written: string) =>
      readAs(readCurrencyAs(crownsBy(known), meantBeside(written)));
    const danish = { SEK: 1, NOK: 2, DKK: 4 };
    expect(read(danish, '5 kr.')).toBe('DKK');
    expect(read(danish, '5 kroner')).toBe('DKK');
    expect(read(danish, '5 SEK')).toBe('SEK');
    expect(read({ SEK: 1, NOK: 4, DKK: 3 }, 'kr 5')).toBe('NOK');
    expect(read({ SEK: 4, NOK: 1, DKK: 1 }, '5 kr')).toBe('SEK');
    // Danish as well as Norwegian.
    expect(read({ SEK: 1, NOK: 3, DKK: 3 }, '5 kr')).toBe('unclear');
    // English, or words of all three.
    expect(read({ SEK: 0, NOK: 0, DKK: 0 }, '5 kr')).toBe('SEK');
    expect(read({ SEK: 2, NOK: 2, DKK: 2 }, '5 kr')).toBe('SEK');
    expect(crownsBy({ SEK: 0, NOK: 0, DKK: 0 }).areTaken).toBe(true);
    expect(crownsBy({ SEK: 2, NOK: 1, DKK: 1 }).areTaken).toBe(false);
  });

  test('A5: only kr alone is taken for anybody’s', () => {
    expect(areBareCrowns(undefined, meantBeside('5 kr'))).toBe(true);
    expect(areBareCrowns(meantAlone('SEK'), meantBeside('5 kr'))).toBe(false);
    expect(areBareCrowns(undefined)).toBe(false);
  });

  test('A5: a heading says that its sums leave noughts out', () => {
    const told = ['Belopp (tkr)', 'Amount, kEUR', 'Amount in thousands', 'Summa Mkr', 'tsek'];
    expect(told.map(saysThousands)).toEqual(told.map(() => true));
    const plain = ['Belopp (kr)', 'Amount (SEK)', 'Summa', 'Antal', 'Smiles'];
    expect(plain.map(saysThousands)).toEqual(plain.map(() => false));
  });
});
