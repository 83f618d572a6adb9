import { LANGUAGE } from '#ui/load-text.ts';
import { loadTokensText } from '#programmes/apple-licences/screens/token/load-tokens-text.ts';
import type { LayoutLoad } from './$types';

/** The words of the tokens. */
export const load: LayoutLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { tokens: await loadTokensText(language) };
};
