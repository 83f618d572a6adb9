import { draftKey } from '#data/device/kept-drafts.ts';

/**
 * What is typed in a form, kept on this device until it is saved: leaving asks nothing. Never for
 * secrets.
 */
export type DraftStore<T> = { read(): T | undefined; keep(value: T): void; clear(): void };

/** The draft of one form of a workspace. A device without storage simply keeps nothing. */
export const draftStore = <T>(workspaceId: string, form: string): DraftStore<T> => {
  const key = draftKey(workspaceId, form);
  const quietly = <R>(work: () => R): R | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  return {
    read: () =>
      quietly(() => JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? undefined,
    keep: (value) => quietly(() => localStorage.setItem(key, JSON.stringify(value))),
    clear: () => quietly(() => localStorage.removeItem(key)),
  };
};
