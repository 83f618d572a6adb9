import type { TableColumn } from '#core/import/tables/table-columns.ts';
import { isBlankMoment } from './graph-schemas.ts';
import type { Given } from './graph-kinds.ts';
import type { InstallField } from './fields.ts';
import { readInstallRows, type InstallRow } from './install-rows.ts';

/** What the fields of both lists of statuses mean in a list of installations. */
const WHO: readonly (readonly [InstallField, string])[] = [
  ['deviceName', 'deviceName'],
  ['user', 'userPrincipalName'],
  ['userName', 'userName'],
];

/** What each device says of itself (`deviceStatuses`). */
const OF_DEVICES: readonly (readonly [InstallField, string])[] = [
  ...WHO,
  ['state', 'installState'],
  ['errorCode', 'errorCode'],
  ['details', 'installStateDetail'],
  ['asOf', 'lastSyncDateTime'],
];

/** How many of a user's devices say what (`userStatuses`). */
const OF_USERS: readonly (readonly [InstallField, string])[] = [
  ...WHO,
  ['failed', 'failedDeviceCount'],
  ['installed', 'installedDeviceCount'],
  ['notInstalled', 'notInstalledDeviceCount'],
];

/**
 * The statuses of an app in Intune, read as the rows of a list of installations are: such a list
 * has the same words. Rows are numbered from 1.
 */
export const statusesOf = (value: readonly Given[]): readonly InstallRow[] => {
  const fields = value.some((given) => 'installState' in given) ? OF_DEVICES : OF_USERS;
  const columns = fields.map(([field, heading], index): TableColumn<InstallField> => ({
    index,
    heading,
    field,
  }));
  const rows = value.map((given, at) => ({
    number: at + 1,
    cells: fields.map(([, name]) => textOf(given[name])),
  }));
  return readInstallRows({ columns, rows });
};

const textOf = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && !isBlankMoment(value) ? value : '';
};
