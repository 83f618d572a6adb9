import * as z from '#core/schema.ts';
import { daysBetween, type Day } from '#core/day/day.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { dayOfMoment } from '#platform/clock.ts';
import type { DeviceSettings, Settings } from '../device/settings.ts';

/**
 * The last backup that this device made of a workspace: when (ms), of how many records, when it was
 * read back (ms), and whether that was from where it is: a file that the browser saves by itself
 * is only read before. `wraps` are the ids of what opens the file; older versions noted none.
 */
export type LastBackup = {
  readonly madeAt: number;
  readonly records: number;
  readonly testedAt?: number | undefined;
  readonly inPlace?: boolean | undefined;
  readonly wraps?: readonly string[] | undefined;
};

/** From this age on a backup is old. */
const OLD_AFTER_DAYS = 14;

const kept = z.object({
  madeAt: z.number(),
  records: z.number(),
  testedAt: z.optional(z.number()),
  inPlace: z.optional(z.boolean()),
  wraps: z.optional(z.array(z.string())),
});

/** What this device knows of its last backup of a workspace, if it made one. */
export const lastBackupOf = (
  { workspaces }: DeviceSettings,
  workspaceId: string,
): LastBackup | undefined => {
  const found = kept.safeParse(workspaces[workspaceId]?.backup);
  return found.success ? found.data : undefined;
};

/** Notes a backup on this device; nothing of a workspace that was erased from it meanwhile. */
export const noteBackup = (settings: Settings, workspaceId: string, backup: LastBackup): void => {
  if (settings.newest.workspaces[workspaceId] !== undefined)
    settings.changeWorkspace(workspaceId, { backup });
};

/**
 * The day from which a workspace has been. A change of its keys takes the wraps away that it was
 * made with; the day on which a person first opened one stays with the person. Workspaces of older
 * versions have only the wraps.
 */
export const workspaceSince = (
  { wraps }: Pick<KeyringData, 'wraps'>,
  people: readonly Pick<Person, 'data'>[],
): Day | undefined => {
  const opened = people.flatMap(({ data }) => Object.values(data.opened ?? {}));
  return [...Object.values(wraps).map(({ madeOn }) => madeOn), ...opened].sort()[0];
};

/**
 * Whether the current passphrase or kit does not open the last backup. A file opens only with those
 * of its time, and whoever changed them has destroyed the old paper.
 */
export const isOutlived = (
  last: LastBackup | undefined,
  keyring: Pick<KeyringData, 'wraps'> | undefined,
): boolean => {
  const wraps = last?.wraps;
  return wraps !== undefined && Object.keys(keyring?.wraps ?? {}).some((id) => !wraps.includes(id));
};

/**
 * What home considers before it reminds: `since` is the day when this workspace began, `hasServer`
 * whether a server has what is written here, `isOutlived` whether the current passphrase or kit
 * does not open the last backup.
 */
export type WithoutBackup = {
  readonly today: Day;
  readonly since: Day;
  readonly hasServer: boolean;
  readonly isOutlived: boolean;
};

/**
 * Whether home reminds of the backup (X10): the last one made on this device is old, or needs a
 * former passphrase or kit; or none was made in that time, and nothing of the workspace is stored
 * elsewhere. Where a server has everything, a user who never made one is not reminded.
 */
export const remindsOfBackup = (
  last: LastBackup | undefined,
  { today, since, ...state }: WithoutBackup,
): boolean =>
  last === undefined
    ? !state.hasServer && daysBetween(since, today) >= OLD_AFTER_DAYS
    : state.isOutlived || backupAge(last, today).isDue;

/**
 * The age of the last backup in days of this device, and whether a new one is due; `days` is
 * undefined when there is none.
 */
export const backupAge = (
  last: LastBackup | undefined,
  today: Day,
): { readonly days: number | undefined; readonly isDue: boolean } => {
  if (last === undefined) return { days: undefined, isDue: true };
  const days = Math.max(0, daysBetween(dayOfMoment(last.madeAt), today));
  return { days, isDue: days >= OLD_AFTER_DAYS };
};
