import type { Language } from '#core/language/language.ts';
import type { Sentences } from '#core/language/sentence.ts';
import { onDemandOfAll } from '#programmes/programmes.ts';
import type { Texts } from '#ui/text.ts';
import type { OwnFileProblem } from '#programmes/imports.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import type { Imported, Reasons } from './imported.ts';

declare module '#ui/text.ts' {
  interface Catalogues {
    /** What a sheet is read as, of whichever programme: it comes with a file. */
    readonly readAs: Readonly<Record<ReadAs, string>>;
  }
}

/** Loads how each programme tells of its imports. */
export const loadImported = async (): Promise<readonly Imported[]> => {
  const loaded = await Promise.all(
    (await onDemandOfAll()).map(async ({ imported }) => imported?.()),
  );
  return loaded.flatMap((part) => (part === undefined ? [] : [part.imported]));
};

/** What all programmes say of problems, or of rows that were left out. */
export const allSay: AllSay = (imported, of, text) =>
  Object.assign({}, ...imported.map((programme) => programme[of]?.(text)));

type AllSay = {
  (imported: readonly Imported[], of: 'problems', text: Texts): Sentences<OwnFileProblem>;
  (imported: readonly Imported[], of: 'reasons', text: Texts): Reasons;
};

/** Loads the words that come with a file, whosever it is. */
export const loadFileWords = async (language: Language): Promise<Partial<Texts>> => {
  const imported = await loadImported();
  const [words, readAs] = await Promise.all([
    Promise.all(imported.map(({ words }) => words(language))),
    Promise.all(imported.map(({ readAs }) => readAs(language))),
  ]);
  return Object.assign({}, ...words, { readAs: Object.assign({}, ...readAs) });
};
