import { expect, test } from 'vitest';
import { handToImport, onHandedFiles } from '#workspace/screens/import/handed-files.ts';

const file = (name: string): File => new File(['a'], name);

test('A5: files chosen elsewhere wait until the import screen is there, and are taken once', () => {
  const taken: string[] = [];
  const take = (files: readonly File[]): void => void taken.push(...files.map(({ name }) => name));
  handToImport([file('a.csv'), file('b.csv')]);
  const end = onHandedFiles(take);
  expect(taken).toEqual(['a.csv', 'b.csv']);
  handToImport([file('c.csv')]);
  expect(taken).toEqual(['a.csv', 'b.csv', 'c.csv']);
  end();
  handToImport([file('d.csv')]);
  expect(taken).toHaveLength(3);
  const again = onHandedFiles((files) => take(files));
  // The screen that comes is there before the one that goes has ended.
  end();
  handToImport([file('e.csv')]);
  expect(taken.slice(3)).toEqual(['d.csv', 'e.csv']);
  again();
});
