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
    'A column called Code or Link makes it a sheet of codes, without being asked about, with nothing but unreadable rows.',
    `other-customers-with-shops.csv`,
  ],
  [
    'Only the second of two rows of headings is read: orders become codes without a number or a sum.',
    'headings-of-two-rows.xlsx',
  ],
  [
    'One heading that VIP knows, such as e-mail or amount, is enough to propose it as a list of VIP.',
    `other-tokens.csv apps-names-only.csv`,
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
