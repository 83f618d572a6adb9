import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../text.ts';

/**
 * The words of the backup. Not among those of `load-text.ts`, which home carries: four screens read
 * them.
 */
export const loadBackupText = async (language: Language): Promise<Catalogues['backup']> =>
  language === 'sv'
    ? (await import('#i18n/sv/backup.ts')).backup
    : (await import('#i18n/en/backup.ts')).backup;
