import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';

/** What tells of a keyring that opens nothing, with its words. It comes only where there is one. */
export const loadKeyringTrouble = async (language: Language) => {
  const [words, { default: KeyringTrouble }] = await Promise.all([
    loadWorkspaceWords(language, 'keyringTrouble'),
    import('./KeyringTrouble.svelte'),
  ]);
  return { words, KeyringTrouble };
};

/** What was loaded. */
export type LoadedTrouble = Awaited<ReturnType<typeof loadKeyringTrouble>>;
