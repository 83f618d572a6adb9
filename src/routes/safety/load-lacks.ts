import type { Language, Messages } from '#i18n/language.ts';
import type { lacks } from '#i18n/sv/sync-lacks.ts';

/**
 * The words of what the browser does not do. Apart from those of sync, with which a device that
 * joins comes.
 */
export const loadLacks = async (language: Language): Promise<Messages<typeof lacks>> =>
  language === 'sv'
    ? (await import('#i18n/sv/sync-lacks.ts')).lacks
    : (await import('#i18n/en/sync-lacks.ts')).lacks;
