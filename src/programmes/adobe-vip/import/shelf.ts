import type { Content, Shelf } from '#core/import/shelf.ts';
import { VIP_LISTS } from './read/fields.ts';
import type { VipOutline, VipRow } from './read/values.ts';
import {
  mapVipLists,
  questionsOfVip,
  rowsOfVip,
  shelveVipAs,
  vipOutlines,
  type VipShelf,
} from './read/lists.ts';
import { vipMapping } from './read/remembered.ts';

/** Lists of VIP customers, authorizations, orders, prices and invoices on the shelf. */
export type VipListShelf = Shelf<Content<'adobe-vip', VipOutline>, VipRow, never>;

/** Puts lists of VIP customers, authorizations, orders, prices and invoices on the shelf. */
export const shelve = (given: VipShelf): VipListShelf => {
  let lists = given;
  return {
    content: () => {
      const sheets = vipOutlines(lists);
      return {
        programme: 'adobe-vip',
        sheets,
        mapped: sheets.map(vipMapping),
        questions: questionsOfVip(lists),
      };
    },
    map: (mappings) => void (lists = mapVipLists(lists, mappings)),
    rows: (answers) => rowsOfVip(lists, answers),
    metadata: () => [],
    take: ({ sheets }, sheet, as) => {
      const kind = VIP_LISTS.find((list) => list === as);
      if (kind === undefined) return undefined;
      const read = shelveVipAs(sheets, { sheet, kind }, lists, new Map());
      return holds(read, sheet) ? shelve(read) : undefined;
    },
  };
};

/** Whether a sheet is among the lists. */
export const holds = ({ tables }: VipShelf, sheet: string): boolean =>
  tables.some((table) => table.sheet === sheet);
