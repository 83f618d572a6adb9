import type { Language, Messages } from '#core/language/language.ts';
import type { appleSync } from '#programmes/apple-licences/words/sv/apple-sync.ts';

/** Words of the sync with Apple. */
export type AppleSyncTexts = Messages<typeof appleSync>;

/** Loads the words of the sync with Apple, which only who has a token needs. */
export const loadAppleSyncText = async (language: Language): Promise<AppleSyncTexts> =>
  language === 'sv'
    ? (await import('#programmes/apple-licences/words/sv/apple-sync.ts')).appleSync
    : (await import('#programmes/apple-licences/words/en/apple-sync.ts')).appleSync;
