/**
 * What becomes of files for now, where it is not what is expected, the most harmful first. A file
 * that is read as expected must be taken off this list: its test fails otherwise.
 */
const INSTEAD: readonly (readonly [today: string, files: string])[] = [
  [
    'It is read as a list of apps, without being asked about, and its codes are left out.',
    'codes-several-products.csv',
  ],
  [
    'A quantity with a point or comma before three noughts is read as its thousandth: 1,000 as 1.',
    'orders-thousands.csv customers-thousands.csv',
  ],
  ['A quantity of 1,200 is unreadable.', 'orders-returns-and-prices.csv'],
  [
    'A row with a total, or a balance brought forward, is read as an order of that number and sum.',
    'credit-total-below.csv credit-total-below.xlsx credit-carried-over.csv',
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
    'other-book-orders.csv other-web-shop-orders.csv',
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
  [
    'An order whose day is an error (#N/A) is read without a day; the dry run names its row.',
    'credit-errors-in-cells.xlsx',
  ],
  [
    'Its headings are read as a code as well, since they are as long as one.',
    'codes-under-a-word-as-long.csv codes-dutch.csv',
  ],
  [
    'The first row of a list without headings is taken for headings: it is not read, and its content is shown as such.',
    'customers-bare.csv prices-bare.csv apps-bare.csv',
  ],
  [
    'What stands above a second table is not read: its rows belong to the first product or purchaser.',
    'codes-two-products-below.csv credit-a-table-for-each-buyer.xlsx',
  ],
  ['The second column of codes is left out without a word.', 'codes-two-tables-side-by-side.xlsx'],
  [
    'A column called Code or Link makes it a sheet of codes, without being asked about, with nothing but unreadable rows.',
    `other-bookmarks.csv other-bookmarks-with-titles.csv other-customers-with-shops.csv other-countries.csv
    other-rooms.csv`,
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
    'Course codes and serial numbers are proposed as redemption codes.',
    'other-courses.csv other-devices-without-known-headings.csv',
  ],
  [
    'Thirteen figures of a book or eleven of a telephone are proposed as apps.',
    'other-library.csv other-bookshop-invoice.csv other-staff-phones.csv',
  ],
  [
    'One heading that VIP knows, such as e-mail or amount, is enough to propose it as a list of VIP.',
    `other-hardware-invoice.csv other-bank-statement.csv other-device-states.csv other-product-keys.csv
    other-adobe-users.csv other-tokens.csv other-wishes.csv apps-names-only.csv
    assignments-a-column-an-app.csv`,
  ],
  [
    'It is proposed as a list of VIP customers: lists of people are not known.',
    `users-school-manager.csv users-school-manager-export.csv users-meraki.csv users-google.csv
    users-jamf-school.csv users-swedish.csv users-english.csv users-german.csv users-norwegian.csv
    users-danish.csv users-pupils-with-number-below.csv users-a-sheet-a-class.xlsx other-pupils.csv`,
  ],
  [
    'It is refused as a sheet without codes: lists of people are not known.',
    `users-entra.csv users-vpp-terms.csv users-french.csv users-spanish.csv users-dutch.csv
    users-finnish.csv`,
  ],
  [
    'It is read as a list of apps: who has them is left out.',
    `assignments-api-names.csv assignments-intune.csv assignments-devices.csv assignments-swedish.csv
    assignments-german.csv assignments-french.csv`,
  ],
  [
    'It asks for a meaning of its columns: headings below the fortieth row are not found.',
    'codes-preamble-45.csv',
  ],
  [
    'It is refused as a sheet without codes: headings below the fortieth row are not found.',
    'apps-preamble-45.csv customers-preamble-45.csv',
  ],
  [
    'Its headings are not known: it asks.',
    `codes-german.csv codes-french.csv codes-spanish.csv codes-norwegian.csv codes-danish.csv
    codes-finnish.csv apps-french.csv apps-spanish.csv apps-finnish.csv customers-german.csv
    customers-french.csv customers-spanish.csv customers-dutch.csv customers-norwegian.csv
    customers-finnish.csv orders-german.csv orders-french.csv orders-spanish.csv orders-dutch.csv
    orders-danish.csv orders-finnish.csv prices-german.csv prices-french.csv prices-spanish.csv
    prices-dutch.csv prices-norwegian.csv prices-danish.csv prices-finnish.csv`,
  ],
  [
    'Some of its headings are not known: those columns are left out without a question.',
    'apps-german.csv apps-dutch.csv apps-norwegian.csv apps-danish.csv customers-danish.csv',
  ],
  [
    'Its headings are not known: it is proposed as a sheet of codes, which are the order numbers.',
    `credit-german.csv credit-french.csv credit-spanish.csv credit-dutch.csv credit-norwegian.csv
    credit-danish.csv credit-finnish.csv`,
  ],
  [
    'Its headings are not known: it is proposed as a list of customers or prices.',
    `authorizations-german.csv authorizations-french.csv authorizations-spanish.csv
    authorizations-dutch.csv authorizations-norwegian.csv invoices-german.csv`,
  ],
  [
    'It is refused as a sheet without codes: its headings are not known.',
    `installs-german.csv installs-french.csv installs-spanish.csv installs-dutch.csv
    installs-norwegian.csv installs-danish.csv installs-finnish.csv installs-jamf.csv`,
  ],
  [
    'Months in other languages than Swedish and English are no days: their rows are unreadable.',
    'credit-days-german.csv credit-days-french.csv credit-days-spanish.csv credit-days-nordic.csv',
  ],
  ['Sums in zł or Kč are unreadable.', 'credit-sums-other-money.csv'],
  ['Whole numbers with .0 are no Adam ID and no count.', 'apps-decimals.csv'],
  [
    'The code in the address behind "Redeem" is not read, since the cell has a text.',
    'codes-behind-hyperlinks.xlsx',
  ],
  [
    'It is refused as none of Apple’s or Graph’s lists.',
    `graph-apps-value-only.json graph-app-alone.json graph-device-statuses.json
    graph-assigned-licences.json jamf-content.json`,
  ],
  ['It is refused as a list of tokens.', 'graph-tokens.json'],
  [
    'It is refused as a sheet without codes, which says nothing to someone with three programmes.',
    'other-timetable.csv',
  ],
];

/** What becomes of a file for now, by its name. */
export const TODAY: Readonly<Record<string, string>> = Object.fromEntries(
  INSTEAD.flatMap(([today, files]) => files.split(/\s+/).map((file) => [file, today])),
);
