/**
 * What becomes of files for now, where it is not what is expected, the most harmful first. A file
 * that is read as expected must be taken off this list: its test fails otherwise.
 */
const INSTEAD: readonly (readonly [today: string, files: string])[] = [
  [
    'A quantity with a point or comma before three noughts is read as its thousandth: 1,000 as 1.',
    'orders-thousands.csv customers-thousands.csv',
  ],
  ['A quantity of 1,200 is unreadable.', 'orders-returns-and-prices.csv'],
  [
    'A row with a total, or a balance brought forward, is read as an order of that number and sum.',
    'credit-total-below.xlsx',
  ],
  [
    'A row with a total or a note is read as a customer of that name.',
    'customers-total-below.csv customers-subtotals.csv customers-note-below.csv',
  ],
  [
    'Headings and rows of a second table are read as customers.',
    'customers-headings-repeated.csv customers-and-prices-below.xlsx',
  ],
  [
    'Orders of a bookshop or a web shop are read as credit orders, without being asked about.',
    'other-web-shop-orders.csv',
  ],
  [
    'Prices of others are read as Adobe’s, without being asked about.',
    'other-catalogue.csv other-price-list.csv',
  ],
  [
    'Figures that a spreadsheet has rounded (1.23E+11, sixteen figures) are read as an order number, a code or a VIP ID.',
    `credit-numbers-as-exponents.csv credit-sixteen-figures.xlsx orders-numbers-as-exponents.csv
    customers-ids-as-exponents.csv customers-plain.xlsx codes-as-numbers.xlsx codes-as-exponents.xlsx`,
  ],
  ['A cell with an error (#REF!) is read as an order number.', 'credit-errors-in-cells.xlsx'],
  [
    'The first row of a list without headings is taken for headings: it is not read, and its content is shown as such.',
    'customers-bare.csv prices-bare.csv apps-bare.csv',
  ],
  [
    'A column called Code or Link makes it a sheet of codes, without being asked about, with nothing but unreadable rows.',
    `other-customers-with-shops.csv`,
  ],
  [
    'Sheets that are not read are not named.',
    'apps-a-sheet-a-school.xlsx customers-a-sheet-a-segment.xlsx customers-beside-codes-and-apps.xlsx',
  ],
  [
    'Only the second of two rows of headings is read: orders become codes without a number or a sum.',
    'headings-of-two-rows.xlsx',
  ],
  [
    'It is refused as a sheet without codes: a line in quotes is one cell.',
    'headings-line-in-quotes.csv',
  ],
  ['Hidden sheets are read like others.', 'codes-hidden-sheet.xlsx credit-hidden-sheet.xlsx'],
  [
    'Course codes and serial numbers are proposed as redemption codes.',
    'other-courses.csv other-devices-without-known-headings.csv',
  ],
  [
    'Thirteen figures of a book or eleven of a telephone are proposed as apps.',
    'other-library.csv other-bookshop-invoice.csv other-staff-phones.csv',
  ],
  [
    'One heading that VIP knows, such as e-mail or amount, is enough to propose it as a list of VIP.',
    `other-tokens.csv apps-names-only.csv`,
  ],
  [
    'Its headings are not known: it asks.',
    `    apps-french.csv     customers-dutch.csv         prices-german.csv prices-french.csv     prices-dutch.csv prices-norwegian.csv prices-danish.csv prices-finnish.csv`,
  ],
  [
    'Some of its headings are not known: those columns are left out without a question.',
    'apps-norwegian.csv apps-danish.csv',
  ],
  [
    'Its headings are not known: it is proposed as a list of customers or prices.',
    `authorizations-german.csv authorizations-french.csv authorizations-spanish.csv
    authorizations-dutch.csv authorizations-norwegian.csv`,
  ],
  [
    'It is refused as a sheet without codes: its headings are not known.',
    `    installs-finnish.csv installs-jamf.csv`,
  ],
  ['Sums in zł or Kč are unreadable.', 'credit-sums-other-money.csv'],
  ['A dash in the place of a count makes its row unreadable.', 'apps-counts-written-otherwise.csv'],
  ['Whole numbers with .0 are no Adam ID and no count.', 'apps-decimals.csv'],
  [
    'The code in the address behind "Redeem" is not read, since the cell has a text.',
    'codes-behind-hyperlinks.xlsx',
  ],
  [
    'It is refused as none of Apple’s or Graph’s lists.',
    `graph-apps-value-only.json     graph-assigned-licences.json jamf-content.json`,
  ],
  [
    'It is refused as a sheet without codes, which says nothing to someone with three programmes.',
    'other-timetable.csv',
  ],
];

/** What becomes of a file for now, by its name. */
export const TODAY: Readonly<Record<string, string>> = Object.fromEntries(
  INSTEAD.flatMap(([today, files]) =>
    files
      .trim()
      .split(/\s+/)
      .map((file) => [file, today]),
  ),
);
