import type { Language, Messages } from '#i18n/language.ts';
import type { appleSync } from '#i18n/sv/apple-sync.ts';

/** Words of the sync with Apple. */
export type AppleSyncTexts = Messages<typeof appleSync>;

/** Loads the words of the sync with Apple, which only who has a token needs. */
export const loadAppleSyncText = async (language: Language): Promise<AppleSyncTexts> =>
  language === 'sv'
    ? (await import('#i18n/sv/apple-sync.ts')).appleSync
    : (await import('#i18n/en/apple-sync.ts')).appleSync;
