import {
  SURENESS,
  type Opening,
  type Others,
  type Reader,
  type Sureness,
} from '#core/import/reader.ts';
import type { HiddenColumns, LooksAfter } from '#core/import/shelf.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { withJoinedHeadings } from '#core/import/tables/heading-rows-joined.ts';
import type { KnowsHeadings } from '#core/import/tables/knows-headings.ts';
import { tablesOf } from '#core/import/tables/tables.ts';
import { sheetsBeside } from '#core/import/tables/sheets-beside.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { hiddenSheets, withHidden, withoutHidden } from './hidden-sheets.ts';
import {
  readerOf,
  readers,
  type AnyShelf,
  type AnyShelved,
  type FileProblem,
  type OwnFileProblem,
} from '#programmes/imports.ts';
import type { ReadAs } from '#programmes/reads-as.ts';

/** The file with headings of two rows in one, and each table on a sheet as a sheet of its own. */
export const withTables = (file: SheetFile): SheetFile => {
  const sheets = file.sheets.map((sheet) => withJoinedHeadings(sheet, ALL));
  return { ...file, sheets: tablesOf(sheets, ALL) };
};

/** What is known by any of the programmes; of what two of them know, what binds it most. */
const ALL: KnowsHeadings = {
  heads: (row, below) => readers.some((reader) => reader.heads(row, below)),
  knows: (heading) => readers.some((reader) => reader.knows(heading)),
  rowsUnder: (row, below, beside) => {
    const are = readers.map((reader) => reader.rowsUnder(row, below, beside));
    return ROWS_BOUND.find((bound) => are.includes(bound));
  },
};

/** What binds rows to what is beside them, most first. */
const ROWS_BOUND = ['given-away', 'about-things', 'things'] as const;

type AnyOpening = Opening<AnyShelf, OwnFileProblem>;

/**
 * Finds the programme that a file belongs to: the one that is surest of it. Headings decide
 * whatever the workspace manages; a guess goes only to a programme that it manages. Sheets that are
 * hidden in the file are left out, and named. Refuses with why there is nothing to import, or with
 * what is wrong in a saved answer.
 */
export const shelveFile = (
  file: SheetFile,
  looksAfter?: LooksAfter,
): Result<AnyShelved, Problem<FileProblem>> => {
  const found = claimed(withoutHidden(file), looksAfter);
  if (found.ok) return ok({ ...found.value, skipped: withHidden(found.value.skipped, file) });
  const hidden = hiddenSheets(file).find(({ name, rows }) => {
    const alone = { ...file, sheets: [{ name, rows }] };
    return claimed(alone, looksAfter).ok;
  });
  return hidden === undefined ? found : refuse('only-hidden', undefined, { sheet: hidden.name });
};

const claimed = (
  file: SheetFile,
  looksAfter: LooksAfter,
): Result<AnyShelved, Problem<FileProblem>> => {
  const openings = readers.map((reader) => reader.open(file, looksAfter));
  for (const sureness of SURENESS)
    for (const opening of openings) {
      const claim = opening.claims[sureness]?.(othersThan(opening, openings));
      if (claim === undefined) continue;
      return isNothing(sureness) && ofSeveral(looksAfter) ? refuse('nothing-known') : claim;
    }
  return refuse('no-list');
};

/** Who looks after several things is not told that one of them is missing. */
const ofSeveral = (looksAfter: LooksAfter): boolean => (looksAfter?.length ?? 0) > 1;

const isNothing = (sureness: Sureness): boolean =>
  sureness === 'nothing' || sureness === 'nothing-else';

/** What the other programmes know about a file, for one that would claim it. */
const othersThan = (own: AnyOpening, all: readonly AnyOpening[]): Others => {
  const others = all.filter((opening) => opening !== own);
  return {
    isShaped: (sheet, column) =>
      others.some((opening) => opening.isShaped?.(sheet, column) ?? false),
    isKnown: () => others.some((opening) => opening.isKnown?.() ?? false),
    hidden: () => hiddenBy(others),
  };
};

const hiddenBy = (openings: readonly AnyOpening[]): HiddenColumns =>
  new Map(openings.flatMap((opening) => [...(opening.hidden?.() ?? [])]));

/** A programme that is as sure as this has headings of its own to go by. */
const BY_HEADINGS: readonly Sureness[] = ['alone', 'named', 'named-unless-shaped'];

/**
 * What else is read of a file: by the programme that has the best headings on the sheets that are
 * left. Where none has any on all of them, each sheet is looked at by itself: one that nobody can
 * tell takes none beside it along. Empty where nothing is read.
 */
export const shelveBeside = (
  file: SheetFile,
  left: readonly string[],
  looksAfter: LooksAfter,
): readonly AnyShelved[] => {
  const rest = file.sheets.filter(({ name }) => left.includes(name));
  const together = headedIn({ ...file, sheets: rest }, looksAfter);
  if (together !== undefined) return [together];
  return rest.length < 2
    ? []
    : rest.flatMap((sheet) => headedIn({ ...file, sheets: [sheet] }, looksAfter) ?? []);
};

const headedIn = (file: SheetFile, looksAfter: LooksAfter): AnyShelved | undefined => {
  const openings = readers.map((reader) => reader.open(file, looksAfter));
  for (const sureness of BY_HEADINGS)
    for (const opening of openings) {
      const claim = opening.claims[sureness]?.(othersThan(opening, openings));
      if (claim?.ok === true) return claim.value;
    }
  return undefined;
};

/** Reads one sheet as what the user says it is; undefined where it holds no such thing. */
export const shelveSheetAs = (
  whole: SheetFile,
  sheet: string,
  as: ReadAs,
): AnyShelved | undefined => {
  const file = { ...whole, sheets: whole.sheets.filter(({ name }) => name === sheet) };
  const reader = readerOf(as);
  const read = reader.readAs(file, sheet, as, { hidden: () => hiddenToAll(file, reader) });
  if (read === undefined) return undefined;
  const isRead = read.shelf.content().sheets.some(({ name }) => name === sheet);
  return isRead ? { shelf: read.shelf, skipped: [] } : undefined;
};

/**
 * Reads the first sheet that can be read so as what the user says it is, though nobody found
 * anything in the file; one that is hidden only where no other can. Undefined where no sheet can.
 */
export const shelveAnyway = (file: SheetFile, as: ReadAs): AnyShelved | undefined => {
  const seen = withoutHidden(file).sheets;
  const all = [...seen, ...file.sheets.filter((sheet) => !seen.includes(sheet))];
  for (const { name } of all) {
    const read = shelveSheetAs(file, name, as);
    if (read === undefined) continue;
    const skipped = sheetsBeside(seen, (other) => other === name);
    const hidden = withHidden(skipped, file).filter((sheet) => sheet.name !== name);
    return { shelf: read.shelf, skipped: hidden };
  }
  return undefined;
};

const hiddenToAll = (
  file: SheetFile,
  own: Reader<AnyShelf, ReadAs, OwnFileProblem>,
): HiddenColumns =>
  hiddenBy(
    readers
      .filter(({ programme }) => programme !== own.programme)
      .map((reader) => reader.open(file, undefined)),
  );
