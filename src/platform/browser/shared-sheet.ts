import { ask } from '../ask.ts';

/**
 * The page asks the worker for what was shared; the answer goes into the line that comes with it.
 */
export type SharedMessage = { readonly type: 'TAKE_SHARED' };

/** The field of the manifest's `share_target` that sheets come in. */
export const SHARED_FIELD = 'sheet';

/** Where the system posts what is shared; the service worker alone answers it. */
export const sharedPath = (base: string): string => `${base}/import/shared`;

/**
 * Sheets that came by that way, and the host of the page they came from; '' where nothing tells, as
 * of each app that shares and of a page that does not want to be known. Any web page can post what
 * the system posts.
 */
export type SharedSheets = { readonly sheets: readonly File[]; readonly from: string };

/** What the worker hands over: a page of an older version takes the first sheet alone. */
export type HandedOver = SharedSheets & { readonly sheet: File | undefined };

/**
 * What was shared, taken away from the worker; undefined when it is gone, or nothing was shared.
 */
export const takeSharedSheets = async (): Promise<SharedSheets | undefined> => {
  const { controller } = navigator.serviceWorker ?? {};
  const shared = controller && (await ask<SharedMessage>(controller, { type: 'TAKE_SHARED' }));
  // A worker of an older version that is still active hands over one sheet, or that alone.
  if (shared instanceof File) return { sheets: [shared], from: '' };
  const { sheet, sheets = [sheet], from = '' } = (shared ?? {}) as Partial<HandedOver>;
  const files = sheets.filter((file) => file instanceof File);
  return files.length === 0 ? undefined : { sheets: files, from };
};

type LaunchQueue = {
  setConsumer(consume: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
};

/**
 * Hands over the sheets that the app is opened with from the system's own files, where the browser
 * can do that.
 */
export const onOpenedSheets = (take: (sheets: readonly File[]) => void): void => {
  const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files }) => {
    // A file that is gone by now is the same as none.
    const opened = files.map((file) => file.getFile().catch(() => undefined));
    void Promise.all(opened).then((sheets) => {
      const there = sheets.filter((sheet) => sheet !== undefined);
      if (there.length > 0) take(there);
    });
  });
};
