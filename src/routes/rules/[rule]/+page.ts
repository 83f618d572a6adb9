import { loadText } from '#ui/load-text.ts';
import type { PageLoad } from './$types';

/** The order that the rule is read for is named by `?order=`; without one the rule stands alone. */
export const load: PageLoad = async ({ parent, url }) => {
  const { app, language } = await parent();
  const id = url.searchParams.get('order') ?? '';
  const order = id === '' ? undefined : await app.records.get(id);
  return { credit: await loadText(language, 'credit'), order };
};
