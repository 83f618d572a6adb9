import * as z from '#core/schema.ts';
import type { DeviceSettings, Settings } from '../device/settings.ts';
import { lastBackupOf, noteBackup, type LastBackup } from './last-backup.ts';

/**
 * A backup that was read completely from where it is stored: when it was made (ms), how many
 * records it has, and when it was read (ms).
 */
export type TestedBackup = {
  readonly madeAt: number;
  readonly records: number;
  readonly testedAt: number;
};

const kept = z.object({ madeAt: z.number(), records: z.number(), testedAt: z.number() });

/**
 * The newest backup that was read completely on this device but is not the last one made on it, if
 * any.
 */
export const testedElsewhere = (
  { workspaces }: DeviceSettings,
  workspaceId: string,
): TestedBackup | undefined => {
  const found = kept.safeParse(workspaces[workspaceId]?.tested);
  return found.success ? found.data : undefined;
};

// The sealed content is bound to the moment in the header: a file with another moment is another
// file.
const isOf = (last: LastBackup, { madeAt, records }: TestedBackup): boolean =>
  last.madeAt === madeAt && last.records === records;

/**
 * Notes that a backup was read completely from where it is stored, as a dry run does. That tests
 * this device's last backup; of other backups the newest is kept separately: this device did not
 * make it, and it stops no reminder.
 */
export const noteTested = (settings: Settings, workspaceId: string, tested: TestedBackup): void => {
  if (settings.newest.workspaces[workspaceId] === undefined) return;
  const last = lastBackupOf(settings.newest, workspaceId);
  if (last !== undefined && isOf(last, tested)) {
    noteBackup(settings, workspaceId, { ...last, testedAt: tested.testedAt, inPlace: true });
    return;
  }
  const before = testedElsewhere(settings.newest, workspaceId);
  if (before === undefined || before.madeAt <= tested.madeAt)
    settings.changeWorkspace(workspaceId, { tested });
};

/**
 * The last test of a backup: when (ms), whether it was tested where the file is stored, and when
 * the backup was made (ms) if this device did not make it.
 */
export type BackupTest = {
  readonly testedAt: number;
  readonly inPlace: boolean;
  readonly otherOf?: number;
};

/**
 * How the last backup of this device was tested; where it made none, how another one was. Undefined
 * while none was.
 */
export const lastTest = (device: DeviceSettings, workspaceId: string): BackupTest | undefined => {
  const last = lastBackupOf(device, workspaceId);
  if (last === undefined) {
    const other = testedElsewhere(device, workspaceId);
    return other && { testedAt: other.testedAt, inPlace: true, otherOf: other.madeAt };
  }
  return last.testedAt === undefined
    ? undefined
    : { testedAt: last.testedAt, inPlace: last.inPlace === true };
};
