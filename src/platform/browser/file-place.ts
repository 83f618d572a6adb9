import { deviceSigns, isPhoneOrPadOfApple } from './install.ts';
import { saveFile } from './save-file.ts';

type Bytes = AsyncIterable<Uint8Array<ArrayBuffer>>;

/**
 * A place where a file is written as it arrives; returns the written file. If writing fails,
 * nothing is left behind.
 */
export type FilePlace = { write(bytes: Bytes): Promise<Blob> };

/** Chromium's own question where to save, which other browsers do not have. */
type SavePicker = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

const TYPE = 'application/octet-stream';

/**
 * Asks where to save, in a tap; `later` where the browser cannot be asked: the file is then handed
 * over when it is made. Undefined when the person closed the question.
 */
export const choosePlace = async (name: string): Promise<FilePlace | 'later' | undefined> => {
  const { showSaveFilePicker: ask } = window as { showSaveFilePicker?: SavePicker };
  if (ask === undefined) return 'later';
  try {
    return placeOf(await ask({ suggestedName: name }));
  } catch (error) {
    return (error as Partial<DOMException>).name === 'AbortError' ? undefined : 'later';
  }
};

const placeOf = (handle: FileSystemFileHandle): FilePlace => ({
  write: async (bytes) => {
    const writable = await handle.createWritable();
    try {
      for await (const piece of bytes) await writable.write(piece);
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => undefined);
      throw error;
    }
    return handle.getFile();
  },
});

/** Collects a file in the browser, which keeps large ones on its disk. */
export const collected: FilePlace = {
  write: async (bytes) => {
    const pieces: Blob[] = [];
    for await (const piece of bytes) pieces.push(new Blob([piece]));
    return new Blob(pieces, { type: TYPE });
  },
};

const shareable = (name: string, file: Blob): File | undefined => {
  if (!isPhoneOrPadOfApple(deviceSigns())) return undefined;
  const shared = new File([file], name, { type: TYPE });
  return navigator.canShare?.({ files: [shared] }) === true ? shared : undefined;
};

/**
 * Whether this device takes a file only in a tap: an iPhone or iPad, which hands it to its own
 * sheet.
 */
export const takesFilesByTap = (name: string, file: Blob): boolean =>
  shareable(name, file) !== undefined;

/** Hands a collected file to the device; false when the person closed its sheet. */
export const handOverFile = async (name: string, file: Blob): Promise<boolean> => {
  const shared = shareable(name, file);
  if (shared === undefined) {
    saveFile(name, file, TYPE);
    return true;
  }
  try {
    await navigator.share({ files: [shared] });
    return true;
  } catch {
    return false;
  }
};
