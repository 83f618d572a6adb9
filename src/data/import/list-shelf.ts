import {
  mapLists,
  outlinesOf,
  rowsOfLists,
  type ListShelf,
} from '#programmes/apple-licences/import/plan/list-shelf.ts';
import type { Shelf } from './shelf.ts';

/**
 * Puts lists of licences on the shelf. Nothing in them is unclear in a way that an answer could
 * settle.
 */
export const listShelf = (given: ListShelf): Shelf => {
  let lists = given;
  return {
    content: () => ({
      programme: 'apple-licences',
      sheets: outlinesOf(lists),
      whole: lists.whole,
      questions: [],
    }),
    map: (mappings) => void (lists = mapLists(lists, mappings)),
    rows: () => rowsOfLists(lists),
    metadata: () => lists.lists.map(() => ({})),
  };
};
