import { grouped } from '#core/grouped.ts';
import type { ListDesk } from '../match/desk.ts';
import type { NewPlace } from './planned.ts';
import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';

/**
 * The new locations in the file, where no app or user is yet, in the order of the file: a
 * location spelt differently would duplicate each app. Records in the trash do not count; a library
 * without a name is identified by its `uId`.
 */
export const newPlaces = (desk: ListDesk): NewPlace[] => {
  const { apps, users, known } = desk;
  const live = [...known.apps, ...known.users, ...known.tokens].filter(
    ({ trashedOn }) => trashedOn === '',
  );
  const here = new Set(live.map(({ data }) => placeKey(data)));
  const found = new Map<string, Place>();
  for (const { place } of [...apps.values(), ...users.values()].toSorted((a, b) => a.row - b.row)) {
    // A list may name the location alone, and what is here its library too: `placesIn` has put both
    // together.
    if (nameOf(place) === '' || here.has(placeKey(place)) || here.has(byName(place))) continue;
    if (!found.has(placeKey(place))) found.set(placeKey(place), place);
  }
  if (found.size === 0) return [];
  const sheets = sheetsByPlace(desk);
  return [...found].map(([key, place]) => ({
    name: nameOf(place),
    isNumber: APPLES_NUMBER.test(nameOf(place)),
    sheets: [...new Set(sheets.get(key)?.map(({ sheet }) => sheet))],
  }));
};

/** A `uId` as Apple writes it; a list may have it where others have the name. */
const APPLES_NUMBER = /^\d{16}$/;

const sheetsByPlace = ({ file, places }: ListDesk) =>
  grouped(
    file.rows.filter((row) => row.outcome === 'value'),
    (row) => placeKey(places.of(row)),
  );

const nameOf = ({ location, locationId }: Place): string => location || locationId;

const byName = ({ location }: Place): string => placeKey({ location, locationId: '' });
