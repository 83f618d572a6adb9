import type { AssignedLicenceData } from '../assigned-licence.ts';
import type { InstallLine } from '../install-rows.ts';

/** Devices by their serial number in capitals, each with its name or ''. */
export type NamedDevices = Readonly<Record<string, string>>;

/**
 * The device that a row names of a licence; undefined where it tells no serial number, or nothing that the licence does not say
 * itself. With a user's licence it is one of the user's devices.
 */
export const deviceNamed = (
  { serialNumber, deviceName }: Pick<InstallLine, 'serialNumber' | 'deviceName'>,
  { to, target }: Pick<AssignedLicenceData, 'to' | 'target'>,
): NamedDevices | undefined => {
  const written = to === 'device' ? target : serialNumber;
  if (written.trim() === '' || (to === 'device' && deviceName === '')) return undefined;
  return { [written.trim().toUpperCase()]: deviceName };
};

/** Devices in words, to be compared: by name, else by serial number. */
export const devicesText = (devices: NamedDevices = {}): string =>
  Object.entries(devices)
    .map(([serialNumber, name]) => (name === '' ? serialNumber : name))
    .sort()
    .join(', ');
