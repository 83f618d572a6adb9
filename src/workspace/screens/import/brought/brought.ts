import { foreignText, MOST_IN_LIST } from '#core/text/foreign-text.ts';
import type { Language } from '#core/language/language.ts';
import { copiedRows } from '#data/import/pasted/copied-rows.ts';
import { textRows } from '#data/import/pasted/text-rows.ts';
import { isLeftBeside, isReadByName } from '#data/import/read/endings.ts';
import type { Carried } from '#platform/browser/carried.ts';
import { fileOfEntry, inFolder } from '#platform/browser/dropped-folder.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';

/** What was dropped or pasted, as files that can be read. */
export type Brought = {
  readonly files: readonly File[];
  /** The rows that were copied, if the file is made of such. */
  readonly rows?: string;
  /** The folders that were dropped, and how much in them is not among the files. */
  readonly folders: readonly string[];
  readonly leftOut: number;
};

/** More files than an import is made of; of a folder with more, the newest are taken. */
const MOST = 50;

/**
 * What was dropped or pasted: files, also those directly in folders, or else rows. A spreadsheet
 * program copies a picture of its cells beside them.
 */
export const broughtBy = async (carried: Carried, pastedName: string): Promise<Brought> => {
  const { folders } = carried;
  const isPicture = carried.files.every(({ type }) => type.startsWith('image/'));
  const rows = folders.length > 0 || !isPicture ? '' : copiedRows(carried);
  if (rows.trim() !== '')
    return { files: [pastedFile(rows, pastedName)], rows, folders: [], leftOut: 0 };
  const found = await Promise.all(folders.map(filesIn));
  return {
    files: [...carried.files, ...found.flatMap(({ files }) => files)],
    folders: folders.map(({ name }) => name),
    leftOut: found.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
};

/** What is said of folders that were dropped: what in them is not read; undefined where all is. */
export const folderNote = async (
  { files, folders, leftOut }: Brought,
  language: Language,
): Promise<string | undefined> => {
  if (folders.length === 0 || (files.length > 0 && leftOut === 0)) return undefined;
  const words = await loadWorkspaceWords(language, 'importFolder');
  const names = folders.map((name) => foreignText(name, MOST_IN_LIST)).join(', ');
  return files.length === 0 ? words.nothingIn(names) : words.leftOut(names, leftOut);
};

/** Pasted text as the file that is read. */
export const pastedFile = (rows: string, name: string): File =>
  new File([textRows(rows)], name, { type: 'text/csv' });

const filesIn = async (
  folder: FileSystemDirectoryEntry,
): Promise<Pick<Brought, 'files' | 'leftOut'>> => {
  const there = await inFolder(folder);
  const own = there.files.filter(({ name }) => !isLeftBeside(name));
  const found = await Promise.all(own.filter(({ name }) => isReadByName(name)).map(fileOfEntry));
  const files = found
    .filter((file) => file !== undefined)
    .toSorted((a, b) => b.lastModified - a.lastModified)
    .slice(0, MOST)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { files, leftOut: own.length - files.length + there.folders };
};
