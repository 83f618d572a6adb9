import { LANGUAGE } from '#ui/text.ts';
import { loadTokensText } from '#programmes/apple-licences/words/load.ts';
import type { LayoutLoad } from './$types';

/** The words of the tokens. */
export const load: LayoutLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { tokens: await loadTokensText(language) };
};
