import type { Language } from '#i18n/language.ts';
import { loadText } from '../load-text.ts';
import type { Catalogues } from '../text.ts';

/** The words that a history is told in: its own, and those that name fields and values. */
export type HistoryTexts = Pick<Catalogues, 'history' | 'credit' | 'sync'>;

/**
 * The history's own words alone, which name the kinds of records, too. Each import stands alone: of
 * two in one parenthesis the bundler preloads the other language as well.
 */
export const loadHistoryWords = async (language: Language): Promise<Catalogues['history']> =>
  language === 'sv'
    ? (await import('#i18n/sv/history.ts')).history
    : (await import('#i18n/en/history.ts')).history;

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
