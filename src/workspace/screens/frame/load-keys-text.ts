import type { keys } from '#ui/words/sv/keys.ts';
import type { Language, Messages } from '#core/language/language.ts';

/** The words of the list of keys. */
export const loadKeysText = async (language: Language): Promise<Messages<typeof keys>> =>
  language === 'sv'
    ? (await import('#ui/words/sv/keys.ts')).keys
    : (await import('#ui/words/en/keys.ts')).keys;
