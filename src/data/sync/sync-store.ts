/** Small state that a sync keeps on its device over restarts. */
export type SyncStore = {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
};
