import { newId } from '#platform/ids.ts';
import { afterEachTest } from './after-each-test.ts';

/** A folder of the browser's own, with what a test puts into it. */
export type FolderHere = {
  readonly handle: FileSystemDirectoryHandle;
  /** Writes a file, which is the newest then. */
  put(name: string, content?: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** The folder is no longer there. */
  removeAll(): Promise<void>;
};

type Leave = 'queryPermission' | 'requestPermission';
const prototype = FileSystemHandle.prototype as unknown as Record<Leave, unknown>;

const undo = new Set<() => Promise<void> | void>();
afterEachTest(async () => {
  for (const back of undo) await back();
  undo.clear();
});

/**
 * A real folder, as the browser's question hands one over: of its private files, since no test can
 * answer that question.
 */
export const openFolder = async (named = 'Rapporter'): Promise<FolderHere> => {
  const root = await navigator.storage.getDirectory();
  const above = await root.getDirectoryHandle(`test-${newId()}`, { create: true });
  const handle = await above.getDirectoryHandle(named, { create: true });
  undo.add(() => root.removeEntry(above.name, { recursive: true }));
  return {
    handle,
    put: async (name, content = '') => {
      const file = await handle.getFileHandle(name, { create: true });
      const writable = await file.createWritable();
      await writable.write(content);
      await writable.close();
    },
    remove: (name) => handle.removeEntry(name),
    removeAll: () => above.removeEntry(named, { recursive: true }),
  };
};

/** The person answers the question which folder; undefined closes it. */
export const answerPicker = (folder: FolderHere | undefined): void => {
  const page = window as { showDirectoryPicker?: unknown };
  const before = page.showDirectoryPicker;
  page.showDirectoryPicker = async () => {
    if (folder === undefined) throw new DOMException('The user aborted a request.', 'AbortError');
    return folder.handle;
  };
  undo.add(() => void (page.showDirectoryPicker = before));
};

/** What the browser says of folders from now on, and after it is asked in a press. */
export const setLeave = (state: PermissionState, asked: PermissionState = state): void => {
  let now = state;
  for (const name of ['queryPermission', 'requestPermission'] as const) {
    const before = prototype[name];
    undo.add(() => void (prototype[name] = before));
  }
  prototype.queryPermission = async () => now;
  prototype.requestPermission = async () => (now = asked);
};
