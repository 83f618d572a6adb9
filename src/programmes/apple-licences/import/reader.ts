import { once, type Others, type Reader } from '#core/import/reader.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { sheetsBeside } from '#core/import/tables/sheets-beside.ts';
import { ok, type Result } from '#core/result.ts';
import { isLicenceHeading } from './read/columns.ts';
import { countsNamedApps } from './read/headings.ts';
import { saysInstalls } from './read/install-headings.ts';
import { saysHoldings } from './read/people/holding-headings.ts';
import { peopleBeside, saysPeople } from './read/people/person-headings.ts';
import {
  shelveDocuments,
  isGuessed,
  shelveListsAs,
  shelveTables,
  withHidden,
  type ListShelf,
  type TablesProblem,
} from './read/lists.ts';
import type { ListFileProblem } from '#programmes/apple-licences/rules/row-reason.ts';
import { reads, type ListAs } from './read/reads-as.ts';
import { knowsHeading } from './read/remembered.ts';
import { saysTokens } from './read/tokens/token-headings.ts';
import { shelve, type LicenceShelf } from './shelf.ts';

/** Reads lists of apps, of licences, of who has them and of installations. */
export const reader: Reader<LicenceShelf, ListAs, ListFileProblem> = {
  programme: reads.programme,
  readsAs: reads.readsAs,
  heads: (row) =>
    isLicenceHeading(row) ||
    saysTokens(row.cells) ||
    saysInstalls(row.cells) === 'sure' ||
    saysHoldings(row.cells) ||
    saysPeople(row.cells) === 'sure',
  knows: knowsHeading,
  rowsUnder: ({ cells }, _, beside) => {
    if (saysInstalls(cells) === 'sure' || saysHoldings(cells)) return 'about-things';
    const isKnown = isLicenceHeading({ cells, number: 0 }) || countsNamedApps(cells);
    if (isKnown || saysTokens(cells)) return 'things';
    return peopleBeside(cells, beside);
  },
  open: (file, looksAfter) => {
    const found = once(() => shelveTables(file));
    const isHere = looksAfter?.includes('apple-licences') ?? true;
    return {
      claims: {
        named: ({ isKnown }) => {
          // A saved answer is one of theirs, or says what is wrong with it.
          if (file.documents !== undefined)
            return shelvedAnswers(shelveDocuments(file.documents, file.cut));
          const lists = found();
          if (!lists.ok)
            return lists.problem.code === 'no-licences' ? undefined : shelved(lists, file);
          const { lists: all } = lists.value;
          // Codes may be handed out to people: what names those is a list of codes.
          const isOfOther = all.some(({ is }) => is === 'people' || is === 'holdings') && isKnown();
          const isClear = !all.some(isUnmapped) && !all.every(isGuessed);
          return isClear && !isOfOther ? shelved(lists, file) : undefined;
        },
        // Figures alone may be taken for codes: where both would have to guess, they name apps.
        guessed: ({ isKnown, hidden }) =>
          found().ok && isHere && !isKnown() ? shelved(found(), file, hidden) : undefined,
        left: ({ hidden }) => (found().ok ? shelved(found(), file, hidden) : undefined),
        'nothing-else': ({ hidden }) => shelved(found(), file, hidden),
      },
    };
  },
  readAs: ({ sheets }, sheet, as, { hidden }) => {
    const lists = shelveListsAs(sheets, { sheet, as }, undefined, hidden());
    return lists === undefined ? undefined : { shelf: shelve(lists) };
  },
};

/** Where headings do not tell what is below them, codes of others stay `hidden`. */
const shelved = (
  lists: Result<ListShelf, TablesProblem>,
  { sheets }: SheetFile,
  hidden: Others['hidden'] = () => new Map(),
) => {
  if (!lists.ok) return lists;
  const shelf = shelve(withHidden(lists.value, hidden()));
  const read = new Set(shelf.content().sheets.map(({ name }) => name));
  return ok({ shelf, skipped: sheetsBeside(sheets, (name) => read.has(name)) });
};

const shelvedAnswers = (lists: ReturnType<typeof shelveDocuments>) =>
  lists.ok ? ok({ shelf: shelve(lists.value), skipped: [], gaps: lists.value.gaps }) : lists;

const isUnmapped = (list: ListShelf['lists'][number]): boolean =>
  list.is === 'table' && list.table.needsMapping;
