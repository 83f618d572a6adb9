import { newId, randomBytes } from '#platform/ids.ts';
import { openBare, putBare, readBare } from './bare-indexeddb.ts';

/**
 * The floor of a backup: all rows as lines of JSON, compressed and sealed by the browser in one
 * piece, and back.
 */
export const bareBackup = async (rows: readonly object[]) => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const algorithm = { name: 'AES-GCM', iv: randomBytes(12) };
  const database = await openBare(`bench-backup-${newId()}`);
  await putBare(database, rows);
  let file = new ArrayBuffer(0);
  return {
    write: async (): Promise<void> => {
      const lines: string[] = [];
      for await (const some of readBare(database))
        lines.push(some.map((row) => `${JSON.stringify(row)}\n`).join(''));
      const packed = new Blob(lines).stream().pipeThrough(new CompressionStream('gzip'));
      file = await crypto.subtle.encrypt(algorithm, key, await new Response(packed).arrayBuffer());
    },
    restore: async (): Promise<void> => {
      const packed = new Blob([await crypto.subtle.decrypt(algorithm, key, file)]);
      const text = await new Response(
        packed.stream().pipeThrough(new DecompressionStream('gzip')),
      ).text();
      const empty = await openBare(`bench-restore-${newId()}`);
      const found = text.trimEnd().split('\n');
      await putBare(
        empty,
        found.map((line) => JSON.parse(line) as object),
      );
    },
  };
};
