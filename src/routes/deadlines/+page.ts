import { PAIR } from '#ui/shell/frame-place.ts';
import type { PageLoad } from './$types';
import { DETAIL_WORDS } from '#workspace/screens/home/detail-words.ts';

/** Home needs the words of a detail only where there is room for one beside it. */
export const load: PageLoad = async ({
  parent,
  depends,
  url,
}): Promise<Pick<App.PageData, 'credit' | 'tokens'>> => {
  depends(DETAIL_WORDS);
  const { app, language } = await parent();
  const id = url.searchParams.get('record') ?? '';
  return matchMedia(PAIR).matches
    ? (await import('#workspace/screens/home/pane-words.ts')).paneWords(app.records, id, language)
    : {};
};
