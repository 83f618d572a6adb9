import type { Catalogues } from '#ui/text.ts';
import { PAIR } from '#ui/shell/frame-place.ts';
import type { PageLoad } from './$types';
import { DETAIL_WORDS } from '#workspace/screens/home/detail-words.ts';

/** Home needs the words of a detail only if there is room for one next to it. */
export const load: PageLoad = async ({ parent, depends }): Promise<Partial<Catalogues>> => {
  depends(DETAIL_WORDS);
  const { language } = await parent();
  return matchMedia(PAIR).matches
    ? (await import('#workspace/screens/home/pane-words.ts')).paneWords(language)
    : {};
};
