import type { AssignTarget } from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { KnownDevice } from '#programmes/apple-licences/rules/licence/known-devices.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { Texts } from '#ui/text.ts';
import { firstNamed } from '#ui/first-named.ts';
import { appName } from '../app/app-name.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';
import type { Pickable } from './pickable.ts';

type Means = {
  readonly words: LicenceWords;
  readonly text: Pick<Texts, 'apps' | 'format'>;
  /** The app that licences are given of. */
  readonly app: VolumeApp;
};

/** A device to tick: by its serial number, with the locations of the licences that it has. */
export type DeviceRow = Pickable & { readonly places: readonly string[] };

/** More names than these do not fit a row; the rest is counted. */
const NAMED = 2;

/** A device as one who may get a licence. */
export const targetOf = ({ serialNumber, name }: KnownDevice): AssignTarget => ({
  to: 'device',
  serialNumber,
  name,
});

/**
 * The rows of devices to tick, by name and then by serial number: those without a name come last.
 */
export const deviceRows = (
  devices: readonly KnownDevice[],
  apps: ReadonlyMap<string, VolumeApp>,
  means: Means,
): DeviceRow[] => {
  const named = new Map([...apps].map(([id, { data }]) => [id, appName(data, means.text)]));
  // Thousands have the same apps: the text is made once for all of them.
  const wordsById = new Map<string, string>();
  const heldBy = ({ apps: ids }: KnownDevice): string => {
    const key = ids.join();
    const words = wordsById.get(key) ?? heldWords(ids, named, means);
    wordsById.set(key, words);
    return words;
  };
  const { compare } = means.text.format;
  return devices
    .map((device): DeviceRow => {
      const { serialNumber, name } = device;
      const held = heldBy(device);
      const places = device.apps.map((id) => apps.get(id)?.data.location ?? '').filter(Boolean);
      // One of another location: a second licence of the same app would do nothing.
      const hasIt = device.apps.some((id) => apps.get(id)?.data.adamId === means.app.data.adamId);
      return {
        id: serialNumber,
        name: name || serialNumber,
        isDevice: true,
        places: [...new Set(places)],
        ...(hasIt
          ? { badge: { label: means.words.give.hasElsewhere, tone: 'soon' as const } }
          : {}),
        detail: name === '' ? held : `${serialNumber} · ${held}`,
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.name === a.id) - Number(b.name === b.id) ||
        compare(a.name, b.name) ||
        (a.id < b.id ? -1 : 1),
    );
};

/** What it has already: `Pages, Numbers och 3 till`. */
const heldWords = (
  apps: readonly string[],
  named: ReadonlyMap<string, string>,
  { words: { give }, text: { format } }: Means,
): string => {
  const names = apps.flatMap((id) => named.get(id) ?? []);
  if (names.length === 0) return give.holdsNone;
  return format.list(firstNamed(names, NAMED, give.more));
};
