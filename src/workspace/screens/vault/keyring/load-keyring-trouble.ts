import type { Language, Messages } from '#core/language/language.ts';
import type { keyringTrouble } from '#workspace/words/sv/keyring-trouble.ts';

/** What tells of a keyring that opens nothing, with its words. It comes only where there is one. */
export const loadKeyringTrouble = async (language: Language) => {
  const [words, { default: KeyringTrouble }] = await Promise.all([
    loadWords(language),
    import('./KeyringTrouble.svelte'),
  ]);
  return { words, KeyringTrouble };
};

const loadWords = async (language: Language): Promise<Messages<typeof keyringTrouble>> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/keyring-trouble.ts')).keyringTrouble
    : (await import('#workspace/words/en/keyring-trouble.ts')).keyringTrouble;

/** What was loaded. */
export type LoadedTrouble = Awaited<ReturnType<typeof loadKeyringTrouble>>;
