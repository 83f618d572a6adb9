import { isKeptKey } from '#core/record/kept-key.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { AssignedLicenceData } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { InstallLine } from '../read/install-rows.ts';

/** Devices by their serial number in capitals, each with its name or ''. */
export type NamedDevices = Readonly<Record<string, string>>;

/**
 * A device as a row names it: serial number in capitals, name or '', and the row's own moment or
 * ''.
 */
export type ListedDevice = {
  readonly serialNumber: string;
  readonly name: string;
  readonly asOf: string;
};

/**
 * The device that a row names of a licence; undefined where it tells no serial number, one that can
 * be no key (none begins so), or nothing that the licence does not say itself. With a user's
 * licence it is one of the user's devices.
 */
export const deviceNamed = (
  { serialNumber, deviceName, asOf }: Pick<InstallLine, 'serialNumber' | 'deviceName' | 'asOf'>,
  { to, target }: Pick<AssignedLicenceData, 'to' | 'target'>,
): ListedDevice | undefined => {
  const written = (to === 'device' ? target : serialNumber).trim().toUpperCase();
  if (written === '' || !isKeptKey(written) || (to === 'device' && deviceName === ''))
    return undefined;
  return { serialNumber: written, name: deviceName, asOf };
};

type Install = NonNullable<AssignedLicenceData['install']>;

/**
 * The devices of a licence after a list that names some of them: the others stay, with the moment
 * at which they were named (ms), and so does a name where the list has only the number. Empty where
 * none is known.
 */
export const devicesAfter = (
  before: Pick<Install, 'at' | 'devices' | 'namedAt'> | undefined,
  devices: readonly ListedDevice[] = [],
): Pick<Install, 'devices' | 'namedAt'> => {
  const now = newestNames(devices);
  if (before?.devices === undefined && devices.length === 0) return {};
  const were = Object.entries(before?.devices ?? {});
  const staying = were.filter(
    ([serialNumber, name]) => name !== '' && (now[serialNumber] ?? '') === '',
  );
  const namedAt = staying.map(([serialNumber]) => [
    serialNumber,
    before?.namedAt?.[serialNumber] ?? before?.at ?? 0,
  ]);
  return {
    devices: { ...before?.devices, ...now, ...Object.fromEntries(staying) },
    ...(namedAt.length === 0
      ? {}
      : { namedAt: Object.fromEntries(namedAt) as Record<string, number> }),
  };
};

/** Of several rows on one device the newest that has a name; of the same moment the last. */
const newestNames = (devices: readonly ListedDevice[]): NamedDevices =>
  Object.fromEntries(
    devices
      .toSorted(
        (a, b) =>
          Number(a.name !== '') - Number(b.name !== '') ||
          Number(a.asOf > b.asOf) - Number(a.asOf < b.asOf),
      )
      .map(({ serialNumber, name }) => [serialNumber, name]),
  );

/** Of a list that names none. */
const NONE: NamedDevices = Object.freeze({});

/** Whether they are the same devices under the same names. */
export const areSameDevices = (a = NONE, b = NONE): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([serialNumber, name]) => ownEntry(b, serialNumber) === name);

/**
 * Devices before and after in words, to be shown: by name, else by serial number, and by both where
 * two have or had the name: one may have come in the place of another.
 */
export const devicesTexts = (were = NONE, are = NONE): readonly [from: string, to: string] => {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const [serialNumber, name] of [were, are].flatMap((devices) => Object.entries(devices))) {
    if ((owners.get(name) ?? serialNumber) !== serialNumber) shared.add(name);
    owners.set(name, serialNumber);
  }
  const textOf = (devices: NamedDevices): string =>
    Object.entries(devices)
      .map(([serialNumber, name]) => {
        if (name === '') return serialNumber;
        return shared.has(name) ? `${name} (${serialNumber})` : name;
      })
      .sort()
      .join(', ');
  return [textOf(were), textOf(are)];
};
