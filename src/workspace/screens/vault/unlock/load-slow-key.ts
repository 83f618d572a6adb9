import type { Language, Messages } from '#core/language/language.ts';
import type { slowKey } from '#workspace/words/sv/slow-key.ts';

/** What says that a key is made slowly: it comes only to where it is. */
export const loadSlowKey = async (language: Language) => {
  const [words, { default: SlowKey }] = await Promise.all([
    loadWords(language),
    import('./SlowKey.svelte'),
  ]);
  return { words, SlowKey };
};

const loadWords = async (language: Language): Promise<Messages<typeof slowKey>> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/slow-key.ts')).slowKey
    : (await import('#workspace/words/en/slow-key.ts')).slowKey;
