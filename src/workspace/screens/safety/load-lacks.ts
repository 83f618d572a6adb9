import type { Language, Messages } from '#core/language/language.ts';
import type { lacks } from '#workspace/words/sv/sync-lacks.ts';

/**
 * The words of what the browser does not do. Apart from those of sync, with which a device that
 * joins comes.
 */
export const loadLacks = async (language: Language): Promise<Messages<typeof lacks>> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/sync-lacks.ts')).lacks
    : (await import('#workspace/words/en/sync-lacks.ts')).lacks;
