import { countIn } from '#core/language/count.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { ListRowNote } from '#programmes/apple-licences/rules/row-reason.ts';

const n = countIn('sv');

const ofRows = (count: number, all: number): string =>
  count === all
    ? all === 1
      ? 'Raden'
      : 'Raderna'
    : `${n(count)} av ${all === 1 ? '1 rad' : `${n(all)} rader`}`;

/** What lists of apps and users say of their location, where that is asked; the Swedish source. */
export const importPlaces = {
  silent: (count: number, all: number) =>
    count === all ? 'Listan säger det inte.' : `${ofRows(count, all)} säger det inte.`,
  nameToken: (count: number, all: number, names: string) =>
    `${ofRows(count, all)} nämner sin token: ${names}.`,
  nameSeveral: (count: number, all: number, names: string) =>
    `${ofRows(count, all)} nämner en token som kan vara flera här: ${names}.`,
  nameAbsent: (count: number, all: number, names: string) =>
    `${ofRows(count, all)} nämner en token som inte finns här: ${names}.`,
  unknown: (names: string, count: number) =>
    count === 1
      ? `Listan nämner en plats som inte finns här: ${names}.`
      : `Listan nämner platser som inte finns här: ${names}.`,
  lastDay: (day: string) => `till ${day}`,
  usersHere: (places: string) => `Användare i listan finns redan här: ${places}.`,
  usersAt: (count: number, place: string) => `${n(count)} på platsen ${place}`,
  usersThere: (place: string, count: number) =>
    `${place}: ${count === 1 ? '1 användare i listan finns där' : `${n(count)} användare i listan finns där`}`,
  apart: 'En app räknas för sig på varje plats.',
  oneEach: 'Hos Apple hör en användare till en enda plats.',
};

/** What a row of a list tells of the location of a person or an app; the Swedish source. */
export const placeNotes = {
  'here-at-other-location': ({ locations = '' }) =>
    `Finns redan på en annan plats${locations === '' ? '' : `: ${locations}`}. Hos Apple hör en användare till en enda plats, så det blir två användare.`,
  'several-locations-said': ({ locations = '' }) =>
    `Raderna säger olika platser för samma person${locations === '' ? '' : `: ${locations}`}. Ingen av dem skrivs in. Rätta listan, eller ange platsen på användaren.`,
  'licences-elsewhere': ({ said = '', location = '' }) =>
    `Platsen ${said} skrivs inte in. Användaren har licenser av appar på platsen ${location}.`,
  'location-of-which': ({ said = '' }) =>
    `Platsen ${said} skrivs inte in, eftersom flera här har samma adress eller nummer. Ange platsen på användaren.`,
} satisfies Partial<Sentences<ListRowNote>>;
