import { codeOf, vipIdOf } from './made-up.ts';
import { CREDIT, NOTHING_HERE, VIP, one, type ExpectedSheet, type Shape } from './shape.ts';
import { bookFile, dayCell, type Cell } from './workbook.ts';
import { bytesFile, storedZip } from './written.ts';

const credit = (sheet: Omit<ExpectedSheet, 'kind'>): ExpectedSheet => ({
  kind: 'credit',
  ...sheet,
});
const HEADINGS = ['Ordernummer', 'Orderdatum', 'Belopp', 'Valuta', 'Inlösningskod'];
const order = (number: number, sum = 25_000): Cell[] => [
  `W900000${number}`,
  dayCell('2026-09-01'),
  sum,
  'SEK',
  codeOf(number, 16),
];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of one sheet, as its parts are written. */
const rawBook = (
  file: string,
  sheet: string,
  { shared = '', properties = '' }: { readonly shared?: string; readonly properties?: string },
  told: Omit<Shape, 'file' | 'bytes'>,
): Shape =>
  bytesFile(
    file,
    storedZip({
      '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/></Types>`,
      '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets><sheet name="Kredit" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
      'xl/sharedStrings.xml': `<?xml version="1.0" encoding="UTF-8"?><sst xmlns="${MAIN}">${shared}</sst>`,
    }),
    told,
  );

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

const odsRow = (cells: readonly string[], said = ''): string =>
  `<table:table-row${said}>${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`;

/** Workbooks with what the eye does not see, and as other programs than Excel write them. */
export const hardBooks: readonly Shape[] = [
  bookFile(
    'credit-hidden-rows.xlsx',
    [
      {
        name: 'Kredit',
        rows: [HEADINGS, order(951), order(952), order(953), order(954)],
        hiddenRows: [3, 4],
      },
    ],
    {
      seen: 'likely: old orders hidden, or a filter left on',
      expected: {
        programme: CREDIT,
        sheets: [credit({ name: 'Kredit', headings: 1, rows: 4 })],
        gaps: ['hidden-rows'],
      },
    },
  ),
  bookFile(
    'customers-hidden-columns.xlsx',
    [
      {
        name: 'Kunder',
        rows: [
          ['Kund', 'VIP-ID', 'Anteckning', 'Årsdag'],
          ['Nordby kommun', vipIdOf(77), 'ring', dayCell('2027-03-15')],
        ],
        hiddenColumns: [1, 2],
      },
    ],
    {
      seen: 'likely: columns hidden before a list is printed',
      expected: {
        programme: VIP,
        sheets: [
          {
            kind: 'customers',
            name: 'Kunder',
            headings: 1,
            rows: 1,
            fields: { name: 0, vipId: 1, anniversary: 3 },
          },
        ],
        gaps: ['hidden-columns'],
      },
    },
  ),
  bookFile(
    'customers-hidden-columns.xls',
    [
      {
        name: 'Kunder',
        rows: [
          ['Kund', 'VIP-ID', 'Anteckning', 'Årsdag'],
          ['Nordby kommun', vipIdOf(80), 'ring', dayCell('2027-03-15')],
        ],
        hiddenColumns: [1],
      },
    ],
    {
      seen: 'likely: the same from Excel 97 to 2003, which old systems still write',
      expected: {
        programme: VIP,
        sheets: [{ kind: 'customers', name: 'Kunder', headings: 1, rows: 1 }],
        gaps: ['hidden-columns'],
      },
    },
  ),
  bookFile(
    'credit-merged-order-numbers.xls',
    [
      {
        name: 'Kredit',
        rows: [HEADINGS, order(958), [null, null, 10_000, 'SEK', codeOf(959, 16)], order(960)],
        merged: ['A2:A3', 'B2:B3'],
      },
    ],
    {
      seen: 'likely: an order with two codes, its number merged over both rows',
      expected: one(
        CREDIT,
        credit({
          name: 'Kredit',
          headings: 1,
          rows: 3,
          values: {
            3: { orderNumber: 'W900000958', orderDate: '2026-09-01', code: codeOf(959, 16) },
          },
        }),
      ),
    },
  ),
  bytesFile(
    'customers-filtered.ods',
    storedZip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml': '<manifest/>',
      'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Kunder"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>${odsRow(['Kund', 'VIP-ID', 'Årsdag'])}${odsRow(['Nordby kommun', vipIdOf(78), '2027-03-15'])}${odsRow(['Västby AB', vipIdOf(79), '2027-04-10'], ' table:visibility="filter"')}</table:table></office:spreadsheet></office:body></office:document-content>`,
    }),
    {
      seen: 'LibreOffice: a filter, and a hidden column',
      expected: {
        programme: VIP,
        sheets: [{ kind: 'customers', name: 'Kunder', headings: 1, rows: 2 }],
        gaps: ['hidden-rows', 'hidden-columns'],
      },
    },
  ),
  bookFile(
    'credit-merged-order-numbers.xlsx',
    [
      {
        name: 'Kredit',
        rows: [HEADINGS, order(955), [null, null, 10_000, 'SEK', codeOf(956, 16)], order(957)],
        merged: ['A2:A3', 'B2:B3'],
      },
    ],
    {
      seen: 'likely: an order with two codes, its number merged over both rows',
      expected: one(
        CREDIT,
        credit({
          name: 'Kredit',
          headings: 1,
          rows: 3,
          values: {
            3: { orderNumber: 'W900000955', orderDate: '2026-09-01', code: codeOf(956, 16) },
          },
        }),
      ),
    },
  ),
  bookFile(
    'credit-order-number-once.xlsx',
    [
      {
        name: 'Kredit',
        rows: [HEADINGS, order(958), [null, null, 10_000, 'SEK', codeOf(959, 16)], order(960)],
      },
    ],
    {
      seen: 'likely: the same without merging; whose the second row is, only its owner knows',
      expected: one(
        CREDIT,
        credit({
          name: 'Kredit',
          headings: 1,
          rows: 2,
          unreadable: { 3: 'order-number-missing' },
        }),
      ),
    },
  ),
  bookFile(
    'credit-headings-of-two-rows-merged.xlsx',
    [
      {
        name: 'Kredit',
        rows: [
          ['Order', null, 'Belopp', 'Valuta', 'Inlösningskod'],
          ['Nummer', 'Datum', null, null, null],
          order(961),
        ],
        merged: ['A1:B1', 'C1:C2', 'D1:D2', 'E1:E2'],
      },
    ],
    {
      seen: 'likely: some headings merged over both rows',
      expected: one(
        CREDIT,
        credit({
          name: 'Kredit',
          headings: 2,
          rows: 1,
          fields: { orderNumber: 0, orderDate: 1, amount: 2, currency: 3, code: 4 },
        }),
      ),
    },
  ),
  bookFile(
    'customers-headings-of-two-rows.xlsx',
    [
      {
        name: 'Customers',
        rows: [
          ['Customer', null, 'Admin', null, 'Anniversary'],
          ['Name', 'VIP ID', 'Name', 'Email', 'Date'],
          ['Nordby kommun', vipIdOf(80), 'Ada Ek', 'ada@nordby.example', dayCell('2027-03-15')],
        ],
        merged: ['A1:B1', 'C1:D1'],
      },
    ],
    {
      seen: 'likely: a reseller’s report with groups of columns',
      expected: one(VIP, {
        kind: 'customers',
        name: 'Customers',
        headings: 2,
        rows: 1,
        fields: { name: 0, vipId: 1, adminName: 2, adminEmail: 3, anniversary: 4 },
        values: { 3: { name: 'Nordby kommun', adminName: 'Ada Ek' } },
      }),
    },
  ),
  bookFile(
    'credit-with-a-pivot-table.xlsx',
    [
      { name: 'Kredit', rows: [HEADINGS, order(962), order(963)] },
      {
        name: 'Pivot',
        rows: [
          ['Radetiketter', 'Summa av Belopp', 'Antal av Ordernummer'],
          ['2026', 50_000, 2],
          ['Totalsumma', 50_000, 2],
        ],
      },
    ],
    {
      seen: 'Excel: what a pivot table shows',
      expected: {
        programme: CREDIT,
        sheets: [credit({ name: 'Kredit', headings: 1, rows: 2 })],
        skipped: ['Pivot'],
      },
    },
  ),
  bookFile(
    'pivot-alone.xlsx',
    [
      {
        name: 'Pivot',
        rows: [
          ['Row Labels', 'Sum of Amount', 'Count of Order'],
          ['Nordby', 50_000, 2],
          ['Västby', 25_000, 1],
          ['Grand Total', 75_000, 3],
        ],
      },
    ],
    { seen: 'Excel: only the pivot table was saved', expected: NOTHING_HERE },
  ),
  bookFile(
    'credit-comments-beside.xlsx',
    [
      { name: 'Kredit', rows: [HEADINGS, order(964)] },
      {
        name: 'Kommentarer',
        rows: [[{ t: 's', v: '', c: [{ a: 'Ada', t: 'Fråga Bo om ordern' }] }]],
      },
    ],
    {
      seen: 'likely: a sheet with nothing but comments',
      expected: {
        programme: CREDIT,
        sheets: [credit({ name: 'Kredit', headings: 1, rows: 1 })],
        skipped: [],
      },
    },
  ),
  bookFile(
    'credit-days-of-1904.xlsx',
    [
      {
        name: 'Kredit',
        rows: [HEADINGS, ['W900000965', { t: 'n', v: 44_804, z: 'yyyy-mm-dd' }, 100, 'SEK', null]],
      },
    ],
    {
      seen: 'Excel for Mac, until 2011: days are counted from 1904',
      expected: one(
        CREDIT,
        credit({
          name: 'Kredit',
          headings: 1,
          rows: 1,
          values: { 2: { orderDate: '2026-09-01' } },
        }),
      ),
    },
    undefined,
    { date1904: true },
  ),
  rawBook(
    'credit-inline-texts.xlsx',
    `<sheetData><row>${HEADINGS.map(inline).join('')}</row><row>${['W900000966', '2026-09-01', '25000', 'SEK', codeOf(966, 16)].map(inline).join('')}</row></sheetData>`,
    {},
    {
      seen: 'libraries and portals: texts in the cells, no numbers of rows and cells',
      expected: one(
        CREDIT,
        credit({ name: 'Kredit', headings: 1, rows: 1, values: { 2: { amount: '25000.00' } } }),
      ),
    },
  ),
  rawBook(
    'credit-rich-texts.xlsx',
    `<sheetData><row r="1">${HEADINGS.map((_, at) => `<c r="${'ABCDE'[at]}1" t="s"><v>${at}</v></c>`).join('')}</row><row r="2"><c r="A2" t="s"><v>5</v></c><c r="B2" t="s"><v>6</v></c><c r="C2"><v>25000</v></c><c r="D2" t="s"><v>7</v></c><c r="E2" t="s"><v>8</v></c></row></sheetData>`,
    {
      shared: [
        ...HEADINGS.map((text) => `<si><t>${text}</t></si>`),
        '<si><r><rPr><b/></rPr><t>W9000</t></r><r><t>00967</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>',
        '<si><t xml:space="preserve"> 2026-09-01 </t></si>',
        '<si><t>SEK</t></si>',
        `<si><r><t>${codeOf(967, 16).slice(0, 8)}</t></r><r><rPr><i/></rPr><t>${codeOf(967, 16).slice(8)}</t></r></si>`,
      ].join(''),
    },
    {
      seen: 'Excel and Google Sheets: a part of a cell in bold',
      expected: one(
        CREDIT,
        credit({
          name: 'Kredit',
          headings: 1,
          rows: 1,
          values: { 2: { orderNumber: 'W900000967', code: codeOf(967, 16) } },
        }),
      ),
    },
  ),
  rawBook(
    'credit-days-as-iso.xlsx',
    `<sheetData><row r="1">${HEADINGS.map(inline).join('')}</row><row r="2">${inline('W900000968')}<c t="d"><v>2026-09-01T00:00:00Z</v></c><c><v>25000</v></c>${inline('SEK')}${inline(codeOf(968, 16))}</row></sheetData>`,
    {},
    {
      seen: 'strict Open XML: a day is written as one',
      expected: one(
        CREDIT,
        credit({
          name: 'Kredit',
          headings: 1,
          rows: 1,
          values: { 2: { orderDate: '2026-09-01', amount: '25000.00' } },
        }),
      ),
    },
  ),
];
