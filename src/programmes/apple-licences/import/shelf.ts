import type { Content, Shelf } from '#core/import/shelf.ts';
import { mapLists, outlinesOf, rowsOfLists, shelveListsAs, type ListShelf } from './read/lists.ts';
import { listMapping } from './read/remembered.ts';
import type { ListOutline, ListRow } from './read/values.ts';
import { reads } from './read/reads-as.ts';

/** The content of lists of licences, with the libraries (`uId`) whose assignments are all here. */
export type ListContent = Content<'apple-licences', ListOutline> & {
  readonly whole: readonly string[];
};

/** Lists of licences on the shelf. */
export type LicenceShelf = Shelf<ListContent, ListRow, never>;

/**
 * Puts lists of licences on the shelf. Nothing in them is unclear in a way that an answer could
 * settle.
 */
export const shelve = (given: ListShelf): LicenceShelf => {
  let lists = given;
  return {
    content: () => {
      const sheets = outlinesOf(lists);
      return {
        programme: 'apple-licences',
        sheets,
        mapped: sheets.map(listMapping),
        whole: lists.whole,
        questions: [],
      };
    },
    map: (mappings) => void (lists = mapLists(lists, mappings)),
    rows: () => rowsOfLists(lists),
    metadata: () => [],
    take: ({ sheets }, sheet, as) => {
      const list = reads.readsAs.find((one) => one === as);
      const read = list && shelveListsAs(sheets, { sheet, as: list }, lists, new Map());
      return read && shelve(read);
    },
  };
};
