import type { Language, Messages } from '#core/language/language.ts';
import type { keptForm } from '../words/sv/kept-form.ts';

/** What a form says of what was typed in it before. */
export type KeptWords = Messages<typeof keptForm>;

/** Those words, which only a form that was left half-filled needs. */
export const loadKeptText = async (language: Language): Promise<KeptWords> =>
  language === 'sv'
    ? (await import('../words/sv/kept-form.ts')).keptForm
    : (await import('../words/en/kept-form.ts')).keptForm;
