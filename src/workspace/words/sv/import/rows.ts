import { countIn } from '#core/language/count.ts';
import type { RowOutcome } from '#core/import/planned-row.ts';

const n = countIn('sv');

/** Texts of what became of each row of an import; the Swedish source. */
export const importRows = {
  title: 'Rad för rad',
  note: (count: number) => (count === 1 ? '1 rad' : `${n(count)} rader`),
  outcomes: {
    new: 'Ny',
    changed: 'Ändrad',
    same: 'Lika',
    duplicate: 'Dubblett',
    unreadable: 'Inte läst',
  } satisfies Record<RowOutcome, string>,
  /** An import by a version that noted no rows but these. */
  onlyUnread: 'Den här importen är äldre än listan: bara rader som inte kunde läsas är sparade.',
  inTrash: 'i papperskorgen',
  open: 'Öppna',
  export: 'Exportera raderna',
  csvName: 'importerade-rader',
  heads: {
    file: 'Fil',
    sheet: 'Blad',
    row: 'Rad',
    what: 'Vad det blev',
    why: 'Varför',
    record: 'Post',
  },
};
