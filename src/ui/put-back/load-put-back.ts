import type { Language, Messages } from '#i18n/language.ts';
import type { putBack } from '#i18n/sv/put-back.ts';
import { loadHistoryText } from '../history/load-history-text.ts';

/** What puts a record back that is not understood, with its words. It comes only where there is such a one. */
export const loadPutBack = async (language: Language) => {
  const [words, { default: PutBack }] = await Promise.all([loadPutBackWords(language), import('./PutBack.svelte')]);
  return { words, PutBack };
};

/** The rows of what a list cannot show, with the words that name kinds. They come only where there is such a record. */
export const loadNotRead = async (language: Language) => {
  const [words, { default: NotReadRows }] = await Promise.all([
    loadHistoryText(language),
    import('./NotReadRows.svelte'),
  ]);
  return { words, NotReadRows };
};

const loadPutBackWords = async (language: Language): Promise<Messages<typeof putBack>> =>
  language === 'sv' ? (await import('#i18n/sv/put-back.ts')).putBack : (await import('#i18n/en/put-back.ts')).putBack;
