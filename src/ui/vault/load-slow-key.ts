import type { Language, Messages } from '#i18n/language.ts';
import type { slowKey } from '#i18n/sv/slow-key.ts';

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
    ? (await import('#i18n/sv/slow-key.ts')).slowKey
    : (await import('#i18n/en/slow-key.ts')).slowKey;
