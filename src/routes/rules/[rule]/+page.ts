import { loadText } from '#ui/load-text.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { app, language } = await parent();
  const id = url.searchParams.get('order') ?? '';
  const order = id === '' ? undefined : await app.records.get(id);
  return { credit: await loadText(language, 'credit'), order };
};
