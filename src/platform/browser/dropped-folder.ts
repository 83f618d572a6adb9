/** What lies directly in a folder that was dropped. */
export type InFolder = {
  readonly files: readonly FileSystemFileEntry[];
  readonly folders: number;
};

/** What lies directly in a folder that was dropped, of which nothing was read. */
export const inFolder = async (folder: FileSystemDirectoryEntry): Promise<InFolder> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A browser tells a hundred at a time.
  for (let more = await entriesOf(reader); more.length > 0; more = await entriesOf(reader))
    all.push(...more);
  const files = all.filter((entry): entry is FileSystemFileEntry => entry.isFile);
  return { files, folders: all.length - files.length };
};

/** The next entries; none of a folder that cannot be listed, so that what else was dropped is read. */
const entriesOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));

/** The file of such an entry; undefined where it is no longer there. */
export const fileOfEntry = (entry: FileSystemFileEntry): Promise<File | undefined> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));
