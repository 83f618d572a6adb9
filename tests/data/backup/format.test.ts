import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHUNK_BYTES } from '#data/backup/sealed-chunks.ts';
import { fileKeyOf, newFile } from '#data/backup/file-key.ts';
import { readHeader, writeHeader } from '#data/backup/header.ts';
import { recordsIn, type OpenedFile } from '#data/backup/read-file.ts';
import { FileRefused } from '#data/backup/refused.ts';
import { writeFile } from '#data/backup/write-file.ts';
import type { Copy } from '#data/merge/copy.ts';
import {
  allIn,
  backupOf,
  batchesOf,
  newWorkspaceKey,
  plainRecord,
} from '#tests/factories/backup-files.ts';
import { IS_LONG } from '#tests/factories/long-run.ts';

/** Text that no compression makes small, so that a few records fill several chunks. */
const noise = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const severalChunks = () =>
  backupOf(
    batchesOf(
      Array.from({ length: 40 }, (_, at) => plainRecord(`r${at}`, { text: noise(30_000) })),
      7,
    ),
  );

/** What reading a changed file ends with: a refusal, and nothing else. */
const refusalOf = async (opened: OpenedFile, changed: Blob): Promise<string> => {
  try {
    const header = await readHeader(changed);
    await allIn({ ...header, file: changed, key: opened.key });
    return 'read';
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
};

describe('X10: a backup file', () => {
  test('X10: any records survive, as they are and in their order', async () => {
    const record = fc.record({
      id: fc.string({ minLength: 1 }),
      kind: fc.string(),
      data: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
      steps: fc.array(fc.jsonValue()),
      fromTomorrow: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        async (records, size) => {
          const { opened, summary } = await backupOf(batchesOf(records as unknown as Copy[], size));
          const read = await allIn(opened);
          expect(JSON.stringify(read.records)).toBe(JSON.stringify(records));
          expect(read.summary).toEqual(summary);
          expect(summary.records).toBe(records.length);
        },
      ),
      { numRuns: IS_LONG ? 60 : 12 },
    );
  });

  test('X10: any byte that is another one is found', async () => {
    const { opened } = await backupOf(
      batchesOf([plainRecord('a'), plainRecord('b', { name: 'Sara' })]),
    );
    const whole = new Uint8Array(await opened.file.arrayBuffer());
    for (let at = 0; at < whole.length; at += 1) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect([at, await refusalOf(opened, new Blob([changed]))]).not.toEqual([at, 'read']);
    }
  });

  test('X10: a file that ends anywhere before its end is cut off, and one that goes on is damaged', async () => {
    const { opened } = await backupOf(batchesOf([plainRecord('a')]));
    const { file } = opened;
    const mark = 'volym-backup\n'.length;
    for (let end = mark; end < file.size; end += 1)
      expect([end, await refusalOf(opened, file.slice(0, end))]).toEqual([end, 'cut-off']);
    for (let end = 0; end < mark; end += 1)
      expect(await refusalOf(opened, file.slice(0, end))).toBe('not-a-backup');
    expect(await refusalOf(opened, new Blob([file, 'x']))).toBe('damaged');
  });

  test('X10: a chunk that is left out, moved, doubled, or of another file is found', async () => {
    const [{ opened, pieces }, other] = [await severalChunks(), await severalChunks()];
    const [header, first, second, third] = pieces as readonly BlobPart[] as [
      BlobPart,
      BlobPart,
      BlobPart,
      BlobPart,
    ];
    const [rest, last] = [pieces.slice(4), pieces.at(-1) as BlobPart];
    expect(pieces.length).toBeGreaterThan(5);
    const changed = [
      [header, second, first, third, ...rest],
      [header, first, third, ...rest],
      [header, first, first, second, third, ...rest],
      [header, first, second, last],
      [header, other.pieces[1] as BlobPart, second, third, ...rest],
      [other.pieces[0] as BlobPart, first, second, third, ...rest],
    ];
    for (const parts of changed) expect(await refusalOf(opened, new Blob(parts))).toBe('damaged');
    expect(await refusalOf(opened, new Blob(pieces.slice(0, -1)))).toBe('cut-off');
  });

  test('X10: a foreign file and one of a newer format are distinguished', async () => {
    const { opened } = await backupOf(batchesOf([]));
    expect(
      await refusalOf(opened, new Blob(['PK\u0003\u0004 a sheet of another kind altogether'])),
    ).toBe('not-a-backup');
    expect(await refusalOf(opened, new Blob([]))).toBe('not-a-backup');
    const newer = await writeHeader({ ...opened.header, version: 2 });
    expect(await refusalOf(opened, new Blob([newer.bytes, 'whatever it holds']))).toBe(
      'newer-format',
    );
  });

  test('X10: only the workspace key that sealed it gives the key of a file', async () => {
    const [own, other] = [await newWorkspaceKey(), await newWorkspaceKey()];
    const { header } = await newFile(own, {
      workspace: 'w-1',
      madeAt: 1,
      keyring: { v: 1, vaultKey: 'k', wraps: {} },
    });
    expect(await fileKeyOf(header, own)).toBeDefined();
    expect(await fileKeyOf(header, other)).toBeUndefined();
    expect(await fileKeyOf(header, { ...other, id: own.id })).toBeUndefined();
    expect(await fileKeyOf({ ...header, file: 'other' }, own)).toBeUndefined();
  });

  test('X10: nothing that was entered is readable in it', async () => {
    const { opened } = await backupOf(
      batchesOf([plainRecord('secret-id', { name: 'Sara Lindholm' })]),
    );
    const text = new TextDecoder('latin1').decode(await opened.file.arrayBuffer());
    for (const part of ['secret-id', 'Sara', 'person', 'updatedAt'])
      expect(text).not.toContain(part);
  });

  const MANY = IS_LONG ? 50_000 : 5_000;

  test(`X10: ${MANY} records are written and read a piece at a time`, async () => {
    let asked = 0;
    async function* many(): AsyncGenerator<readonly Copy[]> {
      for (let start = 0; start < MANY; start += 200) {
        asked += 200;
        yield await Promise.resolve(
          Array.from({ length: 200 }, (_, at) =>
            plainRecord(`r${start + at}`, { text: noise(100) }),
          ),
        );
      }
    }
    const { opened, pieces, summary } = await backupOf(many());
    expect([asked, summary.records, summary.kinds]).toEqual([MANY, MANY, { person: MANY }]);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(CHUNK_BYTES + 100);
    let [records, largest] = [0, 0];
    for await (const batch of recordsIn(opened)) {
      records += batch.length;
      largest = Math.max(largest, batch.length);
    }
    expect(records).toBe(MANY);
    expect(largest).toBe(200);
  });

  test('X10: the store is asked for no more than is being written', async () => {
    let asked = 0;
    async function* many(): AsyncGenerator<readonly Copy[]> {
      for (;;) {
        asked += 1;
        yield await Promise.resolve([plainRecord(`r${asked}`, { text: noise(50_000) })]);
      }
    }
    const keyring = { v: 1, vaultKey: 'k', wraps: {} };
    const made = await newFile(await newWorkspaceKey(), { workspace: 'w', madeAt: 1, keyring });
    let pieces = 0;
    for await (const _ of writeFile(made, many()).bytes) if ((pieces += 1) === 4) break;
    // Three chunks hold about 1.5 MB of such records; what is on its way is a few chunks more.
    expect(asked).toBeLessThan(60);
  });
});
