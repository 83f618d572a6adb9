import { adamIdOf, codeOf, skuOf, vipIdOf } from './made-up.ts';
import { CREDIT, LICENCES, VIP, one, type Shape } from './shape.ts';
import { bookFile, dayCell, type Cell } from './workbook.ts';
import { textFile } from './written.ts';

const APPS: readonly Cell[] = ['App', 'Adam ID', 'Licenser'];
const PEOPLE: readonly Cell[] = ['Förnamn', 'Efternamn', 'E-postadress'];
const app = (number: number, name: string, licences: number): Cell[] => [
  name,
  adamIdOf(number),
  licences,
];
const ADA: readonly Cell[] = ['Ada', 'Ek', 'ada.ek@nordby.example'];
const BO: readonly Cell[] = ['Bo', 'Alm', 'bo.alm@nordby.example'];
const CY: readonly Cell[] = ['Cy', 'Lind', 'cy.lind@nordby.example'];

/** Different lists side by side on a sheet, and lists with an empty column in the middle. */
export const listsBeside: readonly Shape[] = [
  bookFile(
    'apps-and-people-beside.xlsx',
    [
      {
        name: 'Nordby',
        rows: [
          [...APPS],
          [...app(1, 'Testapp Matematik', 30), null, ...PEOPLE],
          [...app(2, 'Testapp Musik', 12), null, ...ADA],
          [null, null, null, null, ...BO],
          [null, null, null, null, ...CY],
        ],
      },
    ],
    {
      seen: 'likely: all that a school has, on one sheet',
      expected: {
        programme: LICENCES,
        sheets: [
          {
            name: 'Nordby',
            kind: 'apps',
            headings: 1,
            rows: 2,
            asks: false,
            fields: { name: 0, adamId: 1, total: 2 },
          },
          {
            name: 'Nordby (2)',
            kind: 'users',
            headings: 2,
            rows: 3,
            asks: false,
            fields: { firstName: 4, lastName: 5, email: 6 },
          },
        ],
        skipped: [],
      },
    },
  ),
  textFile(
    'apps-and-people-beside-one-length.csv',
    `App;Adam ID;Licenser;;Namn;E-post;Klass\nTestapp Matematik;${adamIdOf(1)};30;;Ada Ek;ada.ek@nordby.example;7A\nTestapp Musik;${adamIdOf(2)};12;;Bo Alm;bo.alm@nordby.example;7A\n`,
    {
      // It may as well say who has which: what is not read of it is told.
      seen: 'likely: the same under one row of headings',
      expected: one(LICENCES, { kind: 'apps', headings: 1, rows: 2, asks: false }),
    },
  ),
  bookFile(
    'apps-and-people-beside-titles.xlsx',
    [
      {
        name: 'Nordby',
        rows: [
          ['Appar våren 2026'],
          [...APPS, null, 'Personal'],
          [...app(1, 'Testapp Matematik', 30), null, ...PEOPLE],
          [...app(2, 'Testapp Musik', 12), null, ...ADA],
          [...app(3, 'Testapp Rita', 5), null, ...BO],
          ['Summa', null, 47],
        ],
      },
    ],
    {
      seen: 'likely: with a title above each, and a sum below one of them',
      expected: {
        programme: LICENCES,
        sheets: [
          { name: 'Nordby', kind: 'apps', headings: 2, rows: 3, aside: [6] },
          { name: 'Nordby (2)', kind: 'users', headings: 3, rows: 2 },
        ],
      },
    },
  ),
  bookFile(
    'customers-and-prices-beside.xlsx',
    [
      {
        name: 'VIP',
        rows: [
          ['Kund', 'VIP-ID', 'Årsdag', null, 'Priser hösten 2026'],
          [
            'Nordby kommun',
            vipIdOf(61),
            dayCell('2027-03-15'),
            null,
            'SKU',
            'Produkt',
            'Pris per år',
            'Valuta',
          ],
          [
            'Västby AB',
            vipIdOf(62),
            dayCell('2027-04-10'),
            null,
            skuOf(61),
            'Creative Cloud Pro',
            9000,
            'SEK',
          ],
          [
            'Söderby AB',
            vipIdOf(63),
            dayCell('2027-05-10'),
            null,
            skuOf(62),
            'Acrobat Pro',
            2400,
            'SEK',
          ],
        ],
      },
    ],
    {
      seen: 'likely: a reseller’s own sheet',
      expected: {
        programme: VIP,
        sheets: [
          { name: 'VIP', kind: 'customers', headings: 1, rows: 3 },
          { name: 'VIP (2)', kind: 'prices', headings: 2, rows: 2, fields: { sku: 4 } },
        ],
      },
    },
  ),
  bookFile(
    'assignments-with-a-column-between.xlsx',
    [
      {
        name: 'Utlånat',
        rows: [
          ['App', 'Adam ID', null, ...PEOPLE],
          ['Testapp Matematik', adamIdOf(1), null, ...ADA],
          ['Testapp Musik', adamIdOf(2), null, ...ADA],
          ['Testapp Musik', adamIdOf(2), null, ...BO],
        ],
      },
    ],
    {
      seen: 'likely: one list, with an empty column between what and who',
      expected: one(LICENCES, {
        name: 'Utlånat',
        kind: 'assignments',
        headings: 1,
        rows: 3,
        fields: { adamId: 1, email: 5 },
      }),
    },
  ),
  bookFile(
    'customers-with-a-column-between.xlsx',
    [
      {
        name: 'Kunder',
        rows: [
          ['Kund', 'VIP-ID', 'Årsdag', null, 'Namn', 'E-post'],
          [
            'Nordby kommun',
            vipIdOf(64),
            dayCell('2027-03-15'),
            null,
            'Ada Ek',
            'ada@nordby.example',
          ],
          ['Västby AB', vipIdOf(65), dayCell('2027-04-10')],
        ],
      },
    ],
    {
      seen: 'likely: contacts beside the customers, after an empty column',
      expected: one(VIP, { name: 'Kunder', kind: 'customers', headings: 1, rows: 2 }),
    },
  ),
  textFile(
    'codes-given-to-people-after-a-column.csv',
    `Code;Code Redemption Link;;Förnamn;Efternamn;E-post\n${[1, 2, 3]
      .map(
        (at) =>
          `${codeOf(970 + at)};https://buy.itunes.apple.com/WebObjects/MZFinance.woa/wa/freeProductCodeWizard?code=${codeOf(970 + at)};;${at === 1 ? ADA.join(';') : ';;'}`,
      )
      .join('\n')}\n`,
    {
      seen: 'likely: who got which code, so far',
      expected: one(CREDIT, { kind: 'codes', headings: 1, rows: 3 }),
    },
  ),
];
