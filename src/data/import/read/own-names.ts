import type { SavedDocument } from '#core/import/sheet.ts';

/**
 * Answers from one file or from two folders may have the same name, and a row is identified by its
 * document and number: the second of a name is numbered.
 */
export const withOwnNames = (documents: readonly SavedDocument[]): SavedDocument[] => {
  const taken = new Set<string>();
  const times = new Map<string, number>();
  return documents.map(({ name, ...document }) => {
    let number = (times.get(name) ?? 0) + 1;
    const named = (): string => (number === 1 ? name : `${name} (${number})`);
    while (taken.has(named())) number += 1;
    times.set(name, number);
    taken.add(named());
    return { ...document, name: named() };
  });
};
