import type { Language } from '#core/language/language.ts';
import type { Records } from '#data/records/records.ts';
import { loadCreditText } from '#programmes/apple-credit/words/load.ts';
import { loadTokensText } from '#programmes/apple-licences/words/load.ts';

/**
 * The words of the detail beside home's list: those of credit, which an empty one speaks, and a
 * token's own for a token.
 */
export const paneWords = async (
  records: Records,
  id: string,
  language: Language,
): Promise<Pick<App.PageData, 'credit' | 'tokens'>> => {
  // Until one is chosen the first stands there, which may be a token.
  if (id === '')
    return { credit: await loadCreditText(language), tokens: await loadTokensText(language) };
  const chosen = await records.get(id);
  const credit = await loadCreditText(language);
  return chosen?.kind === 'content-token'
    ? { credit, tokens: await loadTokensText(language) }
    : { credit };
};
