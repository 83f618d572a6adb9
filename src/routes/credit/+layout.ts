import { loadAppleCreditWords } from '#programmes/apple-credit/words/load.ts';
import { PAIR } from '#ui/shell/frame-place.ts';
import type { LayoutLoad } from './$types';
import { LIST_BESIDE } from './list-beside.ts';

/** The list is loaded where it is seen: a phone that opens an order by a link does without it. */
export const load: LayoutLoad = async ({ parent, route, depends }) => {
  depends(LIST_BESIDE);
  const { language } = await parent();
  const isSeen = route.id === '/credit' || matchMedia(PAIR).matches;
  const [credit, list] = await Promise.all([
    loadAppleCreditWords(language, 'credit'),
    isSeen ? import('#programmes/apple-credit/screens/list/CreditList.svelte') : undefined,
  ]);
  return { credit, List: list?.default };
};
