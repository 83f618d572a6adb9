import { LANGUAGE, loadText } from '#ui/load-text.ts';
import type { PageLoad } from './$types';

/** Coming in needs no workspace, only its own words. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { sync: await loadText(language, 'sync') };
};
