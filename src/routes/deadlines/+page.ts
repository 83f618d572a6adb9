import { loadText } from '#ui/load-text.ts';
import { PAIR } from '#ui/shell/frame-place.ts';
import type { PageLoad } from './$types';
import { DETAIL_WORDS } from './detail-words.ts';

/** Home needs the words of a detail only where there is room for one beside it. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(DETAIL_WORDS);
  const { language } = await parent();
  return matchMedia(PAIR).matches ? { credit: await loadText(language, 'credit') } : {};
};
