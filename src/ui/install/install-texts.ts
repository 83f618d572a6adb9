import type { Language, Messages } from '#core/language/language.ts';
import type { install } from '../words/sv/install.ts';

/** The words of installing, in one language. */
export type InstallMessages = Messages<typeof install>;

/** Loads them with the hint that shows them: most starts show none. */
export const loadInstallTexts = async (language: Language): Promise<InstallMessages> =>
  language === 'sv'
    ? (await import('../words/sv/install.ts')).install
    : (await import('../words/en/install.ts')).install;
