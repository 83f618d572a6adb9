import { kinds, sharedKinds } from '#programmes/kinds.ts';
import { useApp } from '#ui/app.svelte.ts';
import { live } from '#ui/live.ts';
import { aroundOf, rowsOf, shownOf, type Around, type Thrown } from './thrown.ts';

/** What is in the trash. */
export type Trash = { readonly rows: readonly Thrown[]; readonly ready: boolean };

const KINDS = Object.keys(kinds).filter((kind) => !Object.hasOwn(sharedKinds, kind));

/** Follows the trash while something on the screen reads it. */
export const useTrash = (): Trash => {
  const app = useApp();
  const lists = KINDS.map((kind) => live(app.records.live({ kind, trashed: 'only' }), []));
  const thrown = $derived(lists.flatMap(({ current }) => current));
  const ready = $derived(lists.every((list) => list.ready));
  const shown = $derived(shownOf(thrown));
  let around = $state.raw<Around>();
  $effect(() => {
    // Half of it would show a code for a moment without the list that it belongs to.
    if (!ready) return undefined;
    let isNewest = true;
    void aroundOf(app.records, shown).then((found) => {
      if (isNewest) around = found;
    });
    return () => void (isNewest = false);
  });
  // No row says that it will be deleted before its content is known.
  const rows = $derived(around === undefined ? [] : rowsOf(thrown, around, app.today));
  return {
    get rows() {
      return rows;
    },
    get ready() {
      return ready && around !== undefined;
    },
  };
};
