import { ask } from './ask.ts';

/** The page asks the worker for the sheet that was shared; the answer goes into the line that comes with it. */
export type SharedMessage = { readonly type: 'TAKE_SHARED' };

/** The field of the manifest's `share_target` that the sheet comes in. */
export const SHARED_FIELD = 'sheet';

/** Where the system posts what is shared; the service worker alone answers it. */
export const sharedPath = (base: string): string => `${base}/import/shared`;

/** The sheet that another app shared, taken away from the worker; undefined when it is gone, or nothing was shared. */
export const takeSharedSheet = async (): Promise<File | undefined> => {
  const { controller } = navigator.serviceWorker ?? {};
  const sheet = controller && (await ask<SharedMessage>(controller, { type: 'TAKE_SHARED' }));
  return sheet instanceof File ? sheet : undefined;
};

type LaunchQueue = {
  setConsumer(consume: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
};

/** Hands over each sheet that the app is opened with from the system's own files, where the browser can do that. */
export const onOpenedSheet = (take: (sheet: File) => void): void => {
  const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files: [file] }) => {
    // A file that is gone by now is the same as none.
    void file?.getFile().then(take, () => undefined);
  });
};
