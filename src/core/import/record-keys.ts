/**
 * What identifies a record from a file on every device: its kind, and its key in the outside world.
 * Ids are made from it, so its parts and their order must never change.
 */
export type RecordKey = readonly string[];

/** A key as a text: two that are the same have the same one. */
export const keyText = (key: RecordKey): string => key.join('\n');

/** Gathers the keys that a file asks ids for, each once. */
export const gatherKeys = () => {
  const keys = new Map<string, RecordKey>();
  return {
    add: (key: RecordKey): void => void keys.set(keyText(key), key),
    all: (): RecordKey[] => [...keys.values()],
  };
};
