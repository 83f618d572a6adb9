import { LANGUAGE, loadText } from '#ui/load-text.ts';
import type { PageLoad } from './$types';

/** The words of sync, which a row says how it stands with. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { sync: await loadText(language, 'sync') };
};
