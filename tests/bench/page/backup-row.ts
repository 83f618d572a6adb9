import { fileLock } from '#data/backup/file-lock.ts';
import { readHeader } from '#data/backup/header.ts';
import { makeBackup } from '#data/backup/make-backup.ts';
import type { OpenedFile } from '#data/backup/read-file.ts';
import { dryRunOf, restoreBackup } from '#data/backup/restore-backup.ts';
import { testBackup } from '#data/backup/test-backup.ts';
import { createWorkspace } from '#data/workspace/create-workspace.ts';
import { openDatabase } from '#data/records/database.ts';
import { eraseWorkspace } from '#data/workspace/erase-workspace.ts';
import { openRecords } from '#data/records/records.ts';
import { openSettings } from '#data/device/settings.ts';
import { newId } from '#platform/ids.ts';
import { systemClock } from '#platform/clock.ts';
import { bareBackup } from './bare-backup.ts';
import { timed } from './long-tasks.ts';
import type { Measured } from './measure.ts';
import { orders } from './rows.ts';

const PASSPHRASE = 'lykta granit pendel kanel vinter';
const MADE = {
  name: 'Bench',
  person: 'Sara',
  programmes: ['apple-credit'],
  passphrase: PASSPHRASE,
} as const;
const doing = () => ({ today: systemClock.today(), now: systemClock.now(), by: 'bench', newId });

/** Ms of each part of a backup's life; `bytes` is the file. */
export type BackupFigures = Record<
  'write' | 'test' | 'dryRun' | 'restore' | 'bareWrite' | 'bareRestore',
  Measured
> & {
  readonly bytes: number;
};

/**
 * A workspace of so many orders to a file and read back, then from the file into a device that has
 * nothing of it.
 */
export const backUpAndRestore = async (count: number): Promise<BackupFigures> => {
  const settings = openSettings();
  const world = { settings, clock: systemClock };
  const kitWords = Array.from({ length: 12 }, (_, at) => `ord${at}`);
  const { id } = await createWorkspace({ ...MADE, kitWords }, world);
  const database = await openDatabase(id);
  await openRecords(database.records, doing).insert(orders(count).drafts);
  const parts: BlobPart[] = [];
  const begun = await makeBackup({
    workspaceId: id,
    collection: database.records,
    now: systemClock.now(),
  });
  if (!begun.ok) throw new Error(begun.problem.code);
  const write = await timed(async () => {
    for await (const part of begun.value.bytes) parts.push(part);
  });
  const file = new Blob(parts.splice(0));
  const test = await timed(async () => {
    if (!(await testBackup(file, database.records, begun.value)))
      throw new Error('the file is not whole');
  });
  await database.close();
  await eraseWorkspace(id, settings);
  const read = await readHeader(file);
  const lock = fileLock(read.header, world);
  await lock.unlock({ by: 'passphrase', text: PASSPHRASE });
  if (lock.opened === undefined) throw new Error('the file did not open');
  const opened = { ...read, file, key: lock.opened.file } satisfies OpenedFile;
  const { keys } = lock.opened;
  const dryRun = await timed(() => dryRunOf(opened, undefined));
  const restore = await timed(() =>
    restoreBackup(opened, { keys, name: 'Bench', who: 'Sara' }, world),
  );
  await eraseWorkspace(id, settings);
  const bare = await bareBackup(orders(count).records);
  const [bareWrite, bareRestore] = [await timed(bare.write), await timed(bare.restore)];
  return { write, test, dryRun, restore, bareWrite, bareRestore, bytes: file.size };
};
