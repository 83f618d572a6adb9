/**
 * What someone drops on the page or pastes into it, as far as the browser tells at once: `html` and
 * `text` are '' where it has no such form.
 */
export type Carried = {
  readonly files: readonly File[];
  readonly folders: readonly FileSystemDirectoryEntry[];
  readonly html: string;
  readonly text: string;
};

/** What a drop or a paste carries. Only within its event: afterwards the browser has emptied it. */
export const carriedBy = (data: DataTransfer | null): Carried => {
  const files: File[] = [];
  const folders: FileSystemDirectoryEntry[] = [];
  for (const item of data?.items ?? []) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry?.() ?? undefined;
    const file = item.getAsFile();
    if (isFolder(entry)) folders.push(entry);
    else if (file !== null) files.push(file);
  }
  const [html = '', text = ''] = ['text/html', 'text/plain'].map((type) => data?.getData(type));
  return { files, folders, html, text };
};

const isFolder = (entry: FileSystemEntry | undefined): entry is FileSystemDirectoryEntry =>
  entry?.isDirectory === true;

/** Whether something is a field, which takes what is pasted there itself; a picker of files does not. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=file]), textarea, select, [contenteditable]') !== null;
