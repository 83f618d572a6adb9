import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { bytesOf, corpus, expectAsExpected, namesThere, takenOf } from './corpus.ts';

const SCRIPT = resolve('tests/factories/corpus/write.ts');

describe('the corpus of files', () => {
  test('A5: its script makes the files that are there, byte for byte', async () => {
    // In a process of its own: what the sheet package has read before shows in the .xls it writes.
    const folder = await mkdtemp(join(tmpdir(), 'corpus-'));
    await promisify(execFile)(process.execPath, [SCRIPT, folder]);
    const made = (await readdir(folder)).sort();
    expect(namesThere()).toEqual(made);
    const isOther = (name: string): boolean =>
      !readFileSync(join(folder, name)).equals(Buffer.from(bytesOf(name)));
    expect(made.filter(isOther)).toEqual([]);
  });
});

describe('a file of the corpus', () => {
  test.each(corpus)('A5, B9, C13: %s is read as an admin would', async (name, { expected }) => {
    expectAsExpected(expected, await takenOf(name, bytesOf(name)));
  });
});
