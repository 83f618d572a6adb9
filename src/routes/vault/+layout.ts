import { LANGUAGE, loadText } from '#ui/load-text.ts';
import type { LayoutLoad } from './$types';

/** The words of the lock. */
export const load: LayoutLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { vault: await loadText(language, 'vault') };
};
