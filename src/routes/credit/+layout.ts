import { loadText } from '#ui/load-text.ts';
import type { LayoutLoad } from './$types';

/** From this width on the list stands beside the order (look/README §9). */
const PAIR = '(min-width: 1000px)';

/** The list is loaded where it is seen: a phone that opens an order by a link does without it. */
export const load: LayoutLoad = async ({ parent, route }) => {
  const { language } = await parent();
  const isSeen = route.id === '/credit' || matchMedia(PAIR).matches;
  const [credit, list] = await Promise.all([
    loadText(language, 'credit'),
    isSeen ? import('#ui/credit/CreditList.svelte') : undefined,
  ]);
  return { credit, List: list?.default };
};
