import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';
import { ownEntry } from '#core/own-entry.ts';

/** A refusal as a sentence; one that a newer version wrote stays as its code. */
export const licenceProblem = (
  {
    code,
    params = {},
  }: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> },
  words: LicenceWords,
): string => ownEntry(words.problems, code)?.(params) ?? code;
