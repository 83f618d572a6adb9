import { shelveGuessedVip, shelveVip, shelveVipAnswers, type VipShelf } from '#domain/adobe-vip/list/vip-shelf.ts';
import { recogniseFile } from '#domain/apple-credit/sheet.ts';
import type { RecognisedFile } from '#domain/apple-credit/recognised-sheet.ts';
import { shelveDocuments, shelveTables, type ListShelf } from '#domain/apple-licences/list/list-shelf.ts';
import { ok, type Result } from '#domain/result.ts';
import type { SheetFile } from '#domain/sheet.ts';
import { listShelf } from './list-shelf.ts';
import type { Shelf } from './shelf.ts';
import { shelve } from './sheet-shelf.ts';
import { vipShelf } from './vip-shelf.ts';

/** What stands on the shelf, and the sheets that hold nothing to import. */
export type Shelved = { readonly shelf: Shelf; readonly skipped: RecognisedFile['skipped'] };

/**
 * Finds whose file it is. The headings of VIP lists are theirs alone; headings that name licences are clear; codes come before what would have to be guessed. Refuses
 * with why there are no codes, or with what is wrong in a saved answer.
 */
export const shelveFile = (file: SheetFile): Result<Shelved> => {
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
  const codes = recogniseFile(file);
  // Figures alone may be taken for codes: where both would have to guess, they name apps.
  const isGuess = codes.ok && codes.value.sheets.every(({ needsMapping }) => needsMapping);
  // The shape of a VIP ID or a SKU is more than that of a code or a number.
  const guessed = isGuess || !codes.ok ? shelveGuessedVip(file.sheets) : undefined;
  if (guessed !== undefined) return asVip(guessed);
  if (lists.ok && (isGuess || (!codes.ok && codes.problem.code === 'no-codes'))) return asLists(lists.value);
  return codes.ok ? ok({ shelf: shelve(codes.value.sheets), skipped: codes.value.skipped }) : codes;
};

const isGuessed = (list: ListShelf['lists'][number]): boolean => list.is === 'table' && list.table.needsMapping;

const asVip = (lists: VipShelf): Result<Shelved> => ok({ shelf: vipShelf(lists), skipped: [] });

const asLists = (lists: ListShelf): Result<Shelved> => ok({ shelf: listShelf(lists), skipped: [] });
