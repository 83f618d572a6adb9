import type { keys } from '#i18n/sv/keys.ts';
import type { Language, Messages } from '#i18n/language.ts';

/** The words of the list of keys. */
export const loadKeysText = async (language: Language): Promise<Messages<typeof keys>> =>
  language === 'sv'
    ? (await import('#i18n/sv/keys.ts')).keys
    : (await import('#i18n/en/keys.ts')).keys;
