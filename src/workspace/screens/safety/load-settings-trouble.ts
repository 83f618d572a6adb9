import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';

/**
 * What tells of settings that are not understood, with its words. It comes only where there are
 * such.
 */
export const loadSettingsTrouble = async (language: Language) => {
  const [words, { default: SettingsTrouble }] = await Promise.all([
    loadWorkspaceWords(language, 'settingsTrouble'),
    import('./SettingsTrouble.svelte'),
  ]);
  return { words, SettingsTrouble };
};
