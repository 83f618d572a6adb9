import type { Language } from '#i18n/language.ts';

/** The words of the last step, with their language: it stays open while another is chosen in another tab. */
export const loadAfterWords = async (language: Language) => {
  const { after } = await (language === 'sv' ? import('#i18n/sv/vault-after.ts') : import('#i18n/en/vault-after.ts'));
  return { language, texts: after };
};

/** What was loaded. */
export type AfterWords = Awaited<ReturnType<typeof loadAfterWords>>;
