import { describe, expect, test } from 'vitest';
import { corpusFiles } from '#tests/factories/corpus/all.ts';
import { bytesOf, corpus, expectAsExpected, namesThere, takenOf } from './corpus.ts';

describe('the corpus of files', () => {
  test('A5: its script makes the files that are there, byte for byte', () => {
    const made = corpusFiles();
    expect(namesThere()).toEqual([...made.keys()].sort());
    const others = [...made].filter(([name, bytes]) => !Buffer.from(bytes).equals(bytesOf(name)));
    expect(others.map(([name]) => name)).toEqual([]);
  });
});

describe('a file of the corpus', () => {
  for (const [name, { expected, today }] of corpus) {
    const read = async (): Promise<void> =>
      expectAsExpected(expected, await takenOf(name, bytesOf(name)));
    if (today === undefined) test(`A5, B9, C13: ${name} is read as an admin would`, read);
    // Once it is read so, it is taken off the list in tests/factories/corpus/today.ts.
    else test.fails(`A5, B9, C13: ${name} is not yet read so: ${today}`, read);
  }
});
