/**
 * What a table has under a word that a record says; nothing under one that every object answers to
 * (`constructor`).
 */
export const ownEntry = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
