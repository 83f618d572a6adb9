import type { Language } from '#core/language/language.ts';
import { loadHistoryText } from '../history/load-history-text.ts';

/**
 * The rows of what a list cannot show, with the words that name kinds. They come only where there
 * is such a record.
 */
export const loadNotRead = async (language: Language) => {
  const [words, { default: NotReadRows }] = await Promise.all([
    loadHistoryText(language),
    import('./NotReadRows.svelte'),
  ]);
  return { words, NotReadRows };
};
