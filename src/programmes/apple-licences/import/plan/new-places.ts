import type { ListDesk } from './list-desk.ts';
import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';

/**
 * The names of locations at which the file puts apps or users and where none is yet, in the order
 * of the file: a location that is spelt another way would make a second app of each. What is in
 * the trash is not there; a library without a name is told by its `uId`.
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
