import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { importPlaces as swedish, placeNotes as notesSource } from '../sv/import-places.ts';

const n = countIn('en');

const ofRows = (count: number, all: number): string =>
  count === all ? (all === 1 ? 'The row' : 'The rows') : `${n(count)} of ${n(all)} rows`;
/** A verb of those rows. */
const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** What lists of apps and users say of their location, where that is asked. */
export const importPlaces: typeof swedish = {
  silent: (count, all) =>
    count === all
      ? 'The list does not say.'
      : `${ofRows(count, all)} ${verb(count, 'does', 'do')} not say.`,
  nameToken: (count, all, names) =>
    `${ofRows(count, all)} ${verb(count, 'names its', 'name their')} token: ${names}.`,
  nameSeveral: (count, all, names) =>
    `${ofRows(count, all)} ${verb(count, 'names', 'name')} a token that may be several here: ${names}.`,
  nameAbsent: (count, all, names) =>
    `${ofRows(count, all)} ${verb(count, 'names', 'name')} a token that is not here: ${names}.`,
  unknown: (names, count) =>
    count === 1
      ? `The list names a location that is not here: ${names}.`
      : `The list names locations that are not here: ${names}.`,
  lastDay: (day) => `until ${day}`,
  usersHere: (places) => `Users of the list are here already: ${places}.`,
  usersAt: (count, place) => `${n(count)} at the location ${place}`,
  usersThere: (place, count) =>
    `${place}: ${count === 1 ? '1 user of the list is there' : `${n(count)} users of the list are there`}`,
  apart: 'An app is counted separately at each location.',
  oneEach: 'At Apple, a user belongs to one location.',
};

/** What a row of a list tells of the location of a person or an app. */
export const placeNotes = {
  'here-at-other-location': ({ locations = '' }) =>
    `Already at another location${locations === '' ? '' : `: ${locations}`}. At Apple a user belongs to one location, so these become two users.`,
  'several-locations-said': ({ locations = '' }) =>
    `The rows say different locations for the same person${locations === '' ? '' : `: ${locations}`}. None of them is entered. Correct the list, or enter the location on the user.`,
  'licences-elsewhere': ({ said = '', location = '' }) =>
    `The location ${said} is not entered. The user has licences for apps at the location ${location}.`,
  'location-of-which': ({ said = '' }) =>
    `The location ${said} is not entered, as several here have the same address or number. Enter the location on the user.`,
} satisfies Messages<typeof notesSource>;
