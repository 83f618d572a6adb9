import { LANGUAGE } from '#ui/text.ts';
import { loadTrashText } from '#workspace/screens/trash/load-trash-text.ts';
import type { LayoutLoad } from './$types';

/**
 * The words of the trash, whose records are named and described as on their own screens, and the
 * list, whose files home need not know by name.
 */
export const load: LayoutLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [texts, { default: TrashList }] = await Promise.all([
    loadTrashText(language),
    import('#workspace/screens/trash/TrashList.svelte'),
  ]);
  return { ...texts, TrashList };
};
