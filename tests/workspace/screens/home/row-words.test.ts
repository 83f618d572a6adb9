import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import type { OrderInput } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Clash } from '#core/record/record.ts';
import { sync as english } from '#workspace/words/en/sync.ts';
import type { Language } from '#core/language/language.ts';
import { sync as swedish } from '#workspace/words/sv/sync.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { authorizationWith } from '#tests/factories/vip.ts';
import { rowWords } from '#workspace/screens/home/row-words.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const TODAY = '2026-11-20';

const rowText = (
  lastDay: string,
  input: OrderInput = {},
  language: Language = 'sv',
  compact = false,
): string => {
  const [row] = homeRows([orderWith([['ready', addDays(lastDay, -90)]], input)], TODAY);
  if (row === undefined) throw new Error('a row is expected');
  const { number, unit, title, object, day, note } = rowWords(
    row,
    shellTexts(language),
    TODAY,
    compact,
  );
  return [number, unit, title, object, day, note ?? ''].join(' | ').replace(/[\u202f\u00a0]/g, ' ');
};

describe('X1: a row says what to do, and by when', () => {
  test.each([
    ['2026-12-03', {}, '13 | dagar | Hämta kredit, 25 000 kr | 4500218837 | senast tors 3 dec | '],
    ['2026-11-21', {}, '1 | dag | Hämta kredit, 25 000 kr | 4500218837 | senast lör 21 nov | '],
    ['2026-11-20', {}, 'I dag |  | Hämta kredit, 25 000 kr | 4500218837 | senast fre 20 nov | '],
    [
      '2026-11-12',
      { amount: '12000.00' },
      '8 | dgr sen | Återsänd kredit, 12 000 kr | 4500218837 | utgick 12 nov | ',
    ],
    ['2026-11-19', {}, '1 | dag sen | Återsänd kredit, 25 000 kr | 4500218837 | utgick 19 nov | '],
    [
      '2027-01-14',
      { orderNumber: '' },
      '55 | dagar | Hämta kredit, 25 000 kr | Order utan nummer | senast 14 jan 2027 | ',
    ],
    ['2026-12-03', { amount: '' }, '13 | dagar | Hämta kredit | 4500218837 | senast tors 3 dec | '],
  ] as const)('X1: last day %s, %j', (lastDay, input, words) => {
    expect(rowText(lastDay, input)).toBe(words);
  });

  test('X14: in English', () => {
    expect(rowText('2026-11-20', {}, 'en')).toMatch(/^Today \|  \| Download credit/);
    expect(rowText('2026-12-03', {}, 'en')).toBe(
      '13 | days | Download credit, SEK 25,000 | 4500218837 | by Thu 3 Dec | ',
    );
    expect(rowText('2026-11-12', {}, 'en')).toBe(
      '8 | days late | Resend credit, SEK 25,000 | 4500218837 | expired 12 Nov | ',
    );
  });

  test.each([
    [
      'sv',
      '2026-10-25',
      '4 | dagar | Lägg order åt Tryckhuset Linden | Auktorisering | senast tis 24 nov',
    ],
    [
      'sv',
      '2026-10-16',
      '5 | dgr sen | Lägg försenad order åt Tryckhuset Linden | Auktorisering | sista dag 15 nov',
    ],
    [
      'en',
      '2026-10-25',
      '4 | days | Place the order for Tryckhuset Linden | Authorization | by Tue 24 Nov',
    ],
  ] as const)(
    'X1: the title of an authorization names the customer (%s, %s)',
    (language, createdOn, words) => {
      const [row] = homeRows([authorizationWith({ createdOn })], TODAY);
      const { number, unit, title, object, day } = rowWords(row!, shellTexts(language), TODAY);
      expect([number, unit, title, object, day].join(' | ')).toBe(words);
    },
  );

  test('X1: an authorization that knows no customer is named by its product, below', () => {
    const authorization = authorizationWith({ createdOn: '2026-10-25' });
    const data = { ...authorization.data, customerName: '' };
    const [row] = homeRows([{ ...authorization, data }], TODAY);
    const { title, object } = rowWords(row!, shellTexts('sv'), TODAY);
    expect(title).toBe('Lägg ordern');
    expect(object).toBe(Object.values(data.lines)[0]?.product);
  });

  test.each([
    ['sv', swedish],
    ['en', english],
  ] as const)('X8: a question is called as on its own screen (%s)', (language, { conflict }) => {
    const about = (field: string): string => {
      const clash = {
        id: field,
        field,
        answers: [
          { value: '', by: 'sara', at: 1 },
          { value: 'x', by: 'johan', at: 2 },
        ],
      };
      const [row] = homeRows(
        [{ ...orderWith([]), clashes: [clash] as unknown as readonly Clash[] }],
        TODAY,
      );
      return row === undefined ? '' : rowWords(row, shellTexts(language), TODAY).title;
    };
    expect(about('institution')).toBe(conflict.title);
    expect(about(TRASHED_ON)).toBe(conflict.trash.title);
  });

  test('X1: a narrow list leaves out "senast"', () => {
    expect(rowText('2026-12-03', {}, 'sv', true)).toContain('| tors 3 dec |');
  });

  test('X1: a count from the order date says so', () => {
    const [row] = homeRows(
      [orderWith([['ordered', '2026-09-04']], { orderDate: '2026-09-04' })],
      TODAY,
    );
    if (row === undefined) throw new Error('a row is expected');
    expect(rowWords(row, shellTexts(), TODAY)).toMatchObject({
      number: '13',
      note: 'räknat från orderdagen',
    });
  });
});
