import { countIn } from '#core/language/count.ts';

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
  apart: 'En app räknas för sig på varje plats.',
  oneEach: 'Hos Apple hör en användare till en enda plats.',
};
