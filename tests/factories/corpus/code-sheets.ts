import { adamIdOf, codeOf, linkOf } from './made-up.ts';
import { CREDIT, one, type ExpectedSheet, type Shape } from './shape.ts';
import { textFile } from './written.ts';

const codes = (sheet: Omit<ExpectedSheet, 'kind'>) => one(CREDIT, { kind: 'codes', ...sheet });
const rows = (separator: string, ...numbers: readonly number[]): string =>
  numbers.map((number) => `${codeOf(number)}${separator}${linkOf(number)}`).join('\n');

const LIKELY = 'likely: Apple publishes no sheet of codes beyond the names of two columns';
const TRANSLATED = 'likely: a sheet whose headings someone translated';

const translated = (file: string, code: string, link: string, separator = ';'): Shape =>
  textFile(file, `${code}${separator}${link}\n${rows(separator, 11, 12, 13)}\n`, {
    seen: TRANSLATED,
    expected: codes({ headings: 1, rows: 3, asks: false, fields: { code: 0, link: 1 } }),
  });

/** Sheets of app and book codes, as text: headings, what is above and below, separators. */
export const codeSheets: readonly Shape[] = [
  textFile('codes-plain.csv', `Code,Code Redemption Link\n${rows(',', 1, 2, 3)}\n`, {
    seen: 'two public importers read exactly these columns (apple.md §3.1)',
    expected: codes({
      headings: 1,
      rows: 3,
      asks: false,
      fields: { code: 0, link: 1 },
      values: { 2: { code: codeOf(1), link: linkOf(1) } },
    }),
  }),
  textFile(
    'codes-preamble-8.csv',
    `Order ID,MNB0000417
Product,Testapp Matematik
Adam ID,${adamIdOf(417)}
Buyer,inkop@nordby.example
Purchase Date,2026-09-02
Codes Purchased,4
Codes Redeemed,1
Codes Remaining,3

Code,Code Redemption Link
${rows(',', 14, 15, 16)}
`,
    {
      seen: 'likely: older sheets of the programme (apple.md §3.1 calls the lines above unconfirmed)',
      expected: codes({ headings: 10, rows: 3, asks: false, fields: { code: 0, link: 1 } }),
    },
  ),
  textFile(
    'codes-preamble-1.csv',
    `Volume codes for Testapp Matematik\nCode,Code Redemption Link\n${rows(',', 17, 18)}\n`,
    { seen: LIKELY, expected: codes({ headings: 2, rows: 2, asks: false, fields: { code: 0 } }) },
  ),
  textFile(
    'codes-preamble-45.csv',
    `${Array.from({ length: 45 }, (_, at) => `Terms of sale, part ${at + 1}: each code can be used once.`).join('\n')}
Code,Code Redemption Link
${rows(',', 19, 20, 21)}
`,
    {
      seen: 'likely: a mail with its terms pasted above the table',
      expected: codes({ headings: 46, rows: 3, asks: false, fields: { code: 0, link: 1 } }),
    },
  ),
  textFile('codes-bare-column.csv', `${[22, 23, 24].map((at) => codeOf(at)).join('\n')}\n`, {
    seen: 'likely: codes copied out of a sheet, one a line',
    expected: codes({ headings: 0, rows: 3, asks: true, fields: { code: 0 } }),
  }),
  textFile(
    'codes-under-a-word-as-long.csv',
    `Presentkoder;Klass\n${codeOf(84)};7A\n${codeOf(85)};7B\n${codeOf(86)};7C\n`,
    {
      seen: 'likely: a title in the place of a heading, as long as a code',
      expected: codes({ headings: 1, rows: 3, asks: true, fields: { code: 0 } }),
    },
  ),
  textFile(
    'codes-bare-after-orders.csv',
    `${[46, 47, 48].map((at) => `45003006${at};${codeOf(at, 16)};5000;2026-11-12`).join('\n')}\n`,
    {
      seen: 'likely: order, code, value and day typed one after the other',
      expected: codes({ headings: 0, rows: 3, asks: true, fields: { code: 1 } }),
    },
  ),
  textFile('codes-bare-two-columns.csv', `${rows(',', 25, 26, 27)}\n`, {
    seen: 'likely: the table without its headings',
    expected: codes({ headings: 0, rows: 3, asks: true, fields: { code: 0, link: 1 } }),
  }),
  textFile('codes-bare-sixteen.csv', `${[28, 29].map((at) => codeOf(at, 16)).join('\n')}\n`, {
    seen: 'another public script takes codes to be sixteen long (apple.md §3.1)',
    expected: codes({ headings: 0, rows: 2, asks: true, fields: { code: 0 } }),
  }),
  textFile('codes-links-only.csv', `Code Redemption Link\n${linkOf(30)}\n${linkOf(31)}\n`, {
    seen: 'likely: a school that hands out links alone',
    expected: codes({
      headings: 1,
      rows: 2,
      asks: false,
      fields: { link: 0 },
      values: { 2: { code: codeOf(30) } },
    }),
  }),
  textFile(
    'codes-old-links.csv',
    `Code,Code Redemption Link
${codeOf(32)},https://buy.itunes.apple.com/WebObjects/MZFinance.woa/wa/freeProductCodeWizard?code=${codeOf(32)}
${codeOf(33)},https://phobos.apple.com/WebObjects/MZFinance.woa/wa/freeProductCodeWizard?mt=8&code=${codeOf(33)}
`,
    {
      seen: 'public importers name both forms (apple.md §3.1)',
      expected: codes({ headings: 1, rows: 2, fields: { code: 0, link: 1 } }),
    },
  ),
  textFile(
    'codes-empty-code-cells.csv',
    `Code,Code Redemption Link\n,${linkOf(34)}\n${codeOf(35)},\n,\n,see the mail\n`,
    {
      seen: LIKELY,
      expected: codes({ headings: 1, rows: 2, unreadable: { 5: 'code-missing' } }),
    },
  ),
  translated('codes-swedish.csv', 'Inlösningskod', 'Inlösningslänk'),
  translated('codes-german.csv', 'Einlösecode', 'Einlöselink'),
  translated('codes-french.csv', 'Code d’échange', 'Lien d’échange'),
  translated('codes-spanish.csv', 'Código de canje', 'Enlace de canje', ','),
  translated('codes-dutch.csv', 'Inwisselcode', 'Inwissellink'),
  translated('codes-norwegian.csv', 'Innløsningskode', 'Innløsningslenke'),
  translated('codes-danish.csv', 'Indløsningskode', 'Indløsningslink'),
  translated('codes-finnish.csv', 'Lunastuskoodi', 'Lunastuslinkki'),
  textFile(
    'codes-several-products.csv',
    `Adam ID,App Name,Code,Code Redemption Link
${adamIdOf(1)},Testapp Matematik,${rows(',', 36)}
${adamIdOf(2)},Testapp Musik,${rows(',', 37)}
`,
    {
      seen: 'a sheet may hold codes of several products and an Adam ID (AirWatch 9.2, apple.md §3.1)',
      expected: codes({
        headings: 1,
        rows: 2,
        fields: { adamId: 0, product: 1, code: 2, link: 3 },
      }),
    },
  ),
  textFile(
    'codes-order-in-each-row.csv',
    `Order Number,Code,Code Redemption Link\nMNB0000417,${rows(',', 38)}\nMNB0000418,${rows(',', 39)}\n`,
    {
      seen: 'one public importer keeps an order number for each row (apple.md §3.1)',
      expected: codes({ headings: 1, rows: 2, fields: { orderNumber: 0, code: 1, link: 2 } }),
    },
  ),
  textFile(
    'codes-in-groups.csv',
    `Code\n${[40, 41].map((at) => (codeOf(at).match(/.{4}/g) ?? []).join('-')).join('\n')}\n`,
    {
      seen: 'likely: codes as a person reads them out',
      expected: codes({ headings: 1, rows: 2, values: { 2: { code: codeOf(40) } } }),
    },
  ),
  textFile(
    'codes-small-letters.csv',
    `code\n${codeOf(42).toLowerCase()}\n${codeOf(43).toLowerCase()}\n`,
    {
      seen: 'likely: codes typed on a phone',
      expected: codes({ headings: 1, rows: 2, values: { 2: { code: codeOf(42) } } }),
    },
  ),
  textFile(
    'codes-headings-repeated.csv',
    `Code,Code Redemption Link\n${rows(',', 44, 45)}\nCode,Code Redemption Link\n${rows(',', 46)}\n`,
    {
      seen: 'likely: two downloads pasted under each other',
      expected: codes({ headings: 1, rows: 3, aside: [4] }),
    },
  ),
  textFile(
    'codes-headings-repeated-otherwise.csv',
    `Code,Code Redemption Link\n${rows(',', 47, 48)}\n\nCODE,code redemption link\n${rows(',', 49)}\n`,
    {
      seen: 'likely: two lists of two people under each other',
      expected: codes({ headings: 1, rows: 3, aside: [5] }),
    },
  ),
  textFile(
    'codes-two-products-below.csv',
    `Product,Testapp Matematik
Code,Code Redemption Link
${rows(',', 50, 51)}

Product,Testapp Musik
Code,Code Redemption Link
${rows(',', 52, 53)}
`,
    {
      seen: 'likely: two downloads pasted under each other, with what is above them',
      expected: {
        programme: CREDIT,
        sheets: [
          { kind: 'codes', name: '#1', headings: 2, rows: 2 },
          { kind: 'codes', name: '#2', headings: 7, rows: 2 },
        ],
      },
    },
  ),
  textFile(
    'codes-total-below.csv',
    `Code;Status\n${codeOf(54)};Available\n${codeOf(55)};Redeemed\nTotal codes;2\n`,
    {
      seen: 'likely: a list that someone counts in',
      expected: codes({ headings: 1, rows: 2, aside: [4], values: { 3: { redeemed: true } } }),
    },
  ),
  textFile(
    'codes-note-below.csv',
    `Code,Code Redemption Link\n${rows(',', 56, 57)}\n\nCodes can only be redeemed in the country of purchase.\n`,
    { seen: LIKELY, expected: codes({ headings: 1, rows: 2, aside: [5] }) },
  ),
  textFile('codes-twice.csv', `Code\n${codeOf(58)}\n${codeOf(59)}\n${codeOf(58)}\n`, {
    seen: LIKELY,
    expected: codes({ headings: 1, rows: 3, values: { 4: { duplicateOf: { row: 2 } } } }),
  }),
  textFile(
    'codes-handed-out.csv',
    `Klass;Elev;Kod;Utlämnad\n7A;Ada Ek;${codeOf(60)};2026-09-01\n7A;Bo Alm;${codeOf(61)};\n`,
    {
      seen: 'likely: a school’s own list of who has which code',
      expected: codes({ headings: 1, rows: 2, fields: { code: 2 } }),
    },
  ),
  textFile(
    'codes-with-comment-of-3000-letters.csv',
    `Code,Comment\n${codeOf(62)},${'Ask the library first. '.repeat(130)}\n${codeOf(63)},\n`,
    { seen: 'likely: a mail pasted into a cell', expected: codes({ headings: 1, rows: 2 }) },
  ),
  textFile(
    'codes-as-exponents.csv',
    `Code;Code Redemption Link\n1.234E+19;\n4,5E+15;\n${rows(';', 64)}\n`,
    {
      seen: 'Excel writes what looks like a number with an exponent so when it saves as csv',
      expected: codes({
        headings: 1,
        rows: 1,
        unreadable: { 2: 'number-was-rounded', 3: 'number-was-rounded' },
      }),
    },
  ),
  textFile('codes-in-formulas-of-text.csv', `Code\n="${codeOf(65)}"\n="${codeOf(66)}"\n`, {
    seen: 'exports write ="…" so that Excel keeps the letters',
    expected: codes({ headings: 1, rows: 2, values: { 2: { code: codeOf(65) } } }),
  }),
  textFile(
    'codes-with-unseen-letters.csv',
    `Code,Product\n\u{202D}${codeOf(67)}\u{202C},Testapp\u{200B} Musik\n\u{FEFF}${codeOf(68)}\u{A0},Testapp\u{AD} Musik\n`,
    {
      seen: 'copied from a web page or a chat: directions, joiners, a no-break space',
      expected: codes({
        headings: 1,
        rows: 2,
        values: { 2: { code: codeOf(67), product: 'Testapp Musik' }, 3: { code: codeOf(68) } },
      }),
    },
  ),
  textFile(
    'codes-with-control-letters.csv',
    `Code,Product\n${codeOf(69)},Testapp\u{7} Musik\n${codeOf(70)},Testapp Matematik and more words so that one bell is rare\n`,
    {
      seen: 'likely: an export of an old register',
      expected: codes({ headings: 1, rows: 2, values: { 2: { code: codeOf(69) } } }),
    },
  ),
  textFile(
    'codes-offers.csv',
    'Offer Code,Redemption URL\nFAKEOFFER0001,https://apps.apple.com/redeem?ctx=offercodes&id=1&code=FAKEOFFER0001\n',
    {
      seen: 'App Store Connect, public importers (apple.md §3.1): not volume codes',
      expected: { refused: 'offer-codes' },
    },
  ),
  textFile(
    'codes-offers-by-link.csv',
    'Code,Link\nFAKEOFFER0002,https://apps.apple.com/redeem?ctx=offercodes&id=1&code=FAKEOFFER0002\nFAKEOFFER0003,https://apps.apple.com/redeem?ctx=offercodes&id=1&code=FAKEOFFER0003\n',
    { seen: 'likely: the same with its headings changed', expected: { refused: 'offer-codes' } },
  ),
];
