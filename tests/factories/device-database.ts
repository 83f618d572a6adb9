import { vi } from 'vitest';

/** A request that is answered a moment later, as IndexedDB does. */
const asked = <T>(work: () => T): IDBRequest<T> => {
  const request = {} as { result: T; onsuccess?: () => void; onupgradeneeded?: () => void };
  queueMicrotask(() => {
    request.result = work();
    request.onupgradeneeded?.();
    request.onsuccess?.();
  });
  return request as unknown as IDBRequest<T>;
};

/**
 * As much of IndexedDB as `device-store.ts` uses, in memory, where there is no browser: what a
 * device keeps apart from its records.
 */
export const stubDeviceDatabase = (): void => {
  const kept = new Map<string, unknown>();
  const store = {
    get: (key: string) => asked(() => kept.get(key)),
    put: (value: unknown, key: string) => asked(() => void kept.set(key, structuredClone(value))),
    delete: (key: string) => asked(() => void kept.delete(key)),
  };
  const transaction = () => {
    const made = {
      objectStore: () => store,
      commit: () => undefined,
    } as { objectStore: unknown; commit: unknown; oncomplete?: () => void };
    // After the answer, which whoever asks waits for first.
    setTimeout(() => made.oncomplete?.());
    return made;
  };
  const database = { createObjectStore: () => store, transaction, close: () => undefined };
  vi.stubGlobal('indexedDB', { open: () => asked(() => database) });
};
