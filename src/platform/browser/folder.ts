/** Whether the app may look into a folder now; `ask` in a press. */
export type FolderLeave = 'granted' | 'ask' | 'denied';

/** A folder that someone chose. */
export type Folder = FileSystemDirectoryHandle;

type Asked = { readonly mode: 'read' };
const READ: Asked = { mode: 'read' };

/** What only Chromium has. */
type Picker = (
  options: Asked & { readonly id: string; readonly startIn: string },
) => Promise<Folder>;
type WithLeave = Folder & {
  queryPermission(of: Asked): Promise<PermissionState>;
  requestPermission(of: Asked): Promise<PermissionState>;
};

const pickerHere = (): Picker | undefined =>
  (window as { showDirectoryPicker?: Picker }).showDirectoryPicker;

/** Asks for a folder, in a press; undefined where the question was closed or refused. */
export const chooseFolder = async (): Promise<Folder | undefined> => {
  try {
    return await pickerHere()?.({ ...READ, id: 'import', startIn: 'downloads' });
  } catch {
    return undefined;
  }
};

const leaveOf = (state: PermissionState): FolderLeave => (state === 'prompt' ? 'ask' : state);

/** Whether the app may look into a folder: browsers take that back, mostly with the last window. */
export const folderLeave = async (folder: Folder): Promise<FolderLeave> =>
  leaveOf(await (folder as WithLeave).queryPermission(READ));

/** Asks for it once more, in a press. */
export const askFolderLeave = async (folder: Folder): Promise<FolderLeave> => {
  try {
    return leaveOf(await (folder as WithLeave).requestPermission(READ));
  } catch {
    return 'ask';
  }
};

/** A file in a folder, of which nothing was read. */
export type FileThere = { readonly name: string; readonly changedAt: number };

/**
 * The files directly in a folder whose names are wanted, with when they were changed; `gone` where
 * the folder is no longer there. Nothing in them is read.
 */
export const filesThere = async (
  folder: Folder,
  isWanted: (name: string) => boolean,
): Promise<readonly FileThere[] | 'gone'> => {
  try {
    const handles: FileSystemFileHandle[] = [];
    for await (const handle of folder.values())
      if (handle.kind === 'file' && isWanted(handle.name)) handles.push(handle);
    const found = await Promise.all(handles.map(lookedAt));
    return found.filter((file) => file !== undefined);
  } catch (error) {
    if (isNotFound(error)) return 'gone';
    throw error;
  }
};

const lookedAt = async (handle: FileSystemFileHandle): Promise<FileThere | undefined> => {
  // One that was moved away meanwhile is none.
  const file = await handle.getFile().catch(() => undefined);
  return file && { name: file.name, changedAt: file.lastModified };
};

/** A file of a folder, to be read; undefined where it is no longer there. */
export const fileOf = async (folder: Folder, name: string): Promise<File | undefined> => {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch {
    return undefined;
  }
};

const isNotFound = (error: unknown): boolean =>
  (error as Partial<DOMException>).name === 'NotFoundError';
