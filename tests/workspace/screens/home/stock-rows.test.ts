import { describe, expect, test } from 'vitest';
import { filterRows, groupDeadlines, isNow } from '#workspace/rules/reminders/home.ts';
import { lowStock } from '#programmes/apple-licences/rules/app/low-stock.ts';
import { stock as english } from '#programmes/apple-licences/words/en/stock.ts';
import { formatFor } from '#core/language/format.ts';
import { stock as swedish } from '#programmes/apple-licences/words/sv/stock.ts';
import { filterNamed } from '#programmes/apple-licences/screens/app/apps-paths.ts';
import { stockRows } from '#programmes/apple-licences/screens/stock/stock-rows.ts';
import { appWith } from '#tests/factories/apps.ts';
import { rowWords } from '#workspace/screens/home/row-words.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const TODAY = '2026-11-20';
type Given = NonNullable<Parameters<typeof appWith>[0]>;
const out = (name: string, given: Given = {}) =>
  appWith({
    id: name,
    name,
    adamId: `1${name.length}`,
    location: 'Gymnasiet',
    total: 30,
    assigned: 30,
    ...given,
  });
const low = (name: string, given: Given = {}) => out(name, { assigned: 28, ...given });

const rowsOf = (...apps: ReturnType<typeof out>[]) =>
  stockRows(lowStock(apps), { words: swedish, format: formatFor('sv') });
const rowTexts = (...apps: ReturnType<typeof out>[]): string[] =>
  rowsOf(...apps).map((row) => {
    const { number, unit, title, object, day } = rowWords(row, shellTexts('sv'), TODAY);
    return `${number} ${unit} | ${title} | ${object}${day} | ${row.own.href}`;
  });

describe('X1, B8: apps that want more licences, on home', () => {
  test.each<[string, ReturnType<typeof out>[], string[]]>([
    [
      'one that is out',
      [out('Mattestigen')],
      ['0 lediga | Köp fler Mattestigen | Slut · Gymnasiet | /apps/Mattestigen'],
    ],
    [
      'one left',
      [low('Pages', { assigned: 29 })],
      ['1 ledig | Köp fler Pages | Snart slut · Gymnasiet | /apps/Pages'],
    ],
    [
      'without a name and a location',
      [out('namnlös', { name: '', adamId: '900000000001', location: '' })],
      ['0 lediga | Köp fler App 900000000001 | Slut | /apps/namnlös'],
    ],
    [
      'a book without a name',
      [out('namnlös', { name: '', adamId: '900000000005', productType: 'Book', location: '' })],
      ['0 lediga | Köp fler Bok 900000000005 | Slut | /apps/namnlös'],
    ],
    [
      'several of both, those that are out first',
      [low('Pages'), out('Öra'), low('Numbers'), out('Ada'), out('Bok')],
      [
        '3 appar | Köp fler licenser | Slut: Ada, Bok och 1 till | /apps?show=empty',
        '2 appar | Köp fler licenser | Snart slut: Numbers och Pages | /apps?show=low',
      ],
    ],
    [
      'one app at two locations is named once',
      [out('Ada'), { ...out('Ada', { location: 'Skolan' }), id: 'other' }],
      ['2 appar | Köp fler licenser | Slut: Ada | /apps?show=empty'],
    ],
    ['none', [out('Ada', { assigned: 3 })], []],
  ])('B8: %s', (_, apps, expected) => {
    expect(rowTexts(...apps)).toEqual(expected);
  });

  test('X1: both are to be done now, red and amber, by all and under apps, and nobody’s own', () => {
    const rows = rowsOf(out('Ada'), low('Pages'));
    expect(groupDeadlines(rows, TODAY).now).toEqual(rows);
    expect(rows.every(isNow)).toBe(true);
    expect(rows.map(({ urgency }) => urgency)).toEqual(['late', 'soon']);
    expect(filterRows(rows, 'apple-licences', 'sara')).toEqual(rows);
    expect(filterRows(rows, 'mine', 'sara')).toEqual([]);
  });

  test('X14: in English', () => {
    const [row] = stockRows(lowStock([out('Ada')]), { words: english, format: formatFor('en') });
    expect(row?.own).toMatchObject({
      number: '0',
      unit: 'free',
      title: 'Buy more Ada',
      object: 'Out · Gymnasiet',
    });
  });

  test.each([
    ['low', 'low'],
    ['empty', 'empty'],
    ['', 'all'],
    ['what nobody knows', 'all'],
  ])('B8: an address that says “%s” shows %s', (show, filter) => {
    expect(filterNamed(show)).toBe(filter);
  });
});
