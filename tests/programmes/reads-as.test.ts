import { expect, test } from 'vitest';
import { readers } from '#programmes/imports.ts';
import { programmeReading, READ_AS, readBy } from '#programmes/reads-as.ts';

test('A5: what can be chosen for a sheet is what the readers read', () => {
  expect(READ_AS).toEqual(readers.flatMap(({ readsAs }) => readsAs));
  for (const { programme, readsAs } of readers) {
    expect(readBy(programme)).toEqual(readsAs);
    expect(readsAs.map(programmeReading)).toEqual(readsAs.map(() => programme));
  }
});
