import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { InstallLine } from '../read/install-rows.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { KnownLicences } from '../plan/planned.ts';

/** Looks up who has a licence by what a list of installations calls them. */
export type HolderIndex = {
  /** Live apps by id. */
  readonly apps: ReadonlyMap<string, VolumeApp>;
  /** Ids of the apps that a list names by number, or by name at whatever location. */
  named(app: InstallLine['app']): readonly string[];
  /** The licences of these apps that a row speaks of: the device's before the user's. */
  find(line: InstallLine, apps: readonly string[]): readonly AssignedLicence[];
  /** The apps for which the holder in a row has a licence. */
  appsOf(line: InstallLine): ReadonlySet<string>;
};

/**
 * Lays out who has which licence now, one by one; what is free again, or is in the trash, is
 * nobody's.
 */
export function* holderIndex(
  licences: readonly AssignedLicence[],
  { apps: known, users }: Pick<KnownLicences, 'apps' | 'users'>,
): Generator<number, HolderIndex, void> {
  const apps = new Map(
    known.filter(({ trashedOn }) => trashedOn === '').map((app) => [app.id, app]),
  );
  const emails = new Map(users.map(({ id, data }) => [id, data.email]));
  const byKey = new Map<string, AssignedLicence[]>();
  for (const licence of licences) {
    yield 1;
    if (
      licence.trashedOn !== '' ||
      !apps.has(licence.parent) ||
      licenceState(licence.steps) === 'free'
    )
      continue;
    for (const key of keysOf(licence, emails.get(licence.data.user) ?? '')) {
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [licence]);
      else same.push(licence);
    }
  }
  const held = (key: string): readonly AssignedLicence[] => byKey.get(key) ?? [];
  return {
    apps,
    named: appsNamed(apps),
    find: (line, ids) => {
      const wanted = new Set(ids);
      for (const keys of waysTo(line)) {
        const found = keys.flatMap(held).filter(({ parent }) => wanted.has(parent));
        if (found.length > 0) return [...new Set(found)];
      }
      return [];
    },
    appsOf: (line) =>
      new Set(waysTo(line).flatMap((keys) => keys.flatMap(held).map(({ parent }) => parent))),
  };
}

/** What a licence is found by; the name of a user is no key, since several may have it. */
const keysOf = ({ data }: AssignedLicence, email: string): ReadonlySet<string> => {
  if (data.to === 'device')
    return new Set([keyOf('serial', data.target), keyOf('device', data.name)].filter(Boolean));
  const named = data.name.includes('@') ? data.name : '';
  return new Set([data.target, email, named].map((name) => keyOf('user', name)).filter(Boolean));
};

const keyOf = (kind: 'serial' | 'device' | 'user', written: string): string =>
  written.trim() === '' ? '' : `${kind} ${written.trim().toLowerCase()}`;

/** As many characters at least has a serial number that is within a name. */
const SERIAL = 8;

/**
 * The keys of a row, the surest first. Systems name devices by their serial number
 * (`iPad-DMPXK1234567`).
 */
const waysTo = ({ serialNumber, deviceName, user }: InstallLine): string[][] => {
  const words = deviceName.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length >= SERIAL);
  return [
    [keyOf('serial', serialNumber)],
    [keyOf('device', deviceName)],
    words.map((word) => keyOf('serial', word)),
    [keyOf('user', user)],
  ].map((keys) => keys.filter(Boolean));
};

/** Looked up once for each app that a list names, however many rows it has. */
const appsNamed = (apps: ReadonlyMap<string, VolumeApp>): HolderIndex['named'] => {
  const found = new Map<string, readonly string[]>();
  const search = (adamId: string, name: string): readonly string[] =>
    [...apps.values()]
      .filter(({ data }) =>
        adamId === '' ? data.name.toLowerCase() === name : data.adamId === adamId,
      )
      .map(({ id }) => id);
  return ({ adamId, name }) => {
    const key = `${adamId}\n${name.toLowerCase()}`;
    const ids = found.get(key) ?? search(adamId, name.toLowerCase());
    found.set(key, ids);
    return ids;
  };
};
