/**
 * What becomes of files for now, where it is not what is expected, the most harmful first. A file
 * that is read as expected must be taken off this list: its test fails otherwise.
 */
const INSTEAD: readonly (readonly [today: string, files: string])[] = [
  ['Headings and rows of a second table are read as customers.', 'customers-and-prices-below.xlsx'],
  [
    'Orders of a bookshop or a web shop are read as credit orders, without being asked about.',
    'other-web-shop-orders.csv',
  ],
  [
    'An order whose day is an error (#N/A) is read without a day; the dry run names its row.',
    'credit-errors-in-cells.xlsx',
  ],
  [
    'The first row of a list without headings is taken for headings: it is not read, and its content is shown as such.',
    'apps-bare.csv',
  ],
  [
    'A column called Code or Link makes it a sheet of codes, without being asked about, with nothing but unreadable rows.',
    `other-customers-with-shops.csv`,
  ],
  ['Sheets that are not read are not named.', 'apps-a-sheet-a-school.xlsx'],
  [
    'Only the second of two rows of headings is read: orders become codes without a number or a sum.',
    'headings-of-two-rows.xlsx',
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
  [
    'It is refused as none of Apple’s or Graph’s lists.',
    `graph-apps-value-only.json     graph-assigned-licences.json jamf-content.json`,
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
