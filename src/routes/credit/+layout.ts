import { loadText } from '#ui/load-text.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { language } = await parent();
  return { credit: await loadText(language, 'credit') };
};
