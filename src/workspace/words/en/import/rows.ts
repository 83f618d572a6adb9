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
  },
  onlyUnread: 'This import is older than the list: only rows that could not be read are kept.',
  inTrash: 'in the trash',
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
