import type { Language } from '#core/language/language.ts';
import { loadText } from '#ui/load-text.ts';
import type { Catalogues } from '#ui/text.ts';

/** The words that a history is told in: its own, and those that name fields and values. */
export type HistoryTexts = Pick<Catalogues, 'history' | 'credit' | 'sync'>;

/**
 * The history's own words alone, which name the kinds of records, too. Each import stands alone: of
 * two in one parenthesis the bundler preloads the other language as well.
 */
export const loadHistoryWords = async (language: Language): Promise<Catalogues['history']> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/history.ts')).history
    : (await import('#workspace/words/en/history.ts')).history;

/**
 * Not among those of `load-text.ts`, which home carries: they come with the first history that is
 * opened.
 */
export const loadHistoryText = async (language: Language): Promise<HistoryTexts> => {
  const [history, credit, sync] = await Promise.all([
    loadHistoryWords(language),
    loadText(language, 'credit'),
    loadText(language, 'sync'),
  ]);
  return { history, credit, sync };
};
