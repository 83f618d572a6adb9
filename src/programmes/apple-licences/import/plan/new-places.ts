import type { ListDesk } from '../match/desk.ts';
import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';

/**
 * The names of new locations in the file, where no app or user is yet, in the order of the file: a
 * location spelt differently would duplicate each app. Records in the trash do not count; a library
 * without a name is identified by its `uId`.
 */
export const newPlaces = ({ apps, users, known }: ListDesk): string[] => {
  const live = [...known.apps, ...known.users, ...known.tokens].filter(
    ({ trashedOn }) => trashedOn === '',
  );
  const here = new Set(live.map(({ data }) => placeKey(data)));
  const found = new Map<string, string>();
  for (const { place } of [...apps.values(), ...users.values()].toSorted((a, b) => a.row - b.row)) {
    const name = place.location || place.locationId;
    // A list may name the location alone, and what is here its library too: `placesIn` has put both
    // together.
    if (name === '' || here.has(placeKey(place)) || here.has(byName(place))) continue;
    if (!found.has(placeKey(place))) found.set(placeKey(place), name);
  }
  return [...found.values()];
};

const byName = ({ location }: Place): string => placeKey({ location, locationId: '' });
