import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/**
 * The words of the backup. Not among those of `load-text.ts`, which home carries: four screens read
 * them.
 */
export const loadBackupText = async (language: Language): Promise<Catalogues['backup']> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/backup.ts')).backup
    : (await import('#workspace/words/en/backup.ts')).backup;
