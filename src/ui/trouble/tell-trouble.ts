import type { Language } from '#i18n/language.ts';

/**
 * Tells of what nobody caught. Never fails itself, for that would be told of in the same way: where the sheet cannot be
 * fetched, as on a page that is being left or without network, one fault would become one after the other without end.
 */
export const tellTrouble = async (error: unknown, language: Language): Promise<void> => {
  try {
    await (await import('./show-trouble.ts')).showTrouble(error, language);
  } catch {
    // Nothing is left to tell it with.
  }
};
