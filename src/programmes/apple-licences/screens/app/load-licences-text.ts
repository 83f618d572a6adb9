import type { Language } from '#core/language/language.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Catalogues } from '#ui/text.ts';

/**
 * The words of giving and taking back licences, deployments and users; loaded with the first sheet
 * that says them.
 */
export type LicenceWords = Catalogues['licences'];

/** Loads those words. */
export const loadLicencesText = async (language: Language): Promise<LicenceWords> =>
  language === 'sv'
    ? (await import('#programmes/apple-licences/words/sv/licences.ts')).licences
    : (await import('#programmes/apple-licences/words/en/licences.ts')).licences;

/** A refusal as a sentence; one that a newer version wrote stays as its code. */
export const licenceProblem = (
  {
    code,
    params = {},
  }: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> },
  words: LicenceWords,
): string => ownEntry(words.problems, code)?.(params) ?? code;
