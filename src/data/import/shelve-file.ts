import {
  shelveGuessedVip,
  shelveLikelyVip,
  shelveVip,
  shelveVipAnswers,
  shelveVipAs,
  type HiddenColumns,
  type VipShelf,
} from '#programmes/adobe-vip/import/match/vip-shelf.ts';
import { namesCredit } from '#programmes/apple-credit/import/names-credit.ts';
import { readAsCodes, recogniseFile } from '#programmes/apple-credit/import/sheet.ts';
import type {
  RecognisedFile,
  RecognisedSheet,
} from '#programmes/apple-credit/import/recognised-sheet.ts';
import {
  shelveDocuments,
  shelveTables,
  type ListShelf,
} from '#programmes/apple-licences/import/plan/list-shelf.ts';
import type { Programme } from '#core/record/record.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { listShelf } from './list-shelf.ts';
import type { Shelf } from './shelf.ts';
import type { ReadAs, SkippedSheet } from './read/sheet-messages.ts';
import { shelve } from './sheet-shelf.ts';
import { vipShelf } from './vip-shelf.ts';

/** What stands on the shelf, and the sheets that hold nothing to import. */
export type Shelved = { readonly shelf: Shelf; readonly skipped: readonly SkippedSheet[] };

/**
 * Finds whose file it is. The headings of VIP lists are theirs alone, and those that name licences
 * or codes are clear: they are that, whatever is looked after. What would have to be guessed is of
 * something that is. Refuses with why there is nothing, or with what is wrong in a saved answer.
 */
export const shelveFile = (file: SheetFile, looksAfter?: readonly Programme[]): Result<Shelved> => {
  if (file.documents !== undefined) {
    const answers = shelveVipAnswers(file.documents);
    if (answers !== undefined) return asVip(answers);
    const lists = shelveDocuments(file.documents);
    return lists.ok ? asLists(lists.value) : lists;
  }
  const vip = shelveVip(file.sheets);
  if (vip !== undefined) return asVip(vip);
  const lists = shelveTables(file);
  if (lists.ok && !lists.value.lists.some(isGuessed)) return asLists(lists.value);
  if (!lists.ok && lists.problem.code === 'installs-per-app') return lists;
  return shelveGuess(file, { lists, codes: recogniseFile(file) }, looksAfter);
};

type Found = { readonly lists: Result<ListShelf>; readonly codes: Result<RecognisedFile> };

const shelveGuess = (
  file: SheetFile,
  { lists, codes }: Found,
  looksAfter: readonly Programme[] | undefined,
): Result<Shelved> => {
  const isHere = (programme: Programme): boolean => looksAfter?.includes(programme) ?? true;
  const vip = isHere('adobe-vip') ? shelveGuessedVip(file.sheets) : undefined;
  if (codes.ok && codes.value.sheets.some((sheet) => namesCredit(sheet) && !isSold(sheet, vip)))
    return asCodes(codes.value);
  // The shape of a VIP ID or a SKU is more than that of a code or a number.
  if (vip !== undefined) return asVip(vip);
  // Figures alone may be taken for codes: where both would have to guess, they name apps.
  const isOpen = codes.ok
    ? codes.value.sheets.every(({ needsMapping }) => needsMapping)
    : codes.problem.code === 'no-codes';
  if (lists.ok && isOpen && isHere('apple-licences')) return asLists(lists.value);
  if (codes.ok && isHere('apple-credit')) return asCodes(codes.value);
  return shelveLeft(file, { lists, codes }, looksAfter);
};

/**
 * What nothing tells is a VIP list where those are looked after: its columns may be called
 * anything, and are mapped by hand.
 */
const shelveLeft = (
  { sheets }: SheetFile,
  { lists, codes }: Found,
  looksAfter: readonly Programme[] | undefined,
): Result<Shelved> => {
  if (!codes.ok && codes.problem.code !== 'no-codes') return codes;
  const hasVip = looksAfter?.includes('adobe-vip') ?? false;
  const likely = hasVip ? shelveLikelyVip(sheets, hiddenIn(codes)) : undefined;
  const isKnown =
    likely?.tables.some(({ columns }) => columns.some(({ field }) => field !== '')) ?? false;
  if (likely !== undefined && (isKnown || looksAfter?.length === 1)) return asVip(likely);
  if (lists.ok) return asLists(lists.value);
  if (looksAfter === undefined || looksAfter.includes('apple-credit'))
    return codes.ok ? asCodes(codes.value) : codes;
  return hasVip ? refuse('no-list') : lists;
};

/**
 * Reads a sheet anew as what somebody says it is; where it holds no such thing everything stays as
 * it is.
 */
export const shelveAs = (file: SheetFile, before: Shelved, sheet: string, as: ReadAs): Shelved => {
  if (as === 'codes') {
    const codes = readAsCodes(file, sheet);
    return codes.sheets.length === 0
      ? before
      : { shelf: shelve(codes.sheets), skipped: codes.skipped };
  }
  if (as === 'licences') {
    const lists = shelveTables(file);
    return lists.ok ? { shelf: listShelf(lists.value), skipped: [] } : before;
  }
  const there = before.shelf.vip?.();
  const hidden =
    there === undefined ? hiddenIn(recogniseFile(file)) : new Map<string, readonly number[]>();
  const vip = shelveVipAs(file.sheets, { sheet, kind: as }, there, hidden);
  if (!vip.tables.some((table) => table.sheet === sheet)) return before;
  const shelf = vipShelf(vip);
  return { shelf, skipped: leftOut(before, shelf) };
};

/** The sheets that hold something, and are nothing of what the file is read as now. */
const leftOut = ({ shelf, skipped }: Shelved, now: Shelf): Shelved['skipped'] => {
  const here = new Set(now.content().sheets.map(({ name }) => name));
  const gone = shelf.content().sheets.map(({ name }) => ({ name, reason: 'read-apart' as const }));
  const all = new Map([...skipped, ...gone].map((one) => [one.name, one]));
  return [...all.values()].filter(({ name }) => !here.has(name));
};

/**
 * Columns that may hold codes: no other reading shows what stands in them, unless somebody says
 * what it is.
 */
const hiddenIn = (codes: Result<RecognisedFile>): HiddenColumns =>
  new Map(
    codes.ok
      ? codes.value.sheets.map(({ name, columns }) => [
          name,
          columns.filter(({ secret }) => secret).map(({ index }) => index),
        ])
      : [],
  );

/** Whether what a sheet calls its codes are SKUs of Adobe's. */
const isSold = ({ name, columns }: RecognisedSheet, vip: VipShelf | undefined): boolean => {
  const sku = vip?.tables
    .find(({ sheet }) => sheet === name)
    ?.columns.find(({ field }) => field === 'sku');
  return sku !== undefined && columns.find(({ field }) => field === 'code')?.index === sku.index;
};

const isGuessed = (list: ListShelf['lists'][number]): boolean =>
  list.is === 'table' && list.table.needsMapping;

const asVip = (lists: VipShelf): Result<Shelved> => ok({ shelf: vipShelf(lists), skipped: [] });

const asLists = (lists: ListShelf): Result<Shelved> => ok({ shelf: listShelf(lists), skipped: [] });

const asCodes = ({ sheets, skipped }: RecognisedFile): Result<Shelved> =>
  ok({ shelf: shelve(sheets), skipped });
