import { countIn } from '#core/language/count.ts';
import type { ShownOutcome } from '#core/import/shown-outcome.ts';
import type { SkippedSheet } from '#core/import/shelf.ts';

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
    'left-out': 'Utelämnad',
  } satisfies Record<ShownOutcome, string>,
  skipped: 'Raden hoppades över',
  /** An import by a version that noted no rows but these. */
  onlyUnread: 'Den här importen är äldre än listan: bara rader som inte kunde läsas är sparade.',
  /** What a row wrote that is no longer here. */
  rowTakenBack: 'Återtagen',
  inTrash: 'i papperskorgen',
  /** Of an import that was undone. */
  takenBack: (kept: number) =>
    kept === 0
      ? 'Det som importen lade in och ändrade är taget tillbaka.'
      : 'Resten av det som importen lade in och ändrade är taget tillbaka.',
  /** Files, sheets and columns that were not read. */
  notRead: {
    title: 'Inte läst',
    files: (count: number) => (count === 1 ? '1 fil' : `${n(count)} filer`),
    sheets: (count: number) => (count === 1 ? '1 blad' : `${n(count)} blad`),
    parts: (count: number) => (count === 1 ? '1 del som saknas' : `${n(count)} delar som saknas`),
    columns: (count: number) => (count === 1 ? '1 kolumn' : `${n(count)} kolumner`),
    sheet: {
      'no-codes': 'Inga koder i bladet.',
      'offer-codes': 'Erbjudandekoder, som inte är volymkoder.',
      'nothing-here': 'Inget i bladet kändes igen.',
      hidden: 'Bladet var dolt i filen.',
    } satisfies Record<SkippedSheet['reason'], string>,
    /** Of a sheet's columns: headings, and how many cells are under them. */
    columnsOf: (names: string, cells: number) =>
      `Importerades inte: ${names} (${cells === 1 ? '1 cell' : `${n(cells)} celler`}).`,
    moreColumns: (count: number) => `${n(count)} till`,
    /** By a version that knew more reasons. */
    other: 'Lästes inte.',
  },
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
