import { loadText } from '#ui/load-text.ts';
import { PAIR } from '#ui/shell/frame-place.ts';
import type { PageLoad } from './$types';
import { DETAIL_WORDS } from './detail-words.ts';

/** Home needs the words of a detail only where there is room for one beside it, and those of tokens for a token alone. */
export const load: PageLoad = async ({ parent, depends, url }): Promise<Pick<App.PageData, 'credit' | 'tokens'>> => {
  depends(DETAIL_WORDS);
  const { app, language } = await parent();
  if (!matchMedia(PAIR).matches) return {};
  const id = url.searchParams.get('record') ?? '';
  const chosen = id === '' ? undefined : await app.records.get(id);
  const credit = await loadText(language, 'credit');
  if (chosen?.kind !== 'content-token') return { credit };
  const { loadTokensText } = await import('#ui/tokens/load-tokens-text.ts');
  return { credit, tokens: await loadTokensText(language) };
};
