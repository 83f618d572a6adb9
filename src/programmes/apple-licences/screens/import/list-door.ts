import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import type { ListDoor } from '#workspace/screens/import/importing.ts';

/** Where lists of apps come from. */
export const listDoor: ListDoor = {
  programme: 'apple-licences',
  icon: LayoutGrid,
  words: ({ import: { lists } }) => ({ title: lists.how.row, detail: lists.how.rowDetail }),
  sheet: () => import('./ListsSheet.svelte'),
};
