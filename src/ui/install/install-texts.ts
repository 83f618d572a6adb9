import type { Language, Messages } from '#i18n/language.ts';
import type { install } from '#i18n/sv/install.ts';

/** The words of installing, in one language. */
export type InstallMessages = Messages<typeof install>;

/** Loads them with the hint that shows them: most starts show none. */
export const loadInstallTexts = async (language: Language): Promise<InstallMessages> =>
  language === 'sv'
    ? (await import('#i18n/sv/install.ts')).install
    : (await import('#i18n/en/install.ts')).install;
