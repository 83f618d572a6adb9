import type { AssignedLicence } from './assigned-licence.ts';
import { licenceState } from './licence-life.ts';

/**
 * A device that is known here because it has or had a licence, or was in a list of installations
 * (B13).
 */
export type KnownDevice = {
  /** In capitals, as Apple writes it. */
  readonly serialNumber: string;
  /** The latest name; '' if nobody gave one. */
  readonly name: string;
  /**
   * Ids of the apps for which it has its own licence, including one that is coming back; in the
   * order of the licences.
   */
  readonly apps: readonly string[];
};

/**
 * The devices that licences tell of: who has them or had, and on what their installations were
 * reported.
 */
export const knownDevices = (licences: readonly AssignedLicence[]): KnownDevice[] => {
  const found = new Map<string, { name: string; at: number; apps: Set<string> }>();
  const put = (written: string, name: string, at: number) => {
    const serialNumber = written.trim().toUpperCase();
    const known = found.get(serialNumber) ?? { name: '', at: -1, apps: new Set<string>() };
    if (name !== '' && name.toUpperCase() !== serialNumber && at > known.at)
      Object.assign(known, { name, at });
    found.set(serialNumber, known);
    return known;
  };
  for (const licence of licences) {
    if (licence.trashedOn !== '') continue;
    const { to, target, name, install } = licence.data;
    for (const [serialNumber, called] of Object.entries(install?.devices ?? {}))
      put(serialNumber, called, install?.namedAt?.[serialNumber] ?? install?.at ?? 0);
    if (to !== 'device' || target.trim() === '') continue;
    // What a list of installations calls it is newer than what it was called when it got the
    // licence.
    const isCalled = (install?.devices?.[target.trim().toUpperCase()] ?? '') !== '';
    const device = put(target, isCalled ? '' : name, givenAt(licence));
    if (licenceState(licence.steps) !== 'free') device.apps.add(licence.parent);
  }
  return [...found].map(([serialNumber, { name, apps }]) => ({
    serialNumber,
    name,
    apps: [...apps],
  }));
};

/**
 * When a licence got its name, in ms: as the history tells, else when it was given. One that a list
 * brought has no steps, and was last written then, unless that was for its installation: nothing
 * tells then how long before it was.
 */
const givenAt = ({ data, steps, history, updatedAt }: AssignedLicence): number => {
  const named = history.findLast(({ field }) => field === 'name');
  if (named !== undefined) return named.at;
  if (steps.length > 0) return Math.min(...steps.map(({ at }) => at));
  return data.install === undefined ? updatedAt : 0;
};
