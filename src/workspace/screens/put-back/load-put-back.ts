import type { Language, Messages } from '#core/language/language.ts';
import type { putBack } from '#workspace/words/sv/put-back.ts';

/**
 * What puts a record back that is not understood, with its words. It comes only where there is such
 * a one.
 */
export const loadPutBack = async (language: Language) => {
  const [words, { default: PutBack }] = await Promise.all([
    loadPutBackWords(language),
    import('./PutBack.svelte'),
  ]);
  return { words, PutBack };
};

const loadPutBackWords = async (language: Language): Promise<Messages<typeof putBack>> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/put-back.ts')).putBack
    : (await import('#workspace/words/en/put-back.ts')).putBack;
