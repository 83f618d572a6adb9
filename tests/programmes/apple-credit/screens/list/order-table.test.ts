import { expect, test } from 'vitest';
import { groupOrders } from '#programmes/apple-credit/rules/order/credit-summary.ts';
import { credit as english } from '#programmes/apple-credit/words/en/credit.ts';
import { credit as swedish } from '#programmes/apple-credit/words/sv/credit.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { orderTable } from '#programmes/apple-credit/screens/list/order-table.ts';
import { orderWith } from '#tests/factories/credit.ts';

const orders = [
  orderWith(
    [
      ['ordered', '2026-09-01'],
      ['ready', '2026-09-04'],
    ],
    { inboxLink: 'https://inbox.example/s3cret' },
    'a',
  ),
  orderWith(
    [],
    { institution: '=HYPERLINK("https://evil.example")', orderNumber: '@SUM(A1)', reseller: 'x' },
    'b',
  ),
];
const table = async (
  credit: typeof swedish | typeof english,
  language: 'sv' | 'en',
): Promise<string[]> => {
  const texts = { credit, language } as unknown as Texts;
  return (await orderTable(groupOrders(orders, '2026-11-20'), texts)).split('\r\n');
};

test('A5: cells that a spreadsheet would run are text in what is saved, and no link to the inbox is in it', async () => {
  const lines = await table(swedish, 'sv');
  expect(lines[0]).toMatch(/^\ufeffOrdernummer;Kreditvärde;Valuta;Institution;/);
  expect(lines[1]).toBe(
    '4500218837;25000,00;SEK;Nordby kommun;Sara Lindholm;innehall@nordby.example;;2026-09-01;4500218837;I säkra inkorgen;Ej hämtad;2026-12-03;;',
  );
  expect(lines[2]).toContain('\'@SUM(A1);25000,00;SEK;"\'=HYPERLINK(""https://evil.example"")";');
  expect(lines.join()).not.toContain('s3cret');
});

test.each([
  ['sv', swedish, /;99;[^;]+;Begärd igen;2026-08-12;2026-08-20;$/],
  ['en', english, /,99,[^,]+,Resend requested,2026-08-12,2026-08-20,$/],
] as const)(
  'A9: what is asked for again tells its credit number, its last day and when (%s)',
  async (language, credit, end) => {
    const asked = orderWith(
      [
        ['ordered', '2026-05-01'],
        ['ready', '2026-05-14'],
        ['resend-requested', '2026-08-20'],
      ],
      { creditNumber: '99' },
    );
    const texts = { credit, language } as unknown as Texts;
    const [heads, line] = (await orderTable(groupOrders([asked], '2026-11-20'), texts)).split(
      '\r\n',
    );
    expect(heads).toMatch(
      /VPP-kreditnummer;Läge;Så står det;Sista dag i inkorgen;Återsändning begärd;Kan vara samma order som$|VPP credit number,Group,State,Last day in the inbox,Resend requested on,May be the same order as$/,
    );
    expect(line).toMatch(end);
  },
);

test('A5: English has points and commas', async () => {
  expect((await table(english, 'en'))[1]).toMatch(/^4500218837,25000\.00,SEK,Nordby kommun,/);
});

test.each([
  ['sv', swedish, 'Kan vara samma order som', ';4500-218837'],
  ['en', english, 'May be the same order as', ',4500-218837'],
] as const)(
  'A5: the order that may be another one says which, and is the one not counted (%s)',
  async (language, credit, head, end) => {
    const older = orderWith([['ordered', '2026-09-01']], { orderNumber: '4500-218837' }, 'older');
    const younger = orderWith([['ordered', '2026-09-02']], { meets: 'older' }, 'younger');
    const texts = { credit, language } as unknown as Texts;
    const lines = (await orderTable(groupOrders([older, younger], '2026-11-20'), texts))
      .split('\r\n')
      .filter(Boolean);
    expect(lines[0]?.endsWith(head)).toBe(true);
    const rows = lines.slice(1).map((line) => [line.split(/[;,]/)[0], line.endsWith(end)]);
    expect(rows.toSorted()).toEqual([
      ['4500-218837', false],
      ['4500218837', true],
    ]);
  },
);
