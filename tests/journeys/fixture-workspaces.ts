/**
 * Files that share no code go into one workspace, in the order in which they are to be imported.
 */
export const FIXTURE_WORKSPACES: readonly (readonly string[])[] = [
  [
    '01-minimal.csv',
    '12-overlaps-01.csv',
    '02-preamble.csv',
    '03-minimal.xlsx',
    '04-preamble.xls',
    '05-svenska.xlsx',
    '06-svenska-semikolon-cp1252.csv',
    '07-utf8-bom.csv',
    '08-utf16le-tab.csv',
    '10-several-sheets.xlsx',
    '14-formula-cells.csv',
    '22-dates.csv',
  ],
  [
    '11-duplicates-in-file.csv',
    '13-dirty-codes.csv',
    '14-formula-cells.xlsx',
    '19-csv-named.xlsx',
    '20-html-as.xls',
    '22-dates.xlsx',
    '09-credit.csv',
  ],
];

/** The file of ten thousand codes, which has its own journey. */
export const LARGE = '15-large-10000.csv';
