import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';

/** The fields that identify an app. */
const TELLS_APP = ['adamId', 'location'];

/** What the form of an app knows besides the field being written: the apps that are here. */
export const besideApp = async (
  records: Pick<Records, 'find'>,
  field: string,
): Promise<{ readonly apps?: readonly VolumeApp[] }> =>
  TELLS_APP.includes(field)
    ? { apps: await readUnder(records, { kind: 'volume-app', parent: '' }) }
    : {};
