import { LANGUAGE, loadText } from '#ui/load-text.ts';
import { onlyForChanging } from '../../for-changing.ts';
import type { PageLoad } from './$types';

/** The words of the question, and those that name an order's fields. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  onlyForChanging(app);
  const [sync, credit] = await Promise.all([loadText(language, 'sync'), loadText(language, 'credit')]);
  return { sync, credit };
};
