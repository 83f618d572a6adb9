import ListOrdered from '@lucide/svelte/icons/list-ordered';
import type { ListDoor } from '#workspace/screens/import/importing.ts';
import ReconcileLink from './ReconcileLink.svelte';

/** Which lists of a VIP reseller are read. */
export const listDoor: ListDoor = {
  programme: 'adobe-vip',
  icon: ListOrdered,
  words: ({ import: { vipLists } }) => ({ title: vipLists.row, detail: vipLists.detail }),
  sheet: () => import('./ListsSheet.svelte'),
  // What is left of a report is reconciled elsewhere.
  way: { leadsOn: (kind) => kind === 'invoices', link: ReconcileLink },
};
