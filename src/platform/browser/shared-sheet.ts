import { ask } from '../ask.ts';

/**
 * The page asks the worker for the sheet that was shared; the answer goes into the line that comes
 * with it.
 */
export type SharedMessage = { readonly type: 'TAKE_SHARED' };

/** The field of the manifest's `share_target` that the sheet comes in. */
export const SHARED_FIELD = 'sheet';

/** Where the system posts what is shared; the service worker alone answers it. */
export const sharedPath = (base: string): string => `${base}/import/shared`;

/**
 * A sheet that came by that way, and the host of the page it came from; '' where nothing tells, as
 * of each app that shares and of a page that does not want to be known. Any web page can post what
 * the system posts.
 */
export type SharedSheet = { readonly sheet: File; readonly from: string };

/**
 * What was shared, taken away from the worker; undefined when it is gone, or nothing was shared.
 */
export const takeSharedSheet = async (): Promise<SharedSheet | undefined> => {
  const { controller } = navigator.serviceWorker ?? {};
  const shared = controller && (await ask<SharedMessage>(controller, { type: 'TAKE_SHARED' }));
  // A worker of an older version that is still active hands over the sheet alone.
  if (shared instanceof File) return { sheet: shared, from: '' };
  return (shared as Partial<SharedSheet> | undefined)?.sheet instanceof File
    ? (shared as SharedSheet)
    : undefined;
};

type LaunchQueue = {
  setConsumer(consume: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
};

/**
 * Hands over each sheet that the app is opened with from the system's own files, where the browser
 * can do that.
 */
export const onOpenedSheet = (take: (sheet: File) => void): void => {
  const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files: [file] }) => {
    // A file that is gone by now is the same as none.
    void file?.getFile().then(take, () => undefined);
  });
};
