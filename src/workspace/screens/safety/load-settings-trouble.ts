import type { Language, Messages } from '#core/language/language.ts';
import type { settingsTrouble } from '#workspace/words/sv/settings-trouble.ts';

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
    ? (await import('#workspace/words/sv/settings-trouble.ts')).settingsTrouble
    : (await import('#workspace/words/en/settings-trouble.ts')).settingsTrouble;
