import { LANGUAGE } from '#ui/text.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import type { LayoutLoad } from './$types';

/** What fills the window by itself: a form, and a paper. */
const ALONE: readonly string[] = ['/tokens/new', '/tokens/[token]/note'];

/** The words of the tokens, and the list where it is seen. */
export const load: LayoutLoad = async ({ parent, depends, route }) => {
  depends(LANGUAGE);
  const { id } = route as { readonly id: string };
  const list = ALONE.includes(id)
    ? undefined
    : import('#programmes/apple-licences/screens/token/TokenList.svelte');
  const { language } = await parent();
  return {
    tokens: await loadAppleLicencesWords(language, 'tokens'),
    TokenList: (await list)?.default,
  };
};
