import type { SheetFile } from '#core/import/sheet.ts';
import type { SheetNames } from '#core/import/source-file.ts';

/** A file whose sheets have names that no sheet of another file has, and so has the file its label. */
export type NamedFile = {
  readonly file: SheetFile;
  readonly label: string;
  readonly names: readonly SheetNames[];
};

/**
 * Files that are read together, each, and each of their sheets and saved answers, with a name of its
 * own: a row is known by its sheet and number. A file alone keeps its names; otherwise a sheet is
 * called by its file, and by its own name too where the file has several.
 */
export const namedApart = (files: readonly SheetFile[]): readonly NamedFile[] => {
  if (files.length === 1)
    return files.map((file) => ({ file, label: file.name, names: asTheyAre(file) }));
  const taken = new Set<string>();
  return files.map((given) => {
    const label = free(given.name, taken);
    const isAlone = given.sheets.length === 1;
    const sheets = given.sheets.map((sheet) => ({
      ...sheet,
      name: isAlone ? label : free(`${label} · ${sheet.name}`, taken),
    }));
    const names = sheets.map(({ name }, at) => ({ name, own: given.sheets[at]?.name ?? '' }));
    return { file: { ...given, ...savedApart(given, label, taken), sheets }, label, names };
  });
};

/** Saved answers, called as their file where they are alone in it. */
const savedApart = (
  { name, documents }: SheetFile,
  label: string,
  taken: Set<string>,
): Pick<SheetFile, 'documents'> =>
  documents === undefined
    ? {}
    : {
        documents: documents.map((document) => ({
          ...document,
          name: document.name === name ? label : free(document.name, taken),
        })),
      };

const asTheyAre = ({ sheets }: SheetFile): SheetNames[] =>
  sheets.map(({ name }) => ({ name, own: name }));

/** Two files from two folders may have the same name. */
const free = (wanted: string, taken: Set<string>): string => {
  let name = wanted;
  for (let nth = 2; taken.has(name); nth += 1) name = `${wanted} (${nth})`;
  taken.add(name);
  return name;
};
