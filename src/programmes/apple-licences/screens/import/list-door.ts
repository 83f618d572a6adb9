import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import type { ListDoor } from '#workspace/screens/import/importing.ts';

/** Where lists of apps come from. */
export const listDoor: ListDoor = {
  programme: 'apple-licences',
  icon: LayoutGrid,
  words: ({ import: { licenceLists } }) => ({
    title: licenceLists.row,
    detail: licenceLists.detail,
  }),
  sheet: () => import('./ListsSheet.svelte'),
};
