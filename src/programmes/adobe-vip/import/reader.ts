import { once, type Reader } from '#core/import/reader.ts';
import { sheetsBeside } from '#core/import/tables/sheets-beside.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { ok, refuse } from '#core/result.ts';
import type { VipListKind } from './read/fields.ts';
import { isVipHeading } from './read/columns.ts';
import { isHeadedAs, namedIn } from './read/headed-as.ts';
import { namesVip } from './read/names-vip.ts';
import {
  shelveGuessedVip,
  shelveLikelyVip,
  shelveVip,
  shelveVipAnswers,
  shelveVipAs,
  type VipShelf,
} from './read/lists.ts';
import { reads } from './read/reads-as.ts';
import { holds, shelve, type VipListShelf } from './shelf.ts';

/**
 * Reads lists of a VIP reseller's customers, authorizations, orders, prices and invoices, and of who
 * has the licences.
 */
export const reader: Reader<VipListShelf, VipListKind> = {
  programme: reads.programme,
  readsAs: reads.readsAs,
  heads: isVipHeading,
  knows: (heading) => namedIn([heading]).size > 0,
  rowsUnder: (row) => {
    if (!isVipHeading(row)) return undefined;
    const areThings = isHeadedAs(row, 'customers') || isHeadedAs(row, 'prices');
    return areThings ? 'things' : 'about-things';
  },
  open: (file, looksAfter) => {
    const isHere = looksAfter?.includes('adobe-vip') ?? true;
    const guessed = once(() => (isHere ? shelveGuessedVip(file.sheets) : undefined));
    return {
      claims: {
        alone: () =>
          shelved(
            file,
            file.documents === undefined
              ? shelveVip(file.sheets, isHere)
              : shelveVipAnswers(file.documents),
          ),
        // A VIP ID or a SKU has a more specific shape than a code or a number.
        shaped: () => shelved(file, guessed()),
        // Its columns may be called anything, and are mapped by hand: only where it is known that
        // such lists are managed, and where others are too, a column must speak of customers.
        likely: ({ hidden }) => {
          if (looksAfter === undefined || !isHere) return undefined;
          const lists = shelveLikelyVip(file.sheets, hidden());
          const isTold = lists?.tables.some(namesVip) ?? false;
          return isTold || looksAfter.length === 1 ? shelved(file, lists) : undefined;
        },
        nothing: () => (isHere ? refuse('no-list') : undefined),
      },
      isShaped: (sheet, column) =>
        guessed()
          ?.tables.find((table) => table.sheet === sheet)
          ?.columns.find(({ field }) => field === 'sku')?.index === column,
    };
  },
  readAs: (file, sheet, kind, { hidden }) => {
    const lists = shelveVipAs(file.sheets, { sheet, kind }, undefined, hidden());
    return holds(lists, sheet) ? { shelf: shelve(lists) } : undefined;
  },
};

const shelved = ({ sheets }: SheetFile, lists: VipShelf | undefined) =>
  lists === undefined
    ? undefined
    : ok({
        shelf: shelve(lists),
        skipped: sheetsBeside(sheets, (name) => holds(lists, name)),
      });
