import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import {
  knownDevices,
  type KnownDevice,
} from '#programmes/apple-licences/rules/licence/known-devices.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import { breath } from '#platform/breath.ts';
import { licencesOf } from '#programmes/apple-licences/work/giving/read-licences.ts';

/** The devices that are known, and the apps by id. */
export type ReadDevices = {
  readonly devices: readonly KnownDevice[];
  readonly apps: ReadonlyMap<string, VolumeApp>;
};

/** So many apps are asked at a time, with a breath after them: most have no licence of a device. */
const AT_ONCE = 20;

/**
 * Reads the devices of all apps and locations, app by app; what is not read yet when `signal` comes
 * is left out.
 */
export const readDevices = async (
  records: Pick<Records, 'find'>,
  signal: AbortSignal,
): Promise<ReadDevices> => {
  const apps = await readUnder(records, { kind: 'volume-app', parent: '' }, signal);
  const licences: AssignedLicence[] = [];
  for (let at = 0; at < apps.length && !signal.aborted; at += AT_ONCE) {
    const some = apps.slice(at, at + AT_ONCE).map(({ id }) => licencesOf(records, id));
    licences.push(...(await Promise.all(some)).flat());
    await breath();
  }
  return { devices: knownDevices(licences), apps: new Map(apps.map((app) => [app.id, app])) };
};
