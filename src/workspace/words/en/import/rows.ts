import type { Messages } from '#core/language/language.ts';
import { countIn } from '#core/language/count.ts';
import type { importRows as source } from '../../sv/import/rows.ts';

const n = countIn('en');

/** Texts of what became of each row of an import in English. */
export const importRows = {
  title: 'Row by row',
  note: (count: number) => (count === 1 ? '1 row' : `${n(count)} rows`),
  outcomes: {
    new: 'New',
    changed: 'Changed',
    same: 'Same',
    duplicate: 'Duplicate',
    unreadable: 'Not read',
    'left-out': 'Left out',
  },
  skipped: 'The row was skipped',
  onlyUnread: 'This import is older than the list: only rows that could not be read are kept.',
  /** What a row wrote that is no longer here. */
  rowTakenBack: 'Taken back',
  inTrash: 'in the trash',
  takenBack: (kept) =>
    kept === 0
      ? 'What the import added and changed has been taken back.'
      : 'The rest of what the import added and changed has been taken back.',
  /** Files, sheets and columns that were not read. */
  notRead: {
    title: 'Not read',
    files: (count) => (count === 1 ? '1 file' : `${n(count)} files`),
    sheets: (count) => (count === 1 ? '1 sheet' : `${n(count)} sheets`),
    parts: (count) => (count === 1 ? '1 missing part' : `${n(count)} missing parts`),
    columns: (count) => (count === 1 ? '1 column' : `${n(count)} columns`),
    sheet: {
      'no-codes': 'No codes in the sheet.',
      'offer-codes': 'Offer codes, which are no volume codes.',
      'nothing-here': 'Nothing in the sheet was recognised.',
      hidden: 'The sheet was hidden in the file.',
    },
    columnsOf: (names, cells) =>
      `Not imported: ${names} (${cells === 1 ? '1 cell' : `${n(cells)} cells`}).`,
    moreColumns: (count) => `${n(count)} more`,
    other: 'Not read.',
  },
  open: 'Open',
  export: 'Export the rows',
  csvName: 'imported-rows',
  heads: {
    file: 'File',
    sheet: 'Sheet',
    row: 'Row',
    what: 'What became of it',
    why: 'Why',
    record: 'Record',
  },
} satisfies Messages<typeof source>;
