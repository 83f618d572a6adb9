import { LANGUAGE, loadText } from '#ui/load-text.ts';
import type { PageLoad } from './$types';

/** The words of the trash. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { more: await loadText(language, 'more') };
};
