import type { Language, Messages } from '#i18n/language.ts';
import type { settingsTrouble } from '#i18n/sv/settings-trouble.ts';

/**
 * What tells of settings that are not understood, with its words. It comes only where there are
 * such.
 */
export const loadSettingsTrouble = async (language: Language) => {
  const [words, { default: SettingsTrouble }] = await Promise.all([
    loadWords(language),
    import('./SettingsTrouble.svelte'),
  ]);
  return { words, SettingsTrouble };
};

const loadWords = async (language: Language): Promise<Messages<typeof settingsTrouble>> =>
  language === 'sv'
    ? (await import('#i18n/sv/settings-trouble.ts')).settingsTrouble
    : (await import('#i18n/en/settings-trouble.ts')).settingsTrouble;
