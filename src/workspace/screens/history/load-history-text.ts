import { loadHistoryWords, loadSyncText } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';
import { loadCreditText } from '#programmes/apple-credit/words/load.ts';
import type { Catalogues } from '#ui/text.ts';

/** The words that a history is told in: its own, and those that name fields and values. */
export type HistoryTexts = Pick<Catalogues, 'history' | 'credit' | 'sync'>;

/** They come with the first history that is opened. */
export const loadHistoryText = async (language: Language): Promise<HistoryTexts> => {
  const [history, credit, sync] = await Promise.all([
    loadHistoryWords(language),
    loadCreditText(language),
    loadSyncText(language),
  ]);
  return { history, credit, sync };
};
