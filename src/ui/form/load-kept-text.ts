import type { Language, Messages } from '#i18n/language.ts';
import type { keptForm } from '#i18n/sv/kept-form.ts';

/** What a form says of what was typed in it before. */
export type KeptWords = Messages<typeof keptForm>;

/** Those words, which only a form that was left half-filled needs. */
export const loadKeptText = async (language: Language): Promise<KeptWords> =>
  language === 'sv'
    ? (await import('#i18n/sv/kept-form.ts')).keptForm
    : (await import('#i18n/en/kept-form.ts')).keptForm;
