import {
  mapVipLists,
  questionsOfVip,
  rowsOfVip,
  vipOutlines,
  type VipShelf,
} from '#programmes/adobe-vip/import/match/vip-shelf.ts';
import type { Shelf } from './shelf.ts';

/** Puts lists of VIP customers, authorizations, orders, prices and invoices on the shelf. */
export const vipShelf = (given: VipShelf): Shelf => {
  let lists = given;
  return {
    content: () => ({
      programme: 'adobe-vip',
      sheets: vipOutlines(lists),
      questions: questionsOfVip(lists),
    }),
    map: (mappings) => void (lists = mapVipLists(lists, mappings)),
    rows: (answers) => rowsOfVip(lists, answers),
    vip: () => lists,
    metadata: () => [...lists.tables, ...lists.answers].map(() => ({})),
  };
};
