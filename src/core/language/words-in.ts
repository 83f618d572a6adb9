import type { Language, Messages } from './language.ts';

/** The words of a file, which exports them by a name. */
type FileOf<Name extends PropertyKey, Words> = () => Promise<{ readonly [Key in Name]: Words }>;

/** What the Swedish file of an object says. */
type WordsOf<Files, Name extends keyof Files> = Files[Name] extends {
  readonly sv: FileOf<Name, infer Swedish>;
}
  ? Messages<Swedish>
  : never;

/** The files of each object, one for each language: none may lack what the Swedish one says. */
type FilesOf<Files> = {
  readonly [Name in keyof Files]: Readonly<Record<Language, FileOf<Name, WordsOf<Files, Name>>>>;
};

/**
 * Loads the words of one object in one language, out of a table of the files that export them under
 * the object's name. Each file is imported in its own function: with two in one function the bundler
 * would fetch both.
 */
export const wordsIn = <Files extends FilesOf<Files>>(files: Files) => {
  const all: FilesOf<Files> = files;
  return async <Name extends keyof Files>(
    language: Language,
    name: Name,
  ): Promise<WordsOf<Files, Name>> => {
    const file = await all[name][language]();
    return file[name];
  };
};
