import type { SheetFile } from '#core/import/sheet.ts';
import type { SheetNames } from '#core/import/source-file.ts';

/** A file whose sheets have names that no sheet of another file has. */
export type NamedFile = { readonly file: SheetFile; readonly names: readonly SheetNames[] };

/**
 * Files that are read together, each sheet with a name of its own: a row is known by its sheet and
 * number. A file alone keeps its names; otherwise a sheet is called by its file, and by its own name
 * too where the file has several.
 */
export const namedApart = (files: readonly SheetFile[]): readonly NamedFile[] => {
  if (files.length === 1) return files.map((file) => ({ file, names: asTheyAre(file) }));
  const taken = new Set(
    files.flatMap(({ documents = [] }) => documents.map((document) => document.name)),
  );
  return files.map((file) => {
    const sheets = file.sheets.map((sheet) => {
      const isAlone = file.sheets.length === 1;
      const wanted = isAlone ? file.name : `${file.name} · ${sheet.name}`;
      return { ...sheet, name: free(wanted, taken) };
    });
    const names = sheets.map(({ name }, at) => ({ name, own: file.sheets[at]?.name ?? '' }));
    return { file: { ...file, sheets }, names };
  });
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
